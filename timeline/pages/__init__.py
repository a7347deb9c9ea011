"""Records as HTML."""

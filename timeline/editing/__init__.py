"""Tools for those who write records."""

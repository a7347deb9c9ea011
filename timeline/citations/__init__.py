"""A source as a text, and as a record for reference managers."""

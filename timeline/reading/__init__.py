"""From files to records, every mistake with its place."""

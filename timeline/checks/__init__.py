"""Rules across records, and what only others can tell."""

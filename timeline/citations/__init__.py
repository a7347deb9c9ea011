"""A source as a text, and as a record for reference managers."""

__all__ = ["bibtex", "cite_this", "csl", "house_style", "ris"]

"""Rules across records, and what only others can tell."""

__all__ = ["locators", "rules", "source_links"]

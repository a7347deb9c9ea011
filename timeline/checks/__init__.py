"""Rules across records, and what only others can tell."""

__all__ = ["dates", "locators", "rules", "source_links"]

"""Rules across records, and what only others can tell."""

__all__ = ["dates", "kept", "locators", "page_harm", "rules", "slips", "source_links", "texts"]

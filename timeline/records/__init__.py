"""What a record may say."""

__all__ = [
    "audit",
    "citing",
    "entities",
    "era",
    "event",
    "feature",
    "ids",
    "kinds",
    "medium",
    "names",
    "pages",
    "quote",
    "schema_files",
    "series",
    "source",
    "story",
    "texts",
    "values",
    "walk",
]

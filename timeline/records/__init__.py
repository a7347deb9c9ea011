"""What a record may say."""

__all__ = [
    "audit",
    "citing",
    "entities",
    "era",
    "event",
    "ids",
    "kinds",
    "names",
    "pages",
    "quote",
    "schema_files",
    "series",
    "source",
    "story",
    "texts",
    "values",
]

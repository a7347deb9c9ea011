"""What a record may say."""

__all__ = [
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

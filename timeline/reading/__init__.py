"""From files to records, every mistake with its place."""

__all__ = ["corpus", "validation", "yamlfile"]

"""From files to records, every mistake with its place."""

__all__ = ["corpus", "record_files", "validation", "yamlfile"]

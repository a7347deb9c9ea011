"""From files to records, every mistake with its place."""

__all__ = ["corpus", "plain_data", "record_files", "registry", "validation", "yamlfile"]

"""Tools for those who write records."""

__all__ = [
    "audit_form",
    "completion",
    "drafts",
    "fields",
    "mending",
    "new_command",
    "record_file",
    "renaming",
    "schemas",
    "shared_sources",
]

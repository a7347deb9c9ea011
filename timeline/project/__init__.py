"""What mkdocs.yml and git say of the timeline."""

__all__ = ["colours", "disk", "history", "settings", "settings_check", "site"]

"""What mkdocs.yml and git say of the timeline."""

__all__ = ["colours", "history", "settings", "settings_check", "site"]

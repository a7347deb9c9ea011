"""What mkdocs.yml and git say of the timeline."""

__all__ = ["history", "settings", "settings_check", "site"]

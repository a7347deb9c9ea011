"""What mkdocs.yml and git say of the timeline."""

__all__ = ["cache", "colours", "disk", "history", "releases", "settings", "settings_check", "site"]

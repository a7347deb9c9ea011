"""From pages to a site."""

__all__ = ["assembly", "builder", "frame", "offline", "shell", "staging"]

"""Records as files for other programs."""

__all__ = ["format", "inventory", "package", "write"]

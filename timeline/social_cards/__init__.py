"""Pictures for links that are shared."""

__all__ = ["deck"]

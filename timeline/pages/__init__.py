"""Records as HTML."""

__all__ = ["page", "renderer", "sections"]

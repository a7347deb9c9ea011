"""Records as HTML."""

__all__ = ["booklets", "classroom", "figures", "lesson_plans", "page", "plain_text", "renderer", "sections"]

"""Records as HTML."""

__all__ = [
    "booklets",
    "classroom",
    "environment",
    "figures",
    "kept",
    "lesson_plans",
    "markdown_blocks",
    "page",
    "plain_text",
    "recording",
    "renderer",
    "sections",
]

"""Records as HTML."""

__all__ = [
    "booklets",
    "classroom",
    "environment",
    "figures",
    "kept",
    "lesson_plans",
    "map_labels",
    "maps",
    "markdown_blocks",
    "page",
    "pictures",
    "plain_text",
    "recording",
    "renderer",
    "sections",
]

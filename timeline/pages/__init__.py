"""Records as HTML."""

__all__ = [
    "booklets",
    "classroom",
    "environment",
    "facts",
    "figures",
    "kept",
    "lesson_plans",
    "map_keeping",
    "map_labels",
    "maps",
    "markdown_blocks",
    "page",
    "pictures",
    "plain_text",
    "renderer",
    "sections",
]

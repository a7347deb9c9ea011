"""Records as HTML."""

__all__ = [
    "booklets",
    "chronology",
    "classroom",
    "environment",
    "facts",
    "figures",
    "kept",
    "lesson_plans",
    "map_keeping",
    "map_labels",
    "map_views",
    "maps",
    "markdown_blocks",
    "page",
    "pictures",
    "plain_text",
    "renderer",
    "sections",
]

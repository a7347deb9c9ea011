"""From pages to a site."""

__all__ = [
    *("assembly", "builder", "bundles", "frame", "offline", "policy"),
    *("preview", "rendered", "shell", "staging"),
]

"""Maps: the earth's land and borders, and the pictures that are cut from them."""

__all__ = ["base", "frame", "lines", "world"]

"""Pictures as pages show them: smaller copies without metadata, in several formats."""

__all__ = ["raster", "variants"]

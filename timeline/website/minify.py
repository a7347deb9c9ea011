"""The site's own styles and scripts: short in the built site, readable in the sources."""

from __future__ import annotations

from pathlib import Path

from minify import string as shortened  # tdewolff-minify

KINDS = {".js": "application/javascript", ".css": "text/css"}


def minify(site_dir: Path) -> None:
    """Rewrite the files directly in `assets/` of a built site; what lies deeper came with the theme."""
    for path in sorted((site_dir / "assets").iterdir()):
        if kind := KINDS.get(path.suffix):
            path.write_text(shortened(kind, path.read_text(encoding="utf-8")), encoding="utf-8")

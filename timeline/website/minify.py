"""The site's own styles and scripts: short in the built site, readable in the sources."""

from __future__ import annotations

from pathlib import Path

from minify import string as shortened  # tdewolff-minify
from rcssmin import cssmin


def minify(site_dir: Path) -> None:
    """Rewrite the files directly in `assets/` of a built site; what lies deeper came with the theme."""
    for path in (site_dir / "assets").glob("*.js"):
        path.write_text(shortened("application/javascript", path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (site_dir / "assets").glob("*.css"):
        path.write_text(str(cssmin(path.read_text(encoding="utf-8"))), encoding="utf-8")

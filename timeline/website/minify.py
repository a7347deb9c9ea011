"""The site's own styles and scripts: short in the built site, readable in the sources."""

from __future__ import annotations

import re
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

REQUIRES = re.compile(r"^ \* @requires (\S+)$", re.MULTILINE)
"""Names a script that another needs: it travels in front of it, in one file and one request."""


def minify(site_dir: Path) -> None:
    """Rewrite the files directly in `assets/` of a built site; what lies deeper came with the theme."""
    scripts = {path: path.read_text(encoding="utf-8") for path in (site_dir / "assets").glob("*.js")}
    joined = {path: [path.with_name(name) for name in REQUIRES.findall(text)] for path, text in scripts.items()}
    for path, text in scripts.items():
        parts = [*(scripts[needed] for needed in joined[path]), text]
        path.write_text("\n".join(str(jsmin(part)) for part in parts), encoding="utf-8")
    for path in {needed for others in joined.values() for needed in others}:
        path.unlink()
    for path in (site_dir / "assets").glob("*.css"):
        path.write_text(str(cssmin(path.read_text(encoding="utf-8"))), encoding="utf-8")

"""What is short in the built site and readable in the sources: styles, scripts, and the lines of pages."""

from __future__ import annotations

import re
from pathlib import Path

from minify import string as shortened  # tdewolff-minify
from rcssmin import cssmin


def minify(site_dir: Path) -> None:
    """Rewrite the files directly in `assets/` of a built site; what lies deeper is left."""
    for path in (site_dir / "assets").glob("*.js"):
        path.write_text(shortened("application/javascript", path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (site_dir / "assets").glob("*.css"):
        path.write_text(str(cssmin(path.read_text(encoding="utf-8"))), encoding="utf-8")


_BLANKS = re.compile(
    r"(?P<kept><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)>)|(?P<line>[ \t]*\n\s*)|(?P<blanks>[ \t]{2,})",
    re.DOTALL | re.IGNORECASE,
)


def page(html: str) -> str:
    """Return a page without the blanks by which templates are indented: they are a tenth of it.

    What keeps its lines in a browser keeps them here, and so do scripts, which the policy knows by their hashes.
    """
    return _BLANKS.sub(lambda found: found["kept"] or ("\n" if found["line"] else " "), html)

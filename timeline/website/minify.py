"""What is short in the built site and readable in the sources: styles, scripts, and the lines of pages."""

from __future__ import annotations

import re
from pathlib import Path

from minify import string as shortened  # tdewolff-minify
from rcssmin import cssmin


def minify(site_dir: Path) -> None:
    """Rewrite the files directly in `assets/` of a built site; what lies deeper came with the theme."""
    for path in (site_dir / "assets").glob("*.js"):
        path.write_text(shortened("application/javascript", path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (site_dir / "assets").glob("*.css"):
        path.write_text(str(cssmin(path.read_text(encoding="utf-8"))), encoding="utf-8")


OPTIONAL = ("tabbed-", "md-post", "md-pagination", "md-feedback", "critic", "arithmatex", "task-list-", "admonition")
"""Beginnings of classes that the theme styles and that only some extensions or plugins of a site builder write."""

_RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<declarations>[^{}]*)\}")
_COMMA = re.compile(r",(?![^()]*\))")


def trim_theme(site_dir: Path) -> None:
    """Take out of the theme's styles what no rendered page has a use for.

    Rules for tabs alone are half of what a browser tries on every element, in every frame of a timeline.
    """
    html = "".join(path.read_text(encoding="utf-8") for path in site_dir.rglob("*.html"))
    idle = tuple(f".{name}" for name in OPTIONAL if name not in html)
    for path in (site_dir / "assets" / "stylesheets").glob("main.*.css"):
        path.write_text(without(path.read_text(encoding="utf-8"), idle), encoding="utf-8")


def without(styles: str, classes: tuple[str, ...]) -> str:
    """Return minified styles without the selectors in which one of the classes stands."""

    def rule(found: re.Match[str]) -> str:
        parts = _COMMA.split(found["selectors"])
        kept = [part for part in parts if not any(name in part for name in classes)]
        return f"{','.join(kept)}{{{found['declarations']}}}" if kept else ""

    return _RULE.sub(rule, styles)


_BLANKS = re.compile(
    r"(?P<kept><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)>)|(?P<line>[ \t]*\n\s*)|(?P<blanks>[ \t]{2,})",
    re.DOTALL | re.IGNORECASE,
)


def page(html: str) -> str:
    """Return a page without the blanks by which templates are indented: they are a tenth of it.

    What keeps its lines in a browser keeps them here, and so do scripts, which the policy knows by their hashes.
    """
    return _BLANKS.sub(lambda found: found["kept"] or ("\n" if found["line"] else " "), html)

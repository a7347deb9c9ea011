"""What helps to find pages: the entries of the search index and of the sitemap."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape as escape_html
from pathlib import Path
from xml.sax.saxutils import escape

from timeline.page import Page

SHELLS = "shells/"
"""Where the shells lie; they are no pages, so nothing may find them."""


def extend_search(site: Path, pages: Iterable[Page]) -> None:
    """Add the pages to the search index that MkDocs has written, and take the shells out of it."""
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    written = [entry for entry in index["docs"] if not entry["location"].startswith(SHELLS)]
    ours = [_entry(page) for page in pages if page.listed]
    index["docs"] = [*ours, *written]
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _entry(page: Page) -> dict[str, str]:
    """Return what the theme's search knows of a page; it shows titles and texts as HTML."""
    title, text = (escape_html(words, quote=False) for words in (page.title, page.search))
    return {"location": page.path, "title": title, "text": text}


def write_sitemap(site: Path, url: str, pages: list[Page]) -> None:
    """Write sitemap.xml (sitemaps.org 0.9) with the handwritten pages and ours; without a site URL there is none."""
    path = site / "sitemap.xml"
    for stale in (path.with_suffix(".xml.gz"), path):
        written = (
            re.findall(r"<loc>([^<]*)</loc>", stale.read_text(encoding="utf-8"))
            if stale.suffix == ".xml" and stale.exists()
            else []
        )
        stale.unlink(missing_ok=True)
    if not url:
        return
    ours = {escape(url + page.path): page.listed for page in pages}
    handwritten = [loc for loc in written if loc not in ours and not loc.startswith(escape(url + SHELLS))]
    listed = [loc for loc, is_listed in ours.items() if is_listed]
    rows = "".join(f"<url><loc>{loc}</loc></url>\n" for loc in sorted([*handwritten, *listed]))
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    path.write_text(xml, encoding="utf-8")

"""What the search of the site knows: the index that MkDocs has written, with our pages in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path

from timeline.page import Page
from timeline.sitemap import SHELLS


def extend_search(site: Path, pages: Iterable[Page]) -> None:
    """Add the pages to the search index that MkDocs has written, and take the shells out of it."""
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    written = [entry for entry in index["docs"] if not entry["location"].startswith(SHELLS)]
    ours = [_entry(page) for page in pages if page.listed]
    index["docs"] = [*ours, *written]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(script(text), encoding="utf-8")


def script(index: str) -> str:
    """Return the index as the script that the theme loads for pages on a disk, where nothing may be fetched."""
    return f"var __index={index}\n"


def _entry(page: Page) -> dict[str, str]:
    """Return what the theme's search knows of a page; it shows titles and texts as HTML."""
    title, text = (escape(words, quote=False) for words in (page.title, page.search))
    return {"location": page.path, "title": title, "text": text}

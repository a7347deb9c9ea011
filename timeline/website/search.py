"""What the search of the site knows: the index that MkDocs has written, with our pages in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from timeline.language import letters
from timeline.pages.page import Page
from timeline.website.shell import SHELLS

BOOST = {"place": 6, "actor": 4, "topic": 4, "era": 4, "event": 2}
"""How much more a match counts by the kind of page: whoever types a name wants its page before headlines with it, and
a place before the bodies that are called after it."""


def extend_search(site: Path, pages: Iterable[Page]) -> None:
    """Add the pages to the search index that MkDocs has written, and take the shells out of it."""
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    written = [entry for entry in index["docs"] if not entry["location"].startswith(SHELLS)]
    ours = [entry for page in pages if page.listed for entry in _entries(page)]
    index["docs"] = [*ours, *written]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(script(text), encoding="utf-8")


def script(index: str) -> str:
    """Return the index as the script that the theme loads for pages on a disk, where nothing may be fetched."""
    return f"var __index={index}\n"


def _entries(page: Page) -> Iterator[dict[str, str | int]]:
    """Yield what the theme's search knows of a page; it shows titles and texts as HTML.

    Other spellings are a section of the page, because a title counts a thousand times as much as a text.
    """
    boost = BOOST.get(page.kind, 1)
    names = " · ".join(page.names)
    plain = " ".join(_plain(f"{page.title} {names} {page.search}"))
    parts = page.title, names, f"{page.search} {plain}".strip()
    title, names, text = (escape(part, quote=False) for part in parts)
    yield {"location": page.path, "title": title, "text": text, "boost": boost}
    if names:
        yield {"location": f"{page.path}#names", "title": names, "text": "", "boost": boost}


def _plain(text: str) -> Iterator[str]:
    """Yield the words that have Latin letters beyond the plain ones, as somebody types them who has no others."""
    for word in dict.fromkeys(re.findall(r"\w+", text)):
        plain = letters.folded(word)
        if plain.isascii() and not word.isascii():
            yield plain

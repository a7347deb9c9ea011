"""What the search of the site knows: the index that MkDocs has written, with our pages in it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from timeline.language import letters
from timeline.pages.page import Page
from timeline.website.shell import SHELLS

BOOST = {"place": 6, "actor": 4, "topic": 4, "era": 4, "event": 2}
"""How much more a match counts by the kind of page: whoever types a name wants its page before headlines with it, and
a place before the bodies that are called after it."""

SEPARATOR = (
    r"[\s!-%'-/:-@\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    r"\u2000-\u206f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u303f]+"
)
"""What parts words: blanks, punctuation and symbols; not `&`, which begins what stands for a mark in HTML."""


def extend_search(site: Path, pages: Iterable[Page]) -> None:
    """Add the pages to the search index that MkDocs has written, and take the shells out of it."""
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    written = [entry for entry in index["docs"] if not entry["location"].startswith(SHELLS)]
    ours = [entry for page in pages if page.listed for entry in _entries(page)]
    index["docs"] = [*ours, *written]
    index["config"] = _settings(index["config"])
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(script(text), encoding="utf-8")


def _settings(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the search reads words by: every letter of every script belongs to its word, and no mark does.

    For several languages at once it would cut from both ends of a word what is no letter of theirs, Ł and č, too; no
    setting turns that off, and what it would give in return, endings taken off, is not used.
    """
    return {**config, "lang": config.get("lang", [])[:1], "separator": SEPARATOR}


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
    title, names, text = (escape(unicodedata.normalize("NFC", part), quote=False) for part in parts)
    yield {"location": page.path, "title": title, "text": text, "boost": boost}
    if names:
        yield {"location": f"{page.path}#names", "title": names, "text": "", "boost": boost}


def _plain(text: str) -> Iterator[str]:
    """Yield the words that have Latin letters beyond the plain ones, as somebody types them who has no others."""
    for word in dict.fromkeys(re.findall(r"\w+", unicodedata.normalize("NFC", text))):
        plain = letters.folded(word)
        if plain.isascii() and not word.isascii():
            yield plain

"""What the search of the site knows: the index that MkDocs has written, with our pages in it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from timeline.language import letters
from timeline.pages.page import Page
from timeline.website.shell import SHELLS

_TAG = re.compile(r"<[^>]*>")


def extend_search(site: Path, pages: Iterable[Page]) -> None:
    """Add the pages to the search index that MkDocs has written, and take the shells out of it."""
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    written = [_words(entry) for entry in index["docs"] if not entry["location"].startswith(SHELLS)]
    index["docs"] = [*(_entry(page) for page in pages if page.listed), *written]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(script(text), encoding="utf-8")


def script(index: str) -> str:
    """Return the index as the script that a page loads once somebody searches, from a server and from a disk."""
    return f"var __index={index}\n"


def _entry(page: Page) -> dict[str, str]:
    """Return what the search knows of a page; the other spellings of its title count nearly as much as that."""
    names = " · ".join(page.names)
    plain = " ".join(_plain(f"{page.title} {names} {page.search}"))
    found = {
        **{"location": page.path, "title": page.title, "text": f"{page.search}\n{plain}".strip(), "kind": page.kind},
        **{"names": names, "date": page.date},
    }
    return {key: unicodedata.normalize("NFC", value) for key, value in found.items() if value or key == "text"}


def _words(entry: dict[str, str]) -> dict[str, str]:
    """Return the entry of a handwritten page without its HTML."""
    return {**entry, **{key: unescape(_TAG.sub("", entry[key])) for key in ("title", "text")}}


def _plain(text: str) -> Iterator[str]:
    """Yield the words that have Latin letters beyond the plain ones, as somebody types them who has no others."""
    for word in dict.fromkeys(re.findall(r"\w+", unicodedata.normalize("NFC", text))):
        plain = letters.folded(word)
        if plain.isascii() and not word.isascii():
            yield plain

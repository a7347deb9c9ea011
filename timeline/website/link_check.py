"""The links of a built site: every internal address leads to a file, every fragment to an id, every id is unique."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from timeline.problems import Problem

_TAG = re.compile(r"""<[a-zA-Z][^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>""")
_ATTRIBUTE = re.compile(r"""\s([^\s"'>/=]+)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_LINKING = ("href", "src", "action")
_SKIPPED = re.compile(r"<(?:!--.*?-->|script\b(?![^>]*\ssrc=).*?</script>|style\b.*?</style>)", re.DOTALL)
_OUTSIDE = ("http:", "https:", "mailto:", "data:", "//")


@dataclass(frozen=True, slots=True)
class Document:
    """What one HTML file offers and asks for."""

    path: str
    ids: Counter[str]
    links: tuple[str, ...]
    harm: tuple[tuple[str, str], ...] = ()
    """Code and words of what runs or loads from elsewhere, whichever way it got in."""


def check(site: Path) -> list[Problem]:
    """Return a problem for each internal link of the site in `site` that leads nowhere, and each doubled id."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    read = {name: _read(name, path) for name, path in files.items() if name.endswith(".html")}
    return [problem for document in read.values() for problem in _problems(document, read, files.keys())]


def _read(name: str, path: Path) -> Document:
    tags = _TAG.findall(_SKIPPED.sub("", path.read_text(encoding="utf-8")))
    found = [pair for tag in tags if "=" in tag for pair in _asked(tag)]
    ids = Counter(value for attribute, value in found if attribute == "id")
    links = dict.fromkeys(value for attribute, value in found if attribute != "id")
    harm = dict.fromkeys(said for tag in tags if (said := _harm(tag)))
    return Document(name, ids, tuple(links), tuple(harm))


@lru_cache(maxsize=100_000)
def _harm(tag: str) -> tuple[str, str] | None:
    """Return what is wrong with a tag that would run something, or load it from another site."""
    for name, a, b, c in _ATTRIBUTE.findall(tag):
        key, value = name.lower(), unescape(a or b or c).strip().lower()
        if key.startswith("on") or (key in _LINKING and re.match(r"(?:javascript|vbscript|data:text/html)", value)):
            return "script-in-page", f"{tag[:60]} would run a script"
        if key in _LOADING and re.match(r"(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}", value) and not _STATES.match(tag):
            return "third-party", f"{tag[:60]} loads a file of another site"
        if key == "class" and "mermaid" in value.split():
            return "third-party", f"{tag[:60]} loads a script of another site"
    return None


@lru_cache(maxsize=100_000)
def _asked(tag: str) -> tuple[tuple[str, str], ...]:
    """Return the ids and links of a tag; the frame of the pages repeats most tags on every page."""
    attributes = _ATTRIBUTE.findall(tag)
    return tuple((name, unescape(a or b or c)) for name, a, b, c in attributes if name == "id" or name in _LINKING)


_LOADING = ("src", "srcset", "poster", "data", "background", "xlink:href")
_STATES = re.compile(r"<(?:a|meta|area|data)\b", re.IGNORECASE)
"""Tags whose addresses are said, not loaded."""


def _problems(document: Document, read: dict[str, Document], files: Set[str]) -> Iterator[Problem]:
    for code, said in document.harm:
        yield Problem(document.path, 1, 1, code, said, "take it out of what the page was made of")
    for id_, count in document.ids.items():
        if count > 1:
            yield Problem(
                document.path,
                1,
                1,
                "doubled-id",
                f'the id "{id_}" stands {count} times',
                "ids are unique within a page",
            )
    if document.path == "404.html":
        return  # its links start at the site's root, which only the server knows
    for link in document.links:
        if link.startswith(_OUTSIDE):
            continue
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = _target(document.path, unquote(parts.path))
        if target not in files:
            yield Problem(document.path, 1, 1, "broken-link", f'"{link}" leads to no file', "check the address")
        elif parts.fragment and target in read and unquote(parts.fragment) not in read[target].ids:
            yield Problem(
                document.path,
                1,
                1,
                "broken-anchor",
                f'"{link}" leads to no id on that page',
                "check what follows #",
            )


def _target(page: str, path: str) -> str:
    if not path:
        return page
    to_root = "../" * page.count("/")
    if path.startswith(to_root):  # most links do, and what follows is the same on every page
        return _resolved("", path[len(to_root) :] or "./")
    return _resolved(posixpath.dirname(page), path)


@lru_cache(maxsize=100_000)
def _resolved(folder: str, path: str) -> str:
    target = posixpath.normpath(posixpath.join(folder, path))
    if path.endswith(("/", "/.", "/..")) or path in (".", "..") or target == ".":
        target = posixpath.join(target, "index.html")
    return posixpath.normpath(target)

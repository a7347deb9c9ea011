"""The links of a built site: every internal address leads to a file, every fragment to an id, every id is unique."""

from __future__ import annotations

import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
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
    ids: frozenset[str]
    doubled: tuple[tuple[str, int], ...]
    """Ids that stand more than once, and how often."""
    needs: frozenset[str]
    """The files that its links lead to, and the ids in them, after a zero byte."""
    harm: tuple[tuple[str, str], ...] = ()
    """Code and words of what runs or loads from elsewhere, whichever way it got in."""


def check(site: Path, known: Mapping[str, Document] | None = None) -> list[Problem]:
    """Return a problem for each internal link of the site in `site` that leads nowhere, and each doubled id.

    known: documents that were read when their files were written.
    """
    files = set(_files(site))
    read = {**(known or {})}
    read.update((name, _read(name, site / name)) for name in files if name.endswith(".html") and name not in read)
    offered = files.union(f"{name}\0{id_}" for name, document in read.items() for id_ in document.ids)
    odd = (document for _, document in sorted(read.items()) if _is_odd(document, offered))
    return [problem for document in odd for problem in _problems(document, site, read, files)]


def _is_odd(document: Document, offered: Set[str]) -> bool:
    return bool(document.doubled or document.harm or not document.needs <= offered)


def _files(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        place = os.path.relpath(folder, site).replace(os.sep, "/")
        yield from names if place == "." else (f"{place}/{name}" for name in names)


def _read(name: str, path: Path) -> Document:
    return document(name, path.read_text(encoding="utf-8"))


def document(name: str, html: str) -> Document:
    """Return what the page with this HTML offers and asks for; `name` is its file below the site's root."""
    tags = _tags(html)
    found = _pairs(tags)
    ids = Counter(value for attribute, value in found if attribute == "id")
    doubled = tuple((id_, count) for id_, count in ids.items() if count > 1)
    needs = frozenset(need for attribute, link in found if attribute != "id" for need in _needs(name, link))
    harm = dict.fromkeys(said for tag in tags if (said := _harm(tag)))
    return Document(name, frozenset(ids), doubled, needs, tuple(harm))


def _tags(html: str) -> list[str]:
    return _TAG.findall(_SKIPPED.sub("", html))


def _pairs(tags: list[str]) -> list[tuple[str, str]]:
    """Return every id and every link of some tags, by the name of its attribute."""
    return [pair for tag in tags if "=" in tag for pair in _asked(tag)]


def _needs(page: str, link: str) -> Iterator[str]:
    """Yield what a link rests on: a file, and an id in it."""
    if page == "404.html" or link.startswith(_OUTSIDE):
        return  # the links of the lost page start at the site's root, which only the server knows
    parts = urlsplit(link)
    if parts.scheme:
        return
    target = _target(page, unquote(parts.path))
    yield target
    if parts.fragment and target.endswith(".html"):
        yield f"{target}\0{unquote(parts.fragment)}"


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


def _problems(document: Document, site: Path, read: Mapping[str, Document], files: Set[str]) -> Iterator[Problem]:
    for code, said in document.harm:
        yield Problem(document.path, 1, 1, code, said, "take it out of what the page was made of")
    for id_, count in document.doubled:
        yield Problem(
            document.path,
            1,
            1,
            "doubled-id",
            f'the id "{id_}" stands {count} times',
            "ids are unique within a page",
        )
    pairs = _pairs(_tags((site / document.path).read_text(encoding="utf-8")))
    for link in dict.fromkeys(value for attribute, value in pairs if attribute != "id"):
        target, _, anchor = next(reversed([*_needs(document.path, link)]), "").partition("\0")
        if target and target not in files:
            yield Problem(document.path, 1, 1, "broken-link", f'"{link}" leads to no file', "check the address")
        elif anchor and anchor not in read[target].ids:
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

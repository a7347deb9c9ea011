"""Texts of records: the citations in them, their paragraphs, and their HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

GROUP = re.compile(r"\[@[^\[\]]*\]")
"""A group of citations in Pandoc's form: [@key, locator; @key2]."""

LINK = re.compile(r"\]\((?P<target>[^()\s]*)")
REFERENCE = re.compile(r"^(?P<kind>event|era|actor|place|topic|source|term):(?P<id>.*)$")
"""A link to another record of the timeline: [the treaty](event:1815-treaty)."""

PENDING = "TODO"
"""The word in a text that somebody has still to write."""

_ONE = re.compile(r"^@(?P<key>[^\s,]+)(?:,\s*(?P<locator>.+))?$", re.DOTALL)
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_HEADING = re.compile(r"^#.*$", re.MULTILINE)
_HTML = re.compile(r"</?[A-Za-z!][^<>]*>")
_FORM = re.compile(r"^(?P<key>[^\s,@]+)(?:,\s*(?P<locator>.+))?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cite:
    """One pointer into one source."""

    key: str
    locator: str | None = None


def cites_in(group: str) -> tuple[Cite, ...]:
    """Return the citations of one group; a part that is none comes back with an empty key."""
    found = []
    for part in group[1:-1].split(";"):
        match = _ONE.match(part.strip())
        found.append(Cite(match["key"], _tidy(match["locator"])) if match else Cite("", part.strip()))
    return tuple(found)


def cites(text: str) -> Iterator[Cite]:
    """Yield every citation of a text in order."""
    for match in GROUP.finditer(text):
        yield from cites_in(match.group())


def cite_of(text: str) -> Cite:
    """Return the citation that a list entry such as `key, p. 4` stands for."""
    match = _FORM.match(text.strip().removeprefix("@"))
    return Cite(match["key"], _tidy(match["locator"])) if match else Cite("", text)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: what blank lines part, without headings."""
    blocks = (_HEADING.sub("", block).strip() for block in re.split(r"\n[ \t]*\n", text))
    return [block for block in blocks if block]


def plain(text: str) -> str:
    """Return a text as words alone: without citations, headings, emphasis and the addresses of its links."""
    words = _LINKED.sub(r"\1", GROUP.sub("", " ".join(paragraphs(text))))
    return re.sub(r" (?=[.,;:?!])", "", " ".join(words.replace("*", "").split()))


def markup(text: str) -> re.Match[str] | None:
    """Return the first HTML tag in a text, or None: texts are Markdown, and HTML in them is refused."""
    return _HTML.search(text)


def targets(text: str) -> Iterator[str]:
    """Yield the target of every Markdown link of a text."""
    for match in LINK.finditer(text):
        yield match["target"]


def count_words(text: str) -> int:
    """Return the number of words of a text, without its citations."""
    return len(re.findall(r"[\w’'-]+", GROUP.sub("", text)))


def _tidy(locator: str | None) -> str | None:
    return " ".join(locator.split()) if locator else None

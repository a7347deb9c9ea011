"""Texts of records: the citations in them, their paragraphs, and their HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

GROUP = re.compile(r"\[@[^\[\]]*\]")
"""A group of citations in Pandoc's form: [@key, locator; @key2]."""

REFERENCE = re.compile(r"^(?P<kind>event|era|actor|place|topic|source|term):(?P<id>.*)$")
"""A link to another record of the timeline: [the treaty](event:1815-treaty)."""

PENDING = "TODO"
"""The word in a text that somebody has still to write."""

_ONE = re.compile(r"^@(?P<key>[^\s,]+)(?:,\s*(?P<locator>.+))?$", re.DOTALL)
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_OPENING = re.compile(r"(?<!\\)\]\(")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')$""")
_HEADING = re.compile(r"^#{1,6}[ \t].*$", re.MULTILINE)
_HTML = re.compile(r"</?[A-Za-z!][^<>]*>")
_BRACKETS = re.compile(r"(?<![\\\]!])\[(?P<inner>[^\[\]@^]+)\](?![(\[:])")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_AT = re.compile(r"(?<![\w@/.])@(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)")
_BARE = re.compile(r"(?<![<\w])(?:https?://|www\.)[^\s<>\[\]]+\w[^\s<>\[\]]*", re.IGNORECASE)
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
    """Yield every citation of a text in order; what stands in code is shown as it is, and cites nothing."""
    for match in GROUP.finditer(_CODE.sub(" ", text)):
        yield from cites_in(match.group())


def unmarked(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every pair of brackets that holds nothing but ids, with locators or not, and these ids: `[key, p. 3]`."""
    for match in _BRACKETS.finditer(_CODE.sub(_blank, text)):
        parts = [_FORM.match(part.strip()) for part in match["inner"].split(";")]
        keys = tuple(part["key"] for part in parts if part and _ID.fullmatch(part["key"]))
        if len(keys) == len(parts):
            yield match.group(), keys


def bare_keys(text: str) -> Iterator[str]:
    """Yield every key after an @ that stands in no group of citations."""
    for match in _AT.finditer(GROUP.sub(_blank, _CODE.sub(_blank, text))):
        yield match["key"]


def bare_addresses(text: str) -> Iterator[str]:
    """Yield every web address that stands in a text itself, and not in a link or a citation."""
    text = GROUP.sub(_blank, _CODE.sub(_blank, text))
    for start, end in _links(text):
        opened = text.rfind("[", 0, start)
        text = text[:opened] + " " * (end - opened) + text[end:]
    for match in _BARE.finditer(text):
        yield match.group().rstrip(".,;:!?)'\"’”")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def cite_of(text: str) -> Cite:
    """Return the citation that a list entry such as `key, p. 4` stands for."""
    match = _FORM.match(text.strip().removeprefix("@"))
    return Cite(match["key"], _tidy(match["locator"])) if match else Cite("", text)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: what blank lines part, without headings."""
    blocks = (_HEADING.sub("", block).strip() for block in re.split(r"\n[ \t]*\n", text))
    return [block for block in blocks if block]


def markup(text: str) -> re.Match[str] | None:
    """Return the first HTML tag in a text, or None: texts are Markdown, and HTML in them is refused."""
    return _HTML.search(text)


def targets(text: str) -> Iterator[str]:
    """Yield the target of every Markdown link of a text."""
    text = _CODE.sub(" ", text)
    for start, end in _links(text):
        yield _address(text[start:end])


def count_words(text: str) -> int:
    """Return the number of words of a text, without its citations and the addresses of its links."""
    text = GROUP.sub("", text)
    for start, end in reversed(list(_links(text))):
        text = text[:start] + text[end:]
    return len(re.findall(r"[\w’'-]+", text))


def _links(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the brackets of each link hold its address; within it, brackets come in pairs."""
    for opening in _OPENING.finditer(text):
        depth = 1
        for place in range(opening.end(), len(text)):
            depth += {"(": 1, ")": -1}.get(text[place], 0)
            if not depth:
                yield opening.end(), place
                break


def _address(words: str) -> str:
    """Return the address of a link from what stands in its brackets: a title may follow it."""
    return _TITLE.sub("", words.strip()).removeprefix("<").removesuffix(">")


def _tidy(locator: str | None) -> str | None:
    return " ".join(locator.split()) if locator else None

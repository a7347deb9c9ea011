"""Sources as BibTeX entries."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.catalogue import Item
from timeline.citations.csl import _container, _numbers, _remark, _title
from timeline.citations.dates import known_ends
from timeline.dates import Date
from timeline.language import references
from timeline.language.dates import words
from timeline.records import names, pages
from timeline.records.source import CslType, Source

BIBTEX: Mapping[CslType, tuple[str, str]] = {
    "article-journal": ("article", "journal"),
    "article-magazine": ("article", "journal"),
    "article-newspaper": ("article", "journal"),
    "book": ("book", "booktitle"),
    "chapter": ("incollection", "booktitle"),
    "entry-encyclopedia": ("incollection", "booktitle"),
    "paper-conference": ("inproceedings", "booktitle"),
    "report": ("techreport", "booktitle"),
    "thesis": ("phdthesis", "booktitle"),
}
"""Entry type and name of the container field; every other type is `misc`, whose container is `howpublished`."""

_SUBTYPE: Mapping[CslType, str] = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
"""What biblatex calls kinds of articles."""

_PUBLISHER = {"techreport": "institution", "phdthesis": "school", "misc": "publisher"}

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {mark: f"\\{mark}" for mark in "{}$&#_%"}
_MARKS = re.compile(r"[\\~^{}$&#_%]")


def bibtex(item: Item[Source]) -> str:
    """Return a source as a BibTeX entry: `date` is EDTF for biblatex, `year` and `month` are for BibTeX."""
    source = item.record
    kind, container_field = BIBTEX.get(source.type, ("misc", "howpublished"))
    container, publisher = _container(source)
    fields: dict[str, str | None] = {
        "author": _bibtex_names(source.author),
        "editor": _bibtex_names(source.editor),
        "title": f"{{{tex(_title(source))}}}",
        container_field: tex(container),
        "entrysubtype": _SUBTYPE.get(source.type),
        "series": tex(source.collection_title),
        _PUBLISHER.get(kind, "publisher"): tex(publisher),
        "address": tex(source.publisher_place),
        "volume": tex(source.volume),
        "number": tex(source.issue or source.number),
        "pages": tex(pages.read(source.page).written("--")),
        "date": source.issued.text if source.issued else None,
        **(_bibtex_year(source.issued) if source.issued else {}),
        "language": source.language,
        "doi": source.doi,
        "isbn": tex(source.isbn),
        "url": _bare(source.url),
        "urldate": source.accessed.text if source.accessed else None,
        "note": tex(_remark(source)),
        "annotation": tex(references.archived(source.archive_location)) if source.archive_location else None,
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{item.id},\n{rows}}}\n"


def tex(text: str | None) -> str | None:
    """Return a text with the marks escaped that TeX takes for commands."""
    if not text:
        return None
    text = " ".join(text.split())
    lone = _lone_braces(text)
    return _MARKS.sub(lambda mark: lone.get(mark.start()) or _TEX[mark.group()], text)


def _lone_braces(text: str) -> dict[int, str]:
    """Return how each brace without a partner is written, by its place: readers count braces, escaped ones too."""
    opened: list[int] = []
    found: dict[int, str] = {}
    for place, letter in enumerate(text):
        if letter == "{":
            opened.append(place)
        elif letter == "}" and opened:
            opened.pop()
        elif letter == "}":
            found[place] = r"{\textbraceright}"
    return found | dict.fromkeys(opened, r"{\textbraceleft}")


def _bibtex_names(written: tuple[str, ...]) -> str | None:
    return " and ".join(_bibtex_name(names.read(text)) for text in written) or None


def _bibtex_name(name: names.Name) -> str:
    """Return a name in BibTeX's order, `Family, Jr., Given`; braces keep one that is no person's in one piece."""
    if not name.person:
        return f"{{{tex(name.whole)}}}"
    return ", ".join(str(tex(part)) for part in (name.family, name.suffix, name.given) if part)


def _bare(url: str | None) -> str | None:
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C") if url else None


def _bibtex_year(date: Date) -> dict[str, str]:
    points = known_ends(date)
    if not points or date.sort_key[0].year < 1 or date.approximate or date.uncertain:
        return {"year": words(date)}
    (first, *month), last = _numbers(points[0]), _numbers(points[-1])
    same = [first, *month][:2] == last[:2]
    years = {"year": str(first) if first == last[0] else f"{first}--{last[0]}"}
    return years | ({"month": str(month[0])} if month and same else {})

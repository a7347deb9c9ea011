"""Sources as RIS records."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from timeline.catalogue import Item
from timeline.citations.csl import _container, _numbers, _remark, _title
from timeline.citations.dates import known_ends
from timeline.dates import Date
from timeline.language.dates import words
from timeline.records import names, pages
from timeline.records.source import CslType, Source

RIS: Mapping[CslType, str] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "legal_case": "CASE",
    "legislation": "STAT",
    "paper-conference": "CPAPER",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "speech": "SLIDE",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}
"""Reference types; every other type is `GEN`, generic."""


def ris(item: Item[Source]) -> str:
    """Return a source as an RIS record, its lines ended by CRLF."""
    source = item.record
    container, publisher = _container(source)
    named = pages.read(source.page)
    lines = [
        ("TY", RIS.get(source.type, "GEN")),
        ("ID", item.id),
        *(("AU", names.read(name).sorted) for name in source.author),
        *(("A2", names.read(name).sorted) for name in source.editor),
        ("TI", _title(source)),
        ("T2", container),
        ("T3", source.collection_title),
        ("PB", publisher),
        ("CY", source.publisher_place),
        ("VL", source.volume),
        ("IS", source.issue),
        ("M1", source.number),
        ("SP", named.first),
        ("EP", named.last),
        ("PY", _ris_year(source.issued)),
        ("DA", _ris_date(source.issued)),
        ("Y2", _ris_date(source.accessed)),
        ("LA", source.language),
        ("DO", source.doi),
        ("SN", source.isbn),
        ("UR", source.url),
        ("AV", source.archive_location),
        ("N1", _remark(source)),
    ]
    rows = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value)
    return f"{rows}ER  - \r\n"


def _ris_year(date: Date | None) -> str | None:
    points = known_ends(date) if date else None
    return f"{_numbers(points[0])[0]:04d}" if points and points[0].earliest.year > 0 else None


def _ris_date(date: Date | None) -> str | None:
    """Return `YYYY/MM/DD/words` with what is not known left empty; words only where numbers do not say all."""
    if not date or not (points := known_ends(date)) or date.sort_key[0].year < 1:
        return f"///{words(date)}" if date else None
    numbers = [_numbers(point) for point in points]
    shared = list(takewhile(lambda pair: pair[0] == pair[1], zip(numbers[0], numbers[-1], strict=False)))
    year, month, day = [*(f"{number:02d}" for number, _ in shared), "", "", ""][:3]
    plain = len(points) == 1 and not (date.approximate or date.uncertain)
    return f"{year}/{month}/{day}/{'' if plain else words(date)}"

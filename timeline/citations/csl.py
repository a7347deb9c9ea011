"""Sources for reference managers: CSL-JSON (CSL 1.0.2), BibTeX with the date fields of biblatex, and RIS."""

from __future__ import annotations

from typing import Any

from timeline.catalogue import Item
from timeline.citations.dates import known_ends
from timeline.citations.house_style import title_of
from timeline.dates import Date, Point, Precision
from timeline.language import references
from timeline.language.dates import words
from timeline.records import names, pages
from timeline.records.source import Source

PERIODICALS = {"article-journal", "article-magazine", "article-newspaper", "post-weblog"}
"""Types whose publisher is the container when none is given: `BBC News` published what stands in BBC News."""


def csl(item: Item[Source]) -> dict[str, Any]:
    """Return a source as a CSL-JSON item; what is no CSL variable stands under `custom`."""
    source = item.record
    container, publisher = _container(source)
    found: dict[str, Any] = {
        "id": item.id,
        "type": source.type,
        "title": _title(source),
        "author": [_csl_name(name) for name in source.author],
        "editor": [_csl_name(name) for name in source.editor],
        "container-title": container,
        "collection-title": source.collection_title,
        "publisher": publisher,
        "publisher-place": source.publisher_place,
        "volume": source.volume,
        "issue": source.issue,
        "page": pages.read(source.page).written("-"),
        "number": source.number,
        "issued": _csl_date(source.issued) if source.issued else None,
        "accessed": _csl_date(source.accessed) if source.accessed else None,
        "language": source.language,
        "DOI": source.doi,
        "ISBN": source.isbn,
        "URL": source.url,
        "archive_location": source.archive_location,
        "note": source.note,
        "custom": _known({"kind": source.kind, "origin": source.origin, "title-translation": source.title_translation}),
    }
    return _known(found)


def _title(source: Source) -> str:
    """Return the title; one that nobody has seen is supplied, in the square brackets that say so."""
    return source.title or f"[{title_of(source)}]"


def _container(source: Source) -> tuple[str | None, str | None]:
    if source.type in PERIODICALS and not source.container_title:
        return source.publisher, None
    return source.container_title, source.publisher


def _remark(source: Source) -> str | None:
    parts = (
        references.english_title(source.title_translation) if source.title_translation else "",
        references.first_made_by(source.origin) if source.origin else "",
        source.note or "",
    )
    return " ".join(part for part in parts if part) or None


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    known = names.read(name)
    if not known.person:
        return {"literal": known.whole}
    return {"family": known.family, "given": known.given} | ({"suffix": known.suffix} if known.suffix else {})


def _numbers(point: Point) -> list[int]:
    """Return year, month and day as far as they are given; there is no year 0: 1 BCE is -1."""
    day = point.earliest
    year = day.year if day.year > 0 else day.year - 1
    return [year, day.month, day.day][: point.precision - Precision.YEAR + 1]


def _csl_date(date: Date) -> dict[str, Any]:
    points = known_ends(date)
    if not points:
        return {"literal": words(date)}
    circa = {"circa": True} if date.approximate or date.uncertain else {}
    return {"date-parts": [_numbers(point) for point in points], **circa}

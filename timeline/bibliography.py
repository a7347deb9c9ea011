"""Sources for reference managers: CSL-JSON (CSL 1.0.2), BibTeX with the date fields of biblatex, and RIS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any

from timeline.catalogue import Catalogue, Item
from timeline.citationdates import known_ends
from timeline.dates import Date, Point, Precision
from timeline.datewords import words
from timeline.references import title_of
from timeline.sources import CslType, Source

PERIODICALS = {"article-journal", "article-magazine", "article-newspaper", "post-weblog"}
"""Types whose publisher is the container when none is given: `BBC News` published what stands in BBC News."""

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

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {mark: f"\\{mark}" for mark in "{}$&#_%"}
_MARKS = re.compile(r"[\\~^{}$&#_%]")


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield every bibliography, by its path below data/v1: of all sources, of each event and of each era.

    An era's holds what its narrative and its events rest on.
    """
    parts = {key: _Parts(item) for key, item in catalogue.sources.items()}
    places = {key: index for index, key in enumerate(catalogue.sources)}
    yield from _three("", parts.values())
    cited: dict[str, set[str]] = {era: set() for era in catalogue.eras}
    for event in catalogue.events.values():
        keys = {citation.key for citation in event.record.citations}
        yield from _three(f"events/{event.id}/", (parts[key] for key in sorted(keys, key=places.__getitem__)))
        if era := catalogue.era_of.get(event.id):
            cited[era] |= keys
    for key, uses in catalogue.uses.items():
        for use in uses:
            if use.kind == "era":
                cited[use.id].add(key)
    for era, keys in cited.items():
        yield from _three(f"eras/{era}/", (parts[key] for key in sorted(keys, key=places.__getitem__)))


class _Parts:
    """One source in the three forms, made once for every file that holds it."""

    def __init__(self, item: Item[Source]) -> None:
        self.csl = json.dumps(csl(item), ensure_ascii=False)
        self.bibtex, self.ris = bibtex(item), ris(item)


def _three(folder: str, parts: Iterable[_Parts]) -> Iterator[tuple[str, str]]:
    found = list(parts)
    yield f"{folder}sources.csl.json", "[\n" + ",\n".join(part.csl for part in found) + "\n]\n"
    yield f"{folder}sources.bib", "\n".join(part.bibtex for part in found)
    yield f"{folder}sources.ris", "\r\n".join(part.ris for part in found)


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
        "page": source.page,
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
        "pages": tex(source.page.replace("-", "--")) if source.page else None,
        "date": source.issued.text if source.issued else None,
        **(_bibtex_year(source.issued) if source.issued else {}),
        "language": source.language,
        "doi": source.doi,
        "isbn": source.isbn,
        "url": _bare(source.url),
        "urldate": source.accessed.text if source.accessed else None,
        "note": tex(_remark(source)),
        "annotation": tex(f"Archived copy: {source.archive_location}") if source.archive_location else None,
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{item.id},\n{rows}}}\n"


def ris(item: Item[Source]) -> str:
    """Return a source as an RIS record, its lines ended by CRLF."""
    source = item.record
    container, publisher = _container(source)
    first, _, last = (source.page or "").partition("-")
    lines = [
        ("TY", RIS.get(source.type, "GEN")),
        ("ID", item.id),
        *(("AU", name) for name in source.author),
        *(("A2", name) for name in source.editor),
        ("TI", _title(source)),
        ("T2", container),
        ("T3", source.collection_title),
        ("PB", publisher),
        ("CY", source.publisher_place),
        ("VL", source.volume),
        ("IS", source.issue),
        ("M1", source.number),
        ("SP", first),
        ("EP", last),
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


def tex(text: str | None) -> str | None:
    """Return a text with the marks escaped that TeX takes for commands."""
    return _MARKS.sub(lambda mark: _TEX[mark.group()], " ".join(text.split())) if text else None


def _title(source: Source) -> str:
    """Return the title; one that nobody has seen is supplied, in the square brackets that say so."""
    return source.title or f"[{title_of(source)}]"


def _container(source: Source) -> tuple[str | None, str | None]:
    if source.type in PERIODICALS and not source.container_title:
        return source.publisher, None
    return source.container_title, source.publisher


def _remark(source: Source) -> str | None:
    parts = (
        f"English title: {source.title_translation}." if source.title_translation else "",
        f"First made by {source.origin}." if source.origin else "",
        source.note or "",
    )
    return " ".join(part for part in parts if part) or None


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}


def _bibtex_names(names: tuple[str, ...]) -> str | None:
    return " and ".join(str(tex(name)) if ", " in name else f"{{{tex(name)}}}" for name in names) or None


def _bare(url: str | None) -> str | None:
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C") if url else None


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


def _bibtex_year(date: Date) -> dict[str, str]:
    points = known_ends(date)
    if not points or date.sort_key[0].year < 1 or date.approximate or date.uncertain:
        return {"year": words(date)}
    (first, *month), last = _numbers(points[0]), _numbers(points[-1])
    same = [first, *month][:2] == last[:2]
    years = {"year": str(first) if first == last[0] else f"{first}--{last[0]}"}
    return years | ({"month": str(month[0])} if month and same else {})


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

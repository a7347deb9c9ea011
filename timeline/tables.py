"""Tables for spreadsheets: CSV (RFC 4180) in UTF-8 with a byte order mark, and the Table Schema of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from timeline.catalogue import Catalogue
from timeline.dates import Date
from timeline.datewords import words
from timeline.references import reference, title_of

Cell = str | int | Decimal | None

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula; a text that begins so gets an apostrophe before it."""

LIST = "; "
"""Parts the values of a cell that holds several."""


class Column(NamedTuple):
    """One column: name, Frictionless type, and what it holds."""

    name: str
    type: str
    description: str


_DATE = (
    Column("date", "string", "When, as EDTF (ISO 8601-2)"),
    Column("earliest", "string", "First possible day; empty if the start is open or unknown"),
    Column("latest", "string", "Last possible day; empty if the end is open or unknown"),
    Column("precision", "string", "day, month, year, decade or century"),
    Column("date_words", "string", "The date in English words"),
)

EVENTS = (
    Column("id", "string", "Id of the event"),
    Column("title", "string", "What happened, in a few words"),
    *_DATE,
    Column("era", "string", "Id of the era"),
    Column("importance", "string", "landmark, major or minor"),
    Column("topics", "string", "Ids of topics, the lane first"),
    Column("places", "string", "Names of places"),
    Column("actors", "string", "Names of those who took part"),
    Column("summary", "string", "One sentence"),
    Column("disputes", "integer", "Number of questions on which sources disagree"),
    Column("sources", "integer", "Number of sources"),
    Column("corrections", "integer", "Number of corrections after publication"),
    Column("path", "string", "Address of the page below the site's root"),
)

CITATIONS = (
    Column("cited_in", "string", "Kind of the record that cites: event, era, series …"),
    Column("id", "string", "Id of that record"),
    Column("source", "string", "Key of the source"),
    Column("locators", "string", "Where in the source"),
    Column("checked", "string", "How much of it was read: full text, excerpt, not seen; empty if not noted"),
    Column("kind", "string", "What the source is"),
    Column("language", "string", "Language of the source (BCP 47)"),
    Column("issued", "string", "When it was published, as EDTF; empty if not known"),
    Column("title", "string", "Title, or words that say that nobody has seen it"),
    Column("reference", "string", "The line of a bibliography"),
    Column("url", "string", "Where it can be read"),
    Column("archived", "string", "Where an archived copy is"),
)

SERIES = (
    Column("series", "string", "Id of the series"),
    Column("line", "string", "What the value belongs to: an answer, a candidate, a country"),
    *_DATE,
    Column("value", "number", "The number"),
    Column("unit", "string", "Its unit"),
    Column("base", "string", "What a share is a share of"),
    Column("measured_by", "string", "Who measured"),
    Column("sources", "string", "Keys of the sources, with locators after a comma"),
    Column("note", "string", "A caveat"),
)


def events(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each event in order of time."""
    for item in catalogue.events.values():
        event = item.record
        yield (
            item.id,
            event.title,
            *_date(event.date),
            catalogue.era_of.get(item.id),
            event.importance,
            LIST.join(event.topics),
            LIST.join(catalogue.places[id_].record.name for id_ in event.places),
            LIST.join(catalogue.actors[id_].record.name for id_ in event.actors),
            event.summary,
            len(event.disputes),
            len(event.citations),
            len(event.corrections),
            item.path,
        )


def citations(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each record and each source that it cites, by source."""
    for key, item in catalogue.sources.items():
        source = item.record
        about = (
            source.kind,
            source.language,
            source.issued.text if source.issued else None,
            title_of(source),
            reference(source).striptags(),
            source.url,
            source.archive_location,
        )
        for use in catalogue.uses.get(key, ()):
            yield use.kind, use.id, key, LIST.join(use.locators), use.checked, *about


def series(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each value of each series."""
    for item in catalogue.series.values():
        numbers = item.record
        for line in numbers.lines:
            who = line.measured_by or numbers.measured_by
            for point in line.points:
                cited = LIST.join(point.citations)
                about = numbers.unit, numbers.base, who, cited, point.note
                yield item.id, line.title, *_date(point.date), point.value, *about


TABLES: Mapping[str, tuple[tuple[Column, ...], Callable[[Catalogue], Iterable[tuple[Cell, ...]]]]] = {
    "events": (EVENTS, events),
    "citations": (CITATIONS, citations),
    "series": (SERIES, series),
}
"""The tables: columns, and what yields their rows."""


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield every table, by its path below data/v1."""
    for name, (columns, rows) in TABLES.items():
        yield f"{name}.csv", text(columns, rows(catalogue))


def text(columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> str:
    """Return the text of a table, with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(column.name for column in columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def schema(columns: Iterable[Column]) -> dict[str, object]:
    """Return the Table Schema of a table."""
    return {"fields": [column._asdict() for column in columns], "missingValues": [""]}


def _date(date: Date) -> tuple[Cell, ...]:
    limits = (day.isoformat() if day else None for day in (date.earliest, date.latest))
    return date.text, *limits, date.precision.name.lower(), words(date)

"""The tables of the dataset: which columns each has, and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.catalogue import Catalogue, Item
from timeline.citations.house_style import reference, title_of
from timeline.dates import Date, Precision
from timeline.exports import csv_files
from timeline.exports.csv_files import LIST, Cell, Column, Table
from timeline.exports.published import span
from timeline.project.site import Site
from timeline.records import names
from timeline.records.entities import Actor, Place
from timeline.records.event import IMPORTANCE, LINK_TYPES

_ID = {"required": True, "unique": True}
_GIVEN = {"required": True}
_EVENT = ("events", "id")

_DATE = (
    Column("date", "string", "When, as EDTF (ISO 8601-2)", _GIVEN),
    Column("earliest", "string", "First possible day; empty if the start is open or unknown"),
    Column("latest", "string", "Last possible day; empty if the end is open or unknown"),
    Column("precision", "string", "How fine the date is", {"enum": [p.name.lower() for p in reversed(Precision)]}),
    Column("date_words", "string", "The date in English words"),
)

EVENTS = (
    Column("id", "string", "Id of the event", _ID),
    Column("title", "string", "What happened, in a few words", _GIVEN),
    *_DATE,
    Column("era", "string", "Id of the era"),
    Column("importance", "string", "How large it is drawn", {"enum": list(IMPORTANCE)}),
    Column("topics", "string", "Ids of topics, the lane first"),
    Column("places", "string", "Names of places"),
    Column("actors", "string", "Names of those who took part"),
    Column("summary", "string", "One sentence"),
    Column("disputes", "integer", "Number of questions on which sources disagree"),
    Column("sources", "integer", "Number of sources"),
    Column("corrections", "integer", "Number of corrections after publication"),
    Column("path", "string", "Address of the page below the site's root"),
    Column("place_ids", "string", "Ids of places"),
    Column("actor_ids", "string", "Ids of those who took part"),
)

FIGURES = (
    Column("event", "string", "Id of the event", _GIVEN),
    Column("label", "string", "What was measured", _GIVEN),
    Column("value", "number", "The number; empty where there is a range"),
    Column("low", "number", "Lower end of a range of estimates"),
    Column("high", "number", "Upper end of a range of estimates"),
    Column("unit", "string", "Its unit", _GIVEN),
    Column("base", "string", "What a share is a share of"),
    *_DATE,
    Column("measured_by", "string", "Who counted, asked or estimated", _GIVEN),
    Column("group", "string", "Figures of one event and one group compare"),
    Column("sources", "string", "Keys of the sources, with locators after a comma", _GIVEN),
    Column("note", "string", "A caveat"),
)

DISPUTES = (
    Column("dispute", "string", "Id of the question, as in disputes.json", _GIVEN),
    Column("event", "string", "Id of the event", _GIVEN),
    Column("question", "string", "The question", _GIVEN),
    Column("claim", "string", "One answer to it", _GIVEN),
    Column("held_by", "string", "Who gives that answer", _GIVEN),
    Column("sources", "string", "Keys of the sources, with locators after a comma", _GIVEN),
    Column("note", "string", "Why the answers differ, if known"),
)

QUOTES = (
    Column("cited_in", "string", "Kind of the record that quotes: event or era", _GIVEN),
    Column("id", "string", "Id of that record", _GIVEN),
    Column("text", "string", "The original words", _GIVEN),
    Column("language", "string", "Language of the original words (BCP 47)", _GIVEN),
    Column("translation", "string", "The same in the language of the site"),
    Column("translated_by", "string", "Who made the translation"),
    Column("speaker", "string", "Person or document", _GIVEN),
    Column("date", "string", "When it was said or signed, as EDTF; empty if not told"),
    Column("sources", "string", "Keys of the sources, with locators after a comma", _GIVEN),
    Column("unlocated", "string", "Why a citation names no place in its source"),
    Column("context", "string", "Who said it to whom, and why it matters"),
    Column("path", "string", "Address of the page below the site's root"),
)

LINKS = (
    Column("source", "string", "Id of the event that has the link", _GIVEN),
    Column("target", "string", "Id of the event that it leads to", _GIVEN),
    Column("relation", "string", "How the first stands to the second", {"enum": list(LINK_TYPES)}),
)

PLACES = (
    Column("id", "string", "Id of the place", _ID),
    Column("name", "string", "Its name in English", _GIVEN),
    Column("country", "string", "Country today"),
    Column("lat", "number", "Latitude in degrees (WGS 84)"),
    Column("lon", "number", "Longitude in degrees (WGS 84)"),
    Column("names", "string", "Names in other languages, each after its language (BCP 47) and a colon"),
    Column("events", "integer", "Number of events there"),
    Column("path", "string", "Address of the page below the site's root"),
)

ACTORS = (
    Column("id", "string", "Id of the person, body or state", _ID),
    Column("name", "string", "The one form used on the site", _GIVEN),
    Column("kind", "string", "What it is", {"enum": ["person", "body", "state"]}),
    Column("description", "string", "Who or what it is, in one sentence"),
    Column("names", "string", "Names in other languages, each after its language (BCP 47) and a colon"),
    Column("variants", "string", "Other spellings"),
    Column("events", "integer", "Number of events it takes part in"),
    Column("path", "string", "Address of the page below the site's root"),
)

SOURCES = (
    Column("key", "string", "Key of the source", _ID),
    Column("kind", "string", "What the source is"),
    Column("type", "string", "CSL item type"),
    Column("language", "string", "Language of the source (BCP 47)"),
    Column("issued", "string", "When it was published, as EDTF; empty if not known"),
    Column("author", "string", "Authors"),
    Column("title", "string", "Title, or words that say that nobody has seen it"),
    Column("title_translation", "string", "Title in English"),
    Column("container", "string", "What it is a part of"),
    Column("publisher", "string", "Who published it"),
    Column("origin", "string", "Who made it first, when this is a reprint, copy or translation"),
    Column("url", "string", "Where it can be read"),
    Column("archived", "string", "Where an archived copy is"),
    Column("cited_by", "integer", "Number of records that cite it"),
    Column("reference", "string", "The line of a bibliography"),
)

CITATIONS = (
    Column("cited_in", "string", "Kind of the record that cites: event, era, series …", _GIVEN),
    Column("id", "string", "Id of that record", _GIVEN),
    Column("source", "string", "Key of the source", _GIVEN),
    Column("locators", "string", "Where in the source"),
    Column("checked", "string", "How much of it was read: full text, excerpt, not seen; empty if not noted"),
    Column("kind", "string", "What the source is"),
    Column("language", "string", "Language of the source (BCP 47)"),
    Column("title", "string", "Title, or words that say that nobody has seen it"),
    Column("url", "string", "Where it can be read"),
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
            LIST.join(event.places),
            LIST.join(event.actors),
        )


def figures(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each figure of each event; one without a date has that of its event."""
    for item in catalogue.events.values():
        for figure in item.record.figures:
            numbers = figure.value, figure.low, figure.high
            about = figure.measured_by, figure.group, LIST.join(figure.citations), figure.note
            date = _date(figure.date or item.record.date)
            yield item.id, figure.label, *numbers, figure.unit, figure.base, *date, *about


def disputes(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each answer to each disputed question."""
    for item in catalogue.events.values():
        for number, dispute in enumerate(item.record.disputes, 1):
            for position in dispute.positions:
                answer = position.claim, position.held_by, LIST.join(position.citations)
                yield f"{item.id}-{number}", item.id, dispute.question, *answer, dispute.note


def quotes(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each quotation, those of eras after those of events."""
    holders: tuple[Item[Any], ...] = (*catalogue.events.values(), *catalogue.eras.values())
    for item in holders:
        for quote in item.record.quotes:
            words = quote.text, quote.language, quote.translation, quote.translated_by
            said = quote.speaker, quote.date.text if quote.date else None
            about = LIST.join(quote.citations), quote.unlocated, quote.context
            yield item.kind, item.id, *words, *said, *about, item.path


def links(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each typed link, from the event that has it; the ways back are not repeated."""
    for item in catalogue.events.values():
        for relation in LINK_TYPES:
            for other in getattr(item.record.links, relation):
                yield item.id, other, relation


def places(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each place."""
    for item in catalogue.places.values():
        place, count = item.record, len(catalogue.by_place.get(item.id, ()))
        yield item.id, place.name, place.country, place.lat, place.lon, _names(item), count, item.path


def actors(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each person, body and state."""
    for item in catalogue.actors.values():
        actor, count = item.record, len(catalogue.by_actor.get(item.id, ()))
        about = actor.name, actor.kind, actor.description, _names(item), LIST.join(actor.variants)
        yield item.id, *about, count, item.path


def sources(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each source."""
    for key, item in catalogue.sources.items():
        source = item.record
        issued = source.issued.text if source.issued else None
        named = LIST.join(names.read(name).sorted for name in source.author), title_of(source), source.title_translation
        made = source.container_title, source.publisher, source.origin
        found = source.url, source.archive_location, len(catalogue.uses.get(key, ())), reference(source).striptags()
        yield key, source.kind, source.type, source.language, issued, *named, *made, *found


def citations(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each record and each source that it cites, by source."""
    for key, item in catalogue.sources.items():
        source = item.record
        about = source.kind, source.language, title_of(source), source.url
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


TABLES: Mapping[str, Table] = {
    "events": Table(EVENTS, events, key="id"),
    "figures": Table(FIGURES, figures, foreign={"event": _EVENT}),
    "disputes": Table(DISPUTES, disputes, foreign={"event": _EVENT}),
    "quotes": Table(QUOTES, quotes),
    "links": Table(LINKS, links, foreign={"source": _EVENT, "target": _EVENT}),
    "places": Table(PLACES, places, key="id"),
    "actors": Table(ACTORS, actors, key="id"),
    "sources": Table(SOURCES, sources, key="key"),
    "citations": Table(CITATIONS, citations, foreign={"source": ("sources", "key")}),
    "series": Table(SERIES, series),
}
"""The tables by the names of their files."""


def files(catalogue: Catalogue, _: Site) -> Iterator[tuple[str, str]]:
    """Yield every table, by its path below data/v1."""
    for name, table in TABLES.items():
        yield f"{name}.csv", csv_files.text(table.columns, table.rows(catalogue))


def _date(date: Date) -> tuple[Cell, ...]:
    return date.text, *span(date).values()


def _names(item: Item[Place] | Item[Actor]) -> str:
    return LIST.join(f"{language}: {name}" for language, name in item.record.names.items())

"""The catalogue: valid records in order, with every index and cross-reference that pages and exports need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from timeline.language.letters import order
from timeline.reading import registry
from timeline.reading.corpus import Corpus, Entry
from timeline.records.audit import Audit
from timeline.records.citing import citings
from timeline.records.entities import Actor, Place, Term, Topic, sort_name
from timeline.records.era import Era
from timeline.records.event import LINK_TYPES, Correction, Event
from timeline.records.feature import Feature
from timeline.records.kinds import KIND
from timeline.records.medium import Medium
from timeline.records.names import read
from timeline.records.series import Series
from timeline.records.source import Checked, Citation, CitedRecord, Source
from timeline.records.story import Story
from timeline.records.values import Record
from timeline.records.walk import Walk

R = TypeVar("R", bound=Record)

INVERSE = {
    "led_to": "followed_from",
    "implements": "implemented_by",
    "replaces": "replaced_by",
    "responds_to": "answered_by",
    "contradicts": "contradicted_by",
    "follows": "followed_by",
}
"""The name of each typed link seen from its other end."""

BACKWARD = ("followed_from", "implements", "replaces", "responds_to", "contradicts", "follows")
"""Links that lead to what came before; the others lead to what came after."""


@dataclass(frozen=True, slots=True)
class Item(Generic[R]):
    """A record with its id, its place on the site and the file it comes from."""

    id: str
    kind: str
    record: R
    file: str
    line: int = 1

    @property
    def path(self) -> str:
        """Return its address below the site's root: a page of its own, or its place on a page that many share."""
        return KIND[self.kind].address(self.id)

    @property
    def name(self) -> str:
        """Return what it is called in a list."""
        record: Any = self.record
        return str(
            next(filter(None, (getattr(record, key, None) for key in ("title", "name", "term", "question"))), self.id)
        )


class Relation(NamedTuple):
    """One end of a typed link: how, and to which event."""

    kind: str
    event: str


class Use(NamedTuple):
    """One record that cites a source, how much of the source was read for it, and where it points."""

    kind: str
    id: str
    checked: Checked | None
    locators: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """All records of a timeline, in the order in which they are shown."""

    events: Mapping[str, Item[Event]]
    eras: Mapping[str, Item[Era]]
    actors: Mapping[str, Item[Actor]]
    sources: Mapping[str, Item[Source]]
    topics: Mapping[str, Item[Topic]]
    places: Mapping[str, Item[Place]]
    terms: Mapping[str, Item[Term]]
    series: Mapping[str, Item[Series]]
    features: Mapping[str, Item[Feature]]
    media: Mapping[str, Item[Medium]]
    walks: Mapping[str, Item[Walk]]
    story: Story | None
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    """Why records are gone that had a page, by `kind:id`."""
    audits: Mapping[str, Item[Audit]] = field(default_factory=dict)

    def item(self, kind: str, id_: str) -> Item[Any]:
        """Return a record by what a single one of its kind is called, and its id; raises KeyError."""
        found: Item[Any] = getattr(self, KIND[kind].many)[id_]
        return found

    @cached_property
    def former(self) -> dict[str, dict[str, str]]:
        """Return the present id of each former one that addresses of a view may hold, by the kind of record."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for kind in ("events", "actors", "topics", "series", "places"):
            for item in getattr(self, kind).values():
                found[kind] |= dict.fromkeys(item.record.aliases, item.id) if item.record.aliases else {}
        return {kind: ids for kind, ids in found.items() if ids}

    @cached_property
    def era_of(self) -> dict[str, str]:
        """Return the era of each event: the one that holds its first day."""
        eras = [(era.record.date.earliest, era.record.date.latest, era.id) for era in self.eras.values()]
        found = {}
        for event in self.events.values():
            day = event.record.date.sort_key[0]
            era = next((id_ for first, last, id_ in eras if first and last and first <= day <= last), None)
            if era:
                found[event.id] = era
        return found

    @cached_property
    def by_era(self) -> dict[str, list[Item[Event]]]:
        """Return the events of each era."""
        return self._grouped((self.era_of[id_],) if id_ in self.era_of else () for id_ in self.events)

    @cached_property
    def by_topic(self) -> dict[str, list[Item[Event]]]:
        """Return the events of each topic, whether or not it is their first."""
        return self._grouped(event.record.topics for event in self.events.values())

    @cached_property
    def by_actor(self) -> dict[str, list[Item[Event]]]:
        """Return the events of each actor."""
        return self._grouped(event.record.actors for event in self.events.values())

    @cached_property
    def by_place(self) -> dict[str, list[Item[Event]]]:
        """Return the events of each place."""
        return self._grouped(event.record.places for event in self.events.values())

    @cached_property
    def series_of(self) -> dict[str, list[Item[Series]]]:
        """Return the series that each event belongs to."""
        found: defaultdict[str, list[Item[Series]]] = defaultdict(list)
        for series in self.series.values():
            for id_ in dict.fromkeys(series.record.events):
                found[id_].append(series)
        return dict(found)

    def _grouped(self, ids: Iterable[Iterable[str]]) -> dict[str, list[Item[Event]]]:
        groups: defaultdict[str, list[Item[Event]]] = defaultdict(list)
        for event, names in zip(self.events.values(), ids, strict=True):
            for name in names:
                groups[name].append(event)
        return dict(groups)

    @cached_property
    def order(self) -> dict[str, int]:
        """Return the position of each event in time, from 0."""
        return {id_: index for index, id_ in enumerate(self.events)}

    def neighbours(self, id_: str) -> tuple[Item[Event] | None, Item[Event] | None]:
        """Return the events before and after one in time."""
        index = self.order[id_]
        events = self._sequence
        return events[index - 1] if index else None, events[index + 1] if index + 1 < len(events) else None

    @cached_property
    def _sequence(self) -> list[Item[Event]]:
        return list(self.events.values())

    @cached_property
    def relations(self) -> dict[str, list[Relation]]:
        """Return the typed links of each event, its own and those that others have to it, in order of time."""
        found: defaultdict[str, dict[Relation, None]] = defaultdict(dict)
        for event in self.events.values():
            for kind in LINK_TYPES:
                for other in getattr(event.record.links, kind):
                    found[event.id][Relation(kind, other)] = None
                    found[other][Relation(INVERSE[kind], event.id)] = None
        return {id_: sorted(links, key=lambda link: self.order[link.event]) for id_, links in found.items()}

    def before(self, id_: str) -> list[Relation]:
        """Return the links of an event to what came before it."""
        return [link for link in self.relations.get(id_, []) if link.kind in BACKWARD]

    def after(self, id_: str) -> list[Relation]:
        """Return the links of an event to what came after it."""
        return [link for link in self.relations.get(id_, []) if link.kind not in BACKWARD]

    @cached_property
    def span(self) -> tuple[float, float]:
        """Return the first and last instant of the timeline as astronomical float years."""
        dates = [era.record.date for era in self.eras.values()] or [event.record.date for event in self.events.values()]
        return (min(d.start_year for d in dates), max(d.end_year for d in dates)) if dates else (0.0, 1.0)


def build(corpus: Corpus) -> Catalogue:
    """Return the catalogue of a corpus in which `checks` found no error."""
    events = sorted(corpus.events.values(), key=lambda entry: (entry.record.date.sort_key, entry.id))
    eras = sorted(corpus.eras.values(), key=lambda entry: entry.record.date.sort_key)
    actors = sorted(corpus.actors.values(), key=lambda entry: order(sort_name(entry.record)))
    places = sorted(corpus.places.values(), key=lambda entry: order(entry.record.name))
    series = sorted(corpus.series.values(), key=_first_value)
    terms = sorted(corpus.terms.values(), key=lambda entry: order(entry.record.term))
    audits = sorted(corpus.audits.values(), key=lambda entry: (entry.record.date.sort_key, entry.id))
    return Catalogue(
        events=_items(events, "event"),
        eras=_items(eras, "era"),
        actors=_items(actors, "actor"),
        sources=_sources(corpus, [*events, *eras]),
        topics=_items(corpus.topics.values(), "topic"),
        places=_items(places, "place"),
        terms=_items(terms, "term"),
        series=_items(series, "series"),
        features=_items(corpus.features.values(), "feature"),
        media=_items(corpus.media.values(), "medium"),
        walks=_items(corpus.walks.values(), "walk"),
        story=corpus.story.record if corpus.story else None,
        gone=registry.read(corpus.root).gone,
        audits=_items(audits, "audit"),
        uses=_uses(
            {
                **{"event": events, "era": eras, "series": series, "actor": actors, "term": terms},
                **{"feature": corpus.features.values(), "medium": corpus.media.values()},
            }
        ),
    )


def corrections_of(catalogue: Catalogue) -> list[tuple[Item[Event], Correction]]:
    """Return every correction with its event, the latest first."""
    found = [(event, correction) for event in catalogue.events.values() for correction in event.record.corrections]
    return sorted(found, key=lambda pair: (pair[1].date.sort_key, pair[0].id), reverse=True)


def _items(entries: Iterable[Entry[R]], kind: str) -> dict[str, Item[R]]:
    return {e.id: Item(e.id, kind, e.record, e.file.path, e.file.key_at(e.trail)[0]) for e in entries}


def _first_value(entry: Entry[Series]) -> tuple[float, str]:
    return min(point.date.start_year for line in entry.record.lines for point in line.points), entry.id


def _sources(corpus: Corpus, holders: list[Entry[Event] | Entry[Era]]) -> dict[str, Item[Source]]:
    found = _items(corpus.sources.values(), "source")
    for entry in holders:
        for index, citation in enumerate(entry.record.citations):
            if isinstance(citation, CitedRecord):
                line = entry.file.at(("citations", index))[0]
                found[citation.key] = Item(citation.key, "source", citation, entry.file.path, line)
    return dict(sorted(found.items(), key=lambda pair: source_order(pair[1].record)))


def source_order(source: Source) -> tuple[tuple[str, str], str, tuple[str, str]]:
    """Return the key that puts sources in bibliographic order: author or maker, date, title."""
    return order(sorted_by(source)), source.issued.text if source.issued else "", order(source.title or "")


def sorted_by(source: Source) -> str:
    """Return the name under which a source stands in a register."""
    return read(source.author[0]).sorted if source.author else source.publisher or source.container_title or source.host


def _uses(holders: Mapping[str, Iterable[Entry[Any]]]) -> dict[str, tuple[Use, ...]]:
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for kind, entries in holders.items():
        for entry in entries:
            checked = {citation.key: citation.checked for citation in _records(entry.record)}
            for key, locators in _cited(entry.record).items():
                found[key].append(Use(kind, entry.id, checked.get(key), tuple(locators)))
    return {key: tuple(uses) for key, uses in found.items()}


def _cited(record: Record) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for _, _, cite in citings(record):
        locators = found.setdefault(cite.key, {})
        if cite.locator:
            locators[cite.locator] = None
    for citation in _records(record):
        if citation.locator and citation.key in found:
            found[citation.key].setdefault(citation.locator)
    return found


def _records(record: Record) -> list[Citation]:
    """Return the citations of a record that are records themselves; actors and terms list plain keys."""
    return [citation for citation in getattr(record, "citations", ()) if not isinstance(citation, str)]

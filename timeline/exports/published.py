"""The records as they are published: those of the YAML files, with ids, limits of dates and the ways between them.

Every field is always there: null or an empty list where nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal, TypeVar, cast

from pydantic import Field, WithJsonSchema

from timeline.catalogue import Catalogue, Item
from timeline.dates import Date
from timeline.language.dates import words
from timeline.records import names
from timeline.records.audit import Audit
from timeline.records.entities import Actor, Place, Term, Topic
from timeline.records.era import Era
from timeline.records.event import Dispute, Event
from timeline.records.feature import Feature
from timeline.records.kinds import KIND
from timeline.records.medium import Medium
from timeline.records.series import Series
from timeline.records.source import Checked, CitedKey, Source
from timeline.records.story import Story
from timeline.records.values import Id, Record, Text
from timeline.records.walk import Walk

Limit = Annotated[Text, WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]{4,9}-[0-9]{2}-[0-9]{2}$"})]
"""A day of the proleptic Gregorian calendar in ISO 8601; year 0000 is 1 BCE."""


class Addressed(Record):
    """What every published record has."""

    id: Id = Field(description="Unique among records of its kind; once published it stays")
    path: Text = Field(description="Address of its page below the site's root")


P = TypeVar("P", bound=Addressed)


class Dated(Record):
    """What a date says, for readers that know no EDTF. Limits are limits: nothing is claimed of the days between."""

    earliest: Limit | None = Field(description="First possible day; null if the start is open or unknown")
    latest: Limit | None = Field(description="Last possible day; null if the end is open or unknown")
    precision: Literal["day", "month", "year", "decade", "century"] = Field(description="How fine the coarser end is")
    approximate: bool = Field(description="Whether an end is approximate (~ or %)")
    uncertain: bool = Field(description="Whether an end is in doubt (? or %)")
    date_words: Text = Field(description="The date in English words")


class RelatedEvent(Record):
    """A typed link, from whichever end it was written."""

    type: Text = Field(description="led_to, followed_from, implements, implemented_by …")
    event: Id = Field(description="Id of the other event")


class CitedBy(Record):
    """One record that cites a source."""

    kind: Text = Field(description="Kind of the record: event, era, series, actor, term …")
    id: Id = Field(description="Id of the record")
    checked: Checked | None = Field(description="How much of the source was read for it, where that is noted")
    locators: tuple[Text, ...] = Field(description="Where in the source it points")


class EventData(Dated, Event, Addressed):
    """An event. `date` is EDTF; sources are in sources.json under their keys."""

    citations: tuple[CitedKey, ...] = Field(description="Everything the event cites")
    era: Id | None = Field(description="Id of the era that holds its first day")
    related: tuple[RelatedEvent, ...] = Field(description="Its links and those others have to it, in order of time")


class EraData(Dated, Era, Addressed):
    """An era; its narrative cites by key in Pandoc's form, [@key, locator]."""

    citations: tuple[CitedKey, ...] = Field(description="What the narrative cites, as far as it is listed")
    events: tuple[Id, ...] = Field(description="Ids of its events in order of time")


class ActorData(Actor, Addressed):
    """A person, a body or a state."""

    events: tuple[Id, ...] = Field(description="Ids of its events in order of time")


class TopicData(Topic, Addressed):
    """A lane of the timeline."""

    events: tuple[Id, ...] = Field(description="Ids of its events in order of time")


class PlaceData(Place, Addressed):
    """A place, in degrees of WGS 84."""

    events: tuple[Id, ...] = Field(description="Ids of its events in order of time")


class SourceData(Source, Addressed):
    """A source in CSL variables."""

    cited_by: tuple[CitedBy, ...] = Field(description="Records that rest on it")


class TermData(Term, Addressed):
    """A word of the glossary."""


class SeriesData(Series, Addressed):
    """Numbers over time."""


class DisputeData(Dispute, Addressed):
    """A question on which sources disagree."""

    event: Id = Field(description="Id of the event it belongs to")


class AuditData(Audit, Addressed):
    """A reading of records against their sources, statement by statement, at one commit."""


class StoryData(Story, Addressed):
    """The defining moments, in order."""


class FeatureData(Feature, Addressed):
    """Something that a map shows beside the places of events."""


class MediumData(Medium, Addressed):
    """A picture with its maker and its rights."""


class WalkData(Walk, Addressed):
    """A question, and the events that let a reader answer it."""


def event(catalogue: Catalogue, item: Item[Event]) -> EventData:
    """Return an event as it is published."""
    related = tuple(RelatedEvent(type=link.kind, event=link.event) for link in catalogue.relations.get(item.id, ()))
    more = {"era": catalogue.era_of.get(item.id), "related": related, "citations": _keys(item.record)}
    return _of(EventData, item, **_dated(item.record.date), **more)


def source(catalogue: Catalogue, item: Item[Source]) -> SourceData:
    """Return a source as it is published."""
    uses = tuple(CitedBy(**use._asdict()) for use in catalogue.uses.get(item.id, ()))
    named = {
        "author": tuple(names.read(name).sorted for name in item.record.author),
        "editor": tuple(names.read(name).sorted for name in item.record.editor),
    }
    return _of(SourceData, item, cited_by=uses, **named)


def _era(catalogue: Catalogue, item: Item[Era]) -> EraData:
    more = {"events": _ids(catalogue.by_era.get(item.id, ())), "citations": _keys(item.record)}
    return _of(EraData, item, **_dated(item.record.date), **more)


def _disputes(catalogue: Catalogue) -> Iterable[DisputeData]:
    for item in catalogue.events.values():
        for number, dispute in enumerate(item.record.disputes, 1):
            place = {"id": f"{item.id}-{number}", "path": f"disputes/#{item.id}"}
            yield _made(DisputeData, Dispute, dispute, **place, event=item.id)


def _story(catalogue: Catalogue) -> Iterable[StoryData]:
    if catalogue.story:
        yield _made(StoryData, Story, catalogue.story, id="story", path="story/")


def _plain(kind: type[P], records: str) -> Callable[[Catalogue], Iterable[P]]:
    """Return what publishes records as they are."""
    return lambda catalogue: (_of(kind, item) for item in getattr(catalogue, records).values())


def _with_events(kind: type[P], records: str, index: str) -> Callable[[Catalogue], Iterable[P]]:
    """Return what publishes the records by which `index` of the catalogue groups events."""
    return lambda catalogue: (
        _of(kind, item, events=_ids(getattr(catalogue, index).get(item.id, ())))
        for item in getattr(catalogue, records).values()
    )


KINDS: Mapping[str, tuple[type[Addressed], Callable[[Catalogue], Iterable[Addressed]]]] = {
    "events": (EventData, lambda catalogue: (event(catalogue, item) for item in catalogue.events.values())),
    "sources": (SourceData, lambda catalogue: (source(catalogue, item) for item in catalogue.sources.values())),
    "eras": (EraData, lambda catalogue: (_era(catalogue, item) for item in catalogue.eras.values())),
    "actors": (ActorData, _with_events(ActorData, "actors", "by_actor")),
    "topics": (TopicData, _with_events(TopicData, "topics", "by_topic")),
    "places": (PlaceData, _with_events(PlaceData, "places", "by_place")),
    "terms": (TermData, _plain(TermData, "terms")),
    "series": (SeriesData, _plain(SeriesData, "series")),
    "disputes": (DisputeData, _disputes),
    "story": (StoryData, _story),
    "audits": (AuditData, _plain(AuditData, "audits")),
    "features": (FeatureData, _plain(FeatureData, "features")),
    "media": (MediumData, _plain(MediumData, "media")),
    "walks": (WalkData, _plain(WalkData, "walks")),
}
"""The kinds of published records: the class of each, and what makes them from a catalogue."""


def _of(kind: type[P], item: Item[Any], **more: Any) -> P:
    return _made(kind, KIND[item.kind].model, item.record, id=item.id, path=item.path, **more)


def _made(kind: type[P], model: type[Record], record: Record, **more: Any) -> P:
    """Return a published record, unchecked: its parts were checked when they were read."""
    fields = {name: getattr(record, name) for name in model.model_fields}
    return cast(P, kind.model_construct(**{**fields, **more}))


def _keys(record: Event | Era) -> tuple[CitedKey, ...]:
    return tuple(CitedKey(key=c.key, locator=c.locator, checked=c.checked) for c in record.citations)


def _ids(items: Iterable[Item[Any]]) -> tuple[str, ...]:
    return tuple(item.id for item in items)


def span(date: Date) -> dict[str, str | None]:
    """Return the limits of a date with its precision and its words, in the order of every file that holds them."""
    return {
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
        "precision": date.precision.name.lower(),
        "date_words": words(date),
    }


def _dated(date: Date) -> dict[str, Any]:
    return {**span(date), "approximate": date.approximate, "uncertain": date.uncertain}

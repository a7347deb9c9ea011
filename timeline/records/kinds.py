"""The kinds of records, one row each: what they are called, what they hold, and where they lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from timeline.records.audit import Audit
from timeline.records.entities import Actor, Place, Term, Topic
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.feature import Feature
from timeline.records.medium import Medium
from timeline.records.series import Series
from timeline.records.source import Source
from timeline.records.values import Record
from timeline.records.walk import Walk

STORY = "reference/story.yaml"
"""The file of the story, of which a timeline has one or none."""


SCHEMAS = "reference/schema"
"""The folder with the JSON Schemas of record files: the first line of each file leads an editor to its own."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record."""

    one: str
    """What a single one is called: event."""
    many: str
    """What several are called, and the field of corpus and catalogue that holds them: events."""
    model: type[Record]
    place: str
    """The folder with a file for each, whose stem is the id; or the one file that holds all, each under its id."""
    section: str
    """The first part of the addresses of its pages."""
    own_page: bool = True
    """Whether each has a page; the others stand on the page of their section, each at its id."""

    @property
    def shared_file(self) -> bool:
        """Return whether all records of the kind stand in one file."""
        return self.place.endswith(".yaml")

    @property
    def file(self) -> str:
        """Return the path of its files below the timeline's root, with ID for the id."""
        return self.place if self.shared_file else f"{self.place}/ID.yaml"

    @property
    def schema(self) -> str:
        """Return the name of the schema of its files: event, topics, glossary."""
        return PurePosixPath(self.place).stem if self.shared_file else self.one

    def path(self, id_: str) -> str:
        """Return the path of the file that holds the record of an id."""
        return self.file.replace("ID", id_)

    def address(self, id_: str) -> str:
        """Return the address of a record below the site's root: events/ID/, or glossary/#ID."""
        return f"{self.section}/{id_}/" if self.own_page else f"{self.section}/#{id_}"


KINDS = (
    Kind("event", "events", Event, "events", "events"),
    Kind("era", "eras", Era, "reference/eras", "eras"),
    Kind("actor", "actors", Actor, "reference/actors", "people"),
    Kind("source", "sources", Source, "reference/sources", "sources"),
    Kind("series", "series", Series, "reference/series", "figures", own_page=False),
    Kind("topic", "topics", Topic, "reference/topics.yaml", "topics"),
    Kind("place", "places", Place, "reference/places.yaml", "places"),
    Kind("term", "terms", Term, "reference/glossary.yaml", "glossary", own_page=False),
    Kind("audit", "audits", Audit, "reference/audits", "about/audit"),
    Kind("feature", "features", Feature, "reference/map.yaml", "map", own_page=False),
    Kind("medium", "media", Medium, "reference/media", "pictures", own_page=False),
    Kind("walk", "walks", Walk, "reference/walks.yaml", "story"),
)

BESIDE_PACKS = ("assign", "wall")
"""What lies below teach/ beside the packs, which are called after their eras."""

KIND: Mapping[str, Kind] = {kind.one: kind for kind in KINDS}
"""Each kind by what a single one is called."""

KIND_OF_MANY: Mapping[str, Kind] = {kind.many: kind for kind in KINDS}
"""Each kind by what several are called."""

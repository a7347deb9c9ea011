"""The kinds of records, and where each one lies."""

from __future__ import annotations

from timeline.records.entities import Actor, Place, Term, Topic
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.series import Series
from timeline.records.source import Source
from timeline.records.values import Record

FOLDERS: dict[str, tuple[str, type[Record]]] = {
    "events": ("events", Event),
    "eras": ("reference/eras", Era),
    "actors": ("reference/actors", Actor),
    "sources": ("reference/sources", Source),
    "series": ("reference/series", Series),
}
"""Kinds of records that have one file each; the file's stem is the id."""

ONE = {"events": "event", "eras": "era", "actors": "actor", "sources": "source", "series": "series"}
"""What one record of such a kind is called, in schemas and in the list of fields."""

SHARED = f"{FOLDERS['sources'][0]}/"
"""What the paths of sources begin with that have a file of their own."""

TABLES: dict[str, tuple[str, type[Record]]] = {
    "topics": ("reference/topics.yaml", Topic),
    "places": ("reference/places.yaml", Place),
    "terms": ("reference/glossary.yaml", Term),
}
"""Kinds of records that share one file, each under its id."""

STORY = "reference/story.yaml"


SECTIONS = {
    "event": "events",
    "era": "eras",
    "actor": "people",
    "topic": "topics",
    "place": "places",
    "source": "sources",
    "term": "glossary",
    "series": "figures",
}
"""Where the pages of each kind of record lie."""

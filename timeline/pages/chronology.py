"""Groupings and shares that templates ask for: by year, by group, by letter, in percent of a scale."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.pages import charts
from timeline.pages.figures import amount
from timeline.records.entities import Actor
from timeline.records.event import Event
from timeline.records.series import Series


def year_of(event: Item[Event]) -> int:
    """Return the astronomical year under which an event stands: that of the day it is sorted by."""
    return event.record.date.sort_key[0].year


def by_year(events: Iterable[Item[Event]]) -> Iterator[tuple[int, list[Item[Event]]]]:
    """Yield the years of events that stand in order of time, with their events."""
    for year, group in groupby(events, key=year_of):
        yield year, list(group)


def years_with_events(catalogue: Catalogue) -> Iterator[tuple[int, list[Item[Event]]]]:
    """Yield each year of the timeline that has events."""
    return by_year(catalogue.events.values())


def year_anchor(catalogue: Catalogue, event: Item[Event]) -> str:
    """Return the id of the year's heading in the chronology."""
    era = catalogue.era_of.get(event.id)
    return f"{era}-{year_of(event)}" if era else f"y{year_of(event)}"


def percent(catalogue: Catalogue, year: float) -> str:
    """Return where a float year lies in the timeline, from 0 to 1, for a style."""
    first, last = catalogue.span
    return f"{min(max((year - first) / (last - first), 0), 1):.4f}"


def topic_index(catalogue: Catalogue, id_: str) -> int:
    """Return the number of a topic's colour, from 1."""
    return list(catalogue.topics).index(id_) + 1 if id_ in catalogue.topics else 0


def frequent_actors(catalogue: Catalogue, events: Iterable[Item[Event]], most: int = 8) -> list[Item[Actor]]:
    """Return the actors that take part in most of the events, at least in two, the most frequent first."""
    counts = Counter(id_ for event in events for id_ in event.record.actors)
    return [catalogue.actors[id_] for id_, count in counts.most_common(most) if count > 1]


def timeline_frame(catalogue: Catalogue) -> dict[str, Any]:
    """Return what the timeline's script needs beside the list to draw: lanes, eras, and the titles of series."""
    former = {kind: dict(ids) for kind, ids in catalogue.former.items()}
    eras = ((era.record.title, era.record.date) for era in catalogue.eras.values())
    return {
        "topics": [
            {"id": topic.id, "title": topic.record.title, "n": number}
            for number, topic in enumerate(catalogue.topics.values(), 1)
        ],
        "eras": [{"title": t, "from": round(d.start_year, 7), "to": round(d.end_year, 7)} for t, d in eras],
        "series": [{"id": s.id, "title": s.record.title, "unit": s.record.unit} for s in _joined(catalogue)],
        **({"former": former} if former else {}),
    }


def timeline_names(catalogue: Catalogue) -> dict[str, Any]:
    """Return what the script asks for when somebody searches, filters by names, opens an event or a series.

    Of an event: the ids of who took part, and its first figures in words.
    """
    actors = [actor for actor in catalogue.actors.values() if actor.id in catalogue.by_actor]
    return {
        "actors": {actor.id: actor.record.name for actor in actors},
        "spellings": {actor.id: other for actor in actors if (other := " ".join(_spellings(actor.record)))},
        "series": [_drawn(item) for item in _joined(catalogue)],
        "events": {event.id: _told(event.record) for event in catalogue.events.values()},
    }


def frame_text(catalogue: Catalogue) -> Markup:
    """Return the frame of the timeline as JSON within HTML."""
    return Markup(_json(timeline_frame(catalogue)).replace("&", "&amp;").replace("<", "&lt;"))


def names_script(catalogue: Catalogue) -> str:
    """Return the names as the script that a page loads once they are asked for, from a server and from a disk."""
    return f"var __names={_json(timeline_names(catalogue))}\n"


def _json(value: Any) -> str:
    """Return JSON in which letters stand as they are: escapes of Cyrillic weigh three times as much."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _joined(catalogue: Catalogue) -> list[Item[Series]]:
    return [item for item in catalogue.series.values() if item.record.joined]


def _told(event: Event) -> list[str]:
    figures = (f"{figure.label}: {amount(figure)}" for figure in event.figures[:2])
    return [" ".join(event.actors), "|".join(text.replace("|", "/") for text in figures)]


def _spellings(record: Actor) -> Iterator[str]:
    """Yield the words of an actor's other names that the name itself does not have."""
    known = set(record.name.split())
    for word in " ".join([*record.names.values(), *record.variants]).split():
        if word not in known:
            known.add(word)
            yield word


def _drawn(item: Item[Series]) -> dict[str, Any]:
    lines = [
        {"title": line.title, "points": [[round(p.date.start_year, 3), float(p.value)] for p in line.points]}
        for line in item.record.lines
    ]
    scale = charts.scale(item.record)
    ends = {"least": round(scale.least, 9), "most": round(scale.most, 9), "down": scale.down}
    return {"id": item.id, "title": item.record.title, "unit": item.record.unit, **ends, "lines": lines}

"""Groupings and shares that templates ask for: by year, by group, by letter, in percent of a scale."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

from timeline import charts, references
from timeline.catalogue import Catalogue, Item, Use, sort_name, source_order
from timeline.dates import Date
from timeline.datewords import year_label
from timeline.page import Map
from timeline.records import Actor, Event, Figure, Place, Point, Series
from timeline.sources import Citation, Source
from timeline.wording import KIND_WORDS, LANGUAGE_WORDS

Rows = list[tuple[str, int, str]]


def year_of(event: Item[Event]) -> int:
    """Return the astronomical year under which an event stands: that of the day it is sorted by."""
    return event.record.date.sort_key[0].year


def by_year(events: Iterable[Item[Event]]) -> Iterator[tuple[int, list[Item[Event]]]]:
    """Yield the years of events that stand in order of time, with their events."""
    for year, group in groupby(events, key=year_of):
        yield year, list(group)


def years(catalogue: Catalogue) -> Iterator[tuple[int, list[Item[Event]]]]:
    """Yield each year of the timeline that has events."""
    return by_year(catalogue.events.values())


def year_anchor(catalogue: Catalogue, event: Item[Event]) -> str:
    """Return the id of the year's heading in the chronology."""
    era = catalogue.era_of.get(event.id)
    return f"{era}-{year_of(event)}" if era else f"y{year_of(event)}"


def by_group(figures: Iterable[Figure]) -> list[tuple[str, list[Figure]]]:
    """Return figures by their group in order of first mention; those that stand alone share the empty group."""
    figures = list(figures)
    sizes = Counter(figure.group for figure in figures)
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.group if figure.group and sizes[figure.group] > 1 else "", []).append(figure)
    return sorted(groups.items(), key=lambda pair: pair[0] == "")


def scale_of(figures: Iterable[Figure]) -> Decimal:
    """Return the number that the full width of a bar stands for: 100 for shares, else the largest value."""
    largest = max(
        (value for f in figures for value in (f.value, f.low, f.high) if value is not None),
        default=Decimal(1),
    )
    if all(figure.unit == "%" for figure in figures) and largest <= 100:
        return Decimal(100)
    return largest if largest > 0 else Decimal(1)


def share(value: Decimal | None, scale: Decimal) -> str:
    """Return a value as a part of a scale, from 0 to 1, for a style."""
    return f"{float(max(value or Decimal(0), Decimal(0)) / scale):.4f}"


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


def by_country(places: Iterable[Item[Place]]) -> list[tuple[str, list[Item[Place]]]]:
    """Return places by country, the country with most places first."""
    groups: dict[str, list[Item[Place]]] = {}
    for place in places:
        groups.setdefault(place.record.country, []).append(place)
    return sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def by_letter(sources: Iterable[Item[Source]]) -> Iterator[tuple[str, list[Item[Source]]]]:
    """Yield sources under the first letter of the name they are sorted by."""

    def letter(item: Item[Source]) -> str:
        first = unicodedata.normalize("NFD", source_order(item.record)[0])[:1].upper()
        return first if first.isalpha() else "0–9"

    for name, group in groupby(sorted(sources, key=lambda item: (letter(item), source_order(item.record))), key=letter):
        yield name, list(group)


def balance(catalogue: Catalogue) -> list[tuple[str, Rows]]:
    """Return tables that describe the sources: by kind, by language, by what was read of them."""
    sources = [item.record for item in catalogue.sources.values()]
    best = Counter(_best(use.checked for use in catalogue.uses.get(key, ())) for key in catalogue.sources)
    return [
        ("Kind of source", _rows(Counter(KIND_WORDS[source.kind] for source in sources))),
        (
            "Language",
            _rows(
                Counter(LANGUAGE_WORDS.get(s.language, s.language) if s.language else "not recorded" for s in sources)
            ),
        ),
        ("Read for this site", _rows(best)),
        ("Era that cites it", _by_era(catalogue)),
    ]


def _by_era(catalogue: Catalogue) -> Rows:
    cited = {
        (catalogue.era_of.get(use.id, ""), key)
        for key, uses in catalogue.uses.items()
        for use in uses
        if use.kind == "event"
    }
    counts = Counter(era for era, _ in cited)
    most = max(counts.values(), default=1)
    return [
        (era.record.title, counts[era.id], f"{counts[era.id] / most:.4f}")
        for era in catalogue.eras.values()
        if counts[era.id]
    ]


def _best(states: Iterable[str | None]) -> str:
    order = ("full text", "excerpt", "not seen")
    return min((state for state in states if state), key=order.index, default="not seen")


def _rows(counts: Counter[str]) -> Rows:
    most = max(counts.values(), default=1)
    return [(name[:1].upper() + name[1:], count, f"{count / most:.4f}") for name, count in counts.most_common()]


def checked_counts(citations: Iterable[Citation]) -> list[tuple[str, str]]:
    """Return how many sources of an event were read in full, in part or not, as words."""
    counts: Counter[str] = Counter(citation.checked for citation in citations)
    sayings = {"full text": "in full", "excerpt": "in an excerpt", "not seen": "not seen"}
    total = sum(counts.values())
    return [
        (said, "all" if counts[key] == total and total > 1 else str(counts[key]))
        for key, said in sayings.items()
        if counts[key]
    ]


def coordinates(place: Place) -> str:
    """Return coordinates in words: 53.90° N, 27.57° E."""
    north, east = ("N" if place.lat >= 0 else "S"), ("E" if place.lon >= 0 else "W")
    return f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"


def places_of(catalogue: Catalogue, event: Event) -> list[Item[Place]]:
    """Return the places of an event."""
    return [catalogue.places[id_] for id_ in event.places]


def on_map(map_: Map, places: Iterable[Item[Place]]) -> list[tuple[str, str]]:
    """Return the places of a map in percent from its left and top; places off the map are left out."""
    found = (map_.position(place.record.lat, place.record.lon) for place in places)
    return [(f"{100 * x:.1f}", f"{100 * y:.1f}") for x, y in (spot for spot in found if spot)]


def series_rows(series: Series) -> list[tuple[Date, list[Point | None]]]:
    """Return a series as table rows in order of time: the date, and the value of each line or None."""
    dates = {point.date.text: point.date for line in series.lines for point in line.points}
    columns = [{point.date.text: point for point in line.points} for line in series.lines]
    ordered = sorted(dates.values(), key=lambda date: date.sort_key)
    return [(date, [column.get(date.text) for column in columns]) for date in ordered]


def scale_of_series(series: Series) -> Decimal:
    """Return the number that the full width of a bar stands for: 100 for shares, else the largest value."""
    largest = max(point.value for line in series.lines for point in line.points)
    return Decimal(100) if series.unit == "%" and largest <= 100 else largest or Decimal(1)


def user(catalogue: Catalogue, use: Use) -> tuple[str, str]:
    """Return the name of what cites a source, and its address below the root."""
    if use.kind == "series":
        return catalogue.series[use.id].record.title, f"figures/#{use.id}"
    if use.kind == "term":
        return catalogue.terms[use.id].record.term, f"glossary/#{use.id}"
    if use.kind == "actor":
        return catalogue.actors[use.id].record.name, catalogue.actors[use.id].path
    item = catalogue.events[use.id] if use.kind == "event" else catalogue.eras[use.id]
    return item.record.title, item.path


def series_of(catalogue: Catalogue, event: str) -> list[Item[Series]]:
    """Return the series that an event belongs to."""
    return [item for item in catalogue.series.values() if event in item.record.events]


def timeline_names(catalogue: Catalogue) -> dict[str, Any]:
    """Return what the timeline's script needs beside the list: lanes, eras and the names of actors."""
    eras = ((era.record.title, era.record.date) for era in catalogue.eras.values())
    return {
        "topics": [
            {"id": topic.id, "title": topic.record.title, "n": number}
            for number, topic in enumerate(catalogue.topics.values(), 1)
        ],
        "eras": [{"title": t, "from": round(d.start_year, 4), "to": round(d.end_year, 4)} for t, d in eras],
        "series": [_drawn(item) for item in catalogue.series.values() if item.record.joined],
        "actors": {
            actor.id: actor.record.name for actor in catalogue.actors.values() if actor.id in catalogue.by_actor
        },
    }


def _drawn(item: Item[Series]) -> dict[str, Any]:
    lines = [
        {"title": line.title, "points": [[round(p.date.start_year, 3), float(p.value)] for p in line.points]}
        for line in item.record.lines
    ]
    return {"id": item.id, "title": item.record.title, "unit": item.record.unit, "lines": lines}


HELPERS: dict[str, Callable[..., Any]] = {
    "by_year": by_year,
    "years": years,
    "year_anchor": year_anchor,
    "year_words": year_label,
    "by_group": by_group,
    "scale_of": scale_of,
    "share": share,
    "percent": percent,
    "topic_index": topic_index,
    "frequent_actors": frequent_actors,
    "by_country": by_country,
    "by_letter": by_letter,
    "balance": balance,
    "checked_counts": checked_counts,
    "coordinates": coordinates,
    "timeline_names": timeline_names,
    "series_rows": series_rows,
    "on_map": on_map,
    "places_of": places_of,
    "series_of": series_of,
    "user": user,
    "scale_of_series": scale_of_series,
    "chart": charts.chart,
    "legend_mark": charts.legend_mark,
    "is_moment": charts.is_moment,
}
"""Functions that templates call by name."""

FILTERS: dict[str, Callable[..., Any]] = {
    "sort_name": sort_name,
    "reference": references.reference,
    "source_title": references.title_of,
}

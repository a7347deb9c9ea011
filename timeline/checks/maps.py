"""Maps: what they show is somewhere that exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.maps.world import world
from timeline.problems import Problem, Trail, choices
from timeline.reading.corpus import Corpus, Entry
from timeline.records.feature import degrees


def known_spots(corpus: Corpus) -> Iterator[Problem]:
    """Every place that a feature of the map names has a record, and every coordinate lies on the earth."""
    known = corpus.ids.get("places")
    for entry in corpus.features.values():
        for trail, spot in _spots(entry):
            place = degrees(spot)
            if place is None and known is not None and spot not in known:
                remedy = choices(spot, known) or "add it to reference/places.yaml, or write latitude and longitude"
                yield entry.problem(trail, "unknown-place", f'no place has the id "{spot}"', remedy)
            elif place and not (abs(place[0]) <= 90 and abs(place[1]) <= 180):
                message = f'"{spot}" is no place on the earth'
                yield entry.problem(trail, "off-the-earth", message, "write latitude, a blank, longitude: 50.68 4.41")


def known_land(corpus: Corpus) -> Iterator[Problem]:
    """Countries bear the names that the map knows, and land is where the map has land."""
    for entry in corpus.features.values():
        for index, name in enumerate(entry.record.countries):
            if name not in world().countries:
                remedy = choices(name, world().countries) or "write its English name of today"
                yield entry.problem(("countries", index), "unknown-country", f'the map has no country "{name}"', remedy)
        spot = entry.record.land
        place = degrees(spot) if spot else None
        if spot and place is None and spot in corpus.places:
            record = corpus.places[spot].record
            place = record.lat, record.lon
        if place and world().land_at((place[1], place[0])) is None:
            remedy = "choose a place further from the shore"
            yield entry.problem(("land",), "no-land", f'the map has no land at "{spot}"', remedy)


def _spots(entry: Entry[Any]) -> Iterator[tuple[Trail, str]]:
    for index, spot in enumerate(entry.record.through):
        yield ("through", index), spot
    for name in ("at", "land"):
        if spot := getattr(entry.record, name):
            yield (name,), spot

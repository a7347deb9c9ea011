"""Places as templates need them: by country, on the map."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.catalogue import Catalogue, Item
from timeline.language import phrases
from timeline.language.letters import order
from timeline.records.entities import Place
from timeline.records.event import Event


def by_country(places: Iterable[Item[Place]]) -> list[tuple[str, list[Item[Place]]]]:
    """Return places by country, the country with most places first."""
    groups: dict[str, list[Item[Place]]] = {}
    for place in places:
        groups.setdefault(place.record.country, []).append(place)
    return sorted(groups.items(), key=lambda pair: (-len(pair[1]), order(pair[0])))


def coordinates(place: Place) -> str:
    """Return coordinates in words: 53.90° N, 27.57° E."""
    return phrases.coordinates(place.lat, place.lon)


def places_of(catalogue: Catalogue, event: Event) -> list[Item[Place]]:
    """Return the places of an event."""
    return [catalogue.places[id_] for id_ in event.places]

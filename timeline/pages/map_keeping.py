"""What maps rest on, and the pictures beneath them: what was drawn of the same is not drawn again."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.catalogue import Catalogue
from timeline.pages.maps import Maps
from timeline.project import cache
from timeline.project.site import Site


def ground(catalogue: Catalogue, site: Site) -> bytes:
    """Return what stands for all that the maps rest on, besides the records that they are asked for."""
    counts = sorted((id_, len(events)) for id_, events in catalogue.by_place.items())
    drawn = list(catalogue.places.values()), list(catalogue.features.values())
    return cache.digest(repr((site.map, site.inset, site.language, counts, drawn)))


def pictures(maps: Maps) -> Mapping[str, str]:
    """Return the pictures beneath maps by their addresses below the site's root."""
    place = maps.site.cache and maps.site.cache.with_name("maps")
    key = ground(maps.catalogue, maps.site)
    known = cache.load(place, key) if place else None
    if isinstance(known, dict):
        return known
    made = dict(maps.files())
    if place:
        cache.save(place, key, made)
    return made

"""Pictures for office files, which show no SVG: maps and drawings as pixels, each with its text and its credit."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.handouts import map_drawing
from timeline.language import handouts as words
from timeline.language.labels import RIGHTS_WORDS
from timeline.pages.map_views import MapView
from timeline.pages.maps import Maps
from timeline.pages.pictures import lesson_pictures, lesson_places
from timeline.pictures import raster, variants
from timeline.project.site import Site
from timeline.records.era import Era
from timeline.records.medium import Medium


class Shown(NamedTuple):
    """A picture with what stands beside it; ratio: its width as a part of its height."""

    data: bytes
    ratio: float
    title: str
    alt: str
    caption: str
    credit: str


class Plan(NamedTuple):
    """A map for the class: to fill in, filled, and its places in the order of their numbers."""

    blank: Shown
    filled: Shown
    places: tuple[str, ...]


class Illustrations:
    """The pictures of one timeline; what was drawn before is taken from its cache."""

    def __init__(self, catalogue: Catalogue, site: Site) -> None:
        self._catalogue, self._site = catalogue, site
        self._cache = site.cache and site.cache.with_name("drawings")
        self._made: dict[str, bytes] = {}

    @cached_property
    def _maps(self) -> Maps:
        return Maps(self._catalogue, self._site)

    def map_of(self, era: Item[Era]) -> Shown | None:
        """Return the map of an era's places, with the numbers that they have for the class; None where it has none."""
        view = self._view(era)
        return self._drawn(view, era.record.title) if view else None

    def plan_of(self, era: Item[Era]) -> Plan | None:
        """Return the map of an era to fill in, and filled; None where it has no place."""
        view = self._view(era)
        return self._plan(view, era.record.title) if view else None

    def plans(self) -> list[Plan]:
        """Return the maps of the whole timeline."""
        views = self._maps.whole((map_drawing.PIXELS,) * 3, numbered=True)
        return [self._plan(view, view.title or self._site.name) for view in views]

    def pictures(self, era: Item[Era], most: int) -> list[Shown]:
        """Return the pictures of an era, the most fitting first."""
        fitting = lesson_pictures(self._catalogue, era, most)
        return [shown for item in fitting if (shown := self._picture(item.record))]

    def _view(self, era: Item[Era]) -> MapView | None:
        places = lesson_places(self._catalogue, era, self._maps.main)
        until = era.record.date.end_year
        return self._maps.of_places(places, until=until, pixels=map_drawing.PIXELS, numbered=True) if places else None

    def _plan(self, view: MapView, title: str) -> Plan:
        names = tuple(spot.place.record.name for spot in view.spots)
        return Plan(self._drawn(view, title, blank=True), self._drawn(view, title), names)

    def _drawn(self, view: MapView, title: str, *, blank: bool = False) -> Shown:
        svg = map_drawing.drawing(self._maps, view, blank=blank)
        names = () if blank else tuple(spot.place.record.name for spot in view.spots)
        disputed = tuple(shape.feature.record.title for shape in view.shapes if shape.kind == "disputed")
        data, ratio = self._png(svg), view.box.width / view.box.height
        return Shown(data, ratio, title, words.map_alt(title, names), words.hatched(disputed), words.EARTH)

    def _png(self, svg: str) -> bytes:
        if svg not in self._made:
            self._made[svg] = raster.png(svg, self._cache)
        return self._made[svg]

    def _picture(self, medium: Medium) -> Shown | None:
        path = (self._site.media or Path()) / medium.file
        if not self._site.media or not path.exists():
            return None
        original = path.read_bytes()
        if path.suffix == ".svg":
            data = self._png(original.decode("utf-8"))
        else:
            data = variants.copy(original, "jpg", variants.WIDTHS[-1], self._cache)
        rights = RIGHTS_WORDS[medium.rights]
        credit = words.made_by(medium.credit or medium.creator, rights, medium.source or "")
        width, height = raster.size(data)
        return Shown(data, width / height, medium.title, medium.alt, medium.caption or "", credit)

"""Maps of pages: which piece of the earth, what stands on it, and the pictures that lie beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from timeline.catalogue import Catalogue, Item
from timeline.maps import base
from timeline.maps.frame import Box, Frame, around, moved_into
from timeline.maps.lines import Point
from timeline.maps.world import Ring, world
from timeline.pages import map_labels
from timeline.pages.map_views import MapView, Shape, Spot
from timeline.project.site import Extent, Site
from timeline.records.entities import Place
from timeline.records.event import Event
from timeline.records.feature import Feature, degrees
from timeline.records.stage import Stage

NEAR, FAR = "assets/map.svg", "assets/map-far.svg"
"""The pictures beneath maps: of what the settings name, and of all places where some lie outside."""

WHOLE, INSET = "assets/map-whole.svg", "assets/map-inset.svg"
"""The same for the maps of the whole timeline, as fine as these are large: a crop needs four times the points."""

WIDTHS = (1100, 440, 720)
"""Pixels that the whole map has on a large screen, and where there is an inset, that and the rest."""

CROP = 6.5
"""Degrees that the map of an event shows at least from south to north."""

STAGE = 1.6
"""How many times wider than high the maps of a walk are: all alike, so that one can become the next."""


@dataclass
class Maps:
    """The maps of one timeline; a map that many pages show is made once."""

    catalogue: Catalogue
    site: Site
    _made: dict[tuple[object, ...], MapView | None] = field(default_factory=dict)
    _wholes: dict[tuple[object, ...], list[MapView]] = field(default_factory=dict)

    @cached_property
    def main(self) -> Frame | None:
        """Return what the map of the whole timeline shows: what the settings say, or all places."""
        return _of(self.site.map) or around(self._spots(self.catalogue.places.values()))

    @cached_property
    def far(self) -> Frame | None:
        """Return a frame of all places, if the main one lacks some."""
        places = self._spots(self.catalogue.places.values())
        main = self.main
        return None if main is None or all(main.shows(*place) for place in places) else around(places)

    @cached_property
    def inset(self) -> Frame | None:
        """Return what is shown larger beside the main map."""
        inset = _of(self.site.inset)
        return inset if inset and self.main and self.main.covers(inset) else None

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the pictures by their addresses below the site's root."""
        for path, frame in ((NEAR, self.main), (FAR, self.far)):
            if frame:
                yield path, base.svg(frame, self.contested)
        for path, frame, width in ((WHOLE, self.main, WIDTHS[2 if self.inset else 0]), (INSET, self.inset, WIDTHS[1])):
            if self.main and frame:
                yield path, base.svg(self.main, self.contested, self.main.part(frame), width)

    def whole(self, widths: tuple[float, float, float] = WIDTHS, numbered: bool = False) -> list[MapView]:
        """Return the map of the timeline, and the inset if there is one; what the inset shows is not shown twice."""
        if not self.main or (widths, numbered) in self._wholes:
            return self._wholes.get((widths, numbered), [])
        places = [place for place in self.catalogue.places.values() if self.catalogue.by_place.get(place.id)]
        features, inset = list(self.catalogue.features.values()), self.inset
        if not inset:
            views = [self._view(self.main, places, features, widths[0], numbered=numbered)]
        else:
            inner = [place for place in places if inset.shows(place.record.lat, place.record.lon)]
            outer = [place for place in places if place not in inner]
            titles = [extent.title if extent else "" for extent in (self.site.inset, self.site.map)]
            first = self._view(inset, inner, features, widths[1], titles[0], numbered=numbered)
            views = [first, self._view(self.main, outer, features, widths[2], titles[1], inset, numbered)]
        return self._wholes.setdefault((widths, numbered), list(filter(None, views)))

    def first(self) -> MapView | None:
        """Return a map that says where all this is: the inset or else the whole, with places and nothing more."""
        frame = self.inset or self.main
        if not frame:
            return None
        known = (p for p in self.catalogue.places.values() if self.catalogue.by_place.get(p.id))
        places = [p for p in known if frame.shows(p.record.lat, p.record.lon)]
        return self._view(frame, places, [], WIDTHS[1])

    def elsewhere(self) -> list[Item[Place]]:
        """Return the places with events that the map of the timeline does not show."""
        shown = {spot.place.id for view in self.whole() for spot in view.spots}
        return [p for p in self.catalogue.places.values() if p.id not in shown and self.catalogue.by_place.get(p.id)]

    def of_event(self, item: Item[Event]) -> MapView | None:
        """Return the map of an event: its places, and what belongs to it, with room around them."""
        features = [f for f in self.catalogue.features.values() if item.id in f.record.events]
        places = [self.catalogue.places[id_] for id_ in item.record.places]
        return self.of_places(places, features, item.record.date.end_year)

    def of_stage(self, item: Item[Event], stage: Stage | None) -> MapView | None:
        """Return the map beside a step of a walk: what belongs to its event, and what its stage names."""
        named = stage.features if stage else ()
        features = [f for f in self.catalogue.features.values() if item.id in f.record.events or f.id in named]
        ids = dict.fromkeys((*item.record.places, *(stage.places if stage else ())))
        places = [self.catalogue.places[id_] for id_ in ids]
        return self.of_places(places, features, item.record.date.end_year, 460, ratio=STAGE)

    def of_places(
        self,
        places: list[Item[Place]],
        features: Iterable[Item[Feature]] = (),
        until: float = 9999,
        pixels: float = 290,
        numbered: bool = False,
        ratio: float = 0,
    ) -> MapView | None:
        """Return a map that is cropped to some places and features, or None where there is nothing to show.

        until: what was disputed later than this year is not hatched. pixels: how wide it is on a large screen.
        ratio: how many times wider than high it is.
        """
        features = list(features)
        points = [*self._spots(places), *(p for f in features for p in self._points(f.record))]
        frame = around(points, CROP, ratio)
        others = (f for f in self._disputed if not f.record.date or f.record.date.start_year <= until)
        drawn = [*features, *(f for f in others if f not in features and frame and self._seen(f, frame))]
        key = (tuple(p.id for p in places), tuple(f.id for f in drawn), pixels, numbered, ratio)
        if key not in self._made:
            self._made[key] = self._view(frame, places, drawn, pixels, numbered=numbered) if frame else None
        return self._made[key]

    def _view(
        self,
        frame: Frame,
        places: list[Item[Place]],
        features: Iterable[Item[Feature]],
        pixels: float,
        title: str = "",
        window: Frame | None = None,
        numbered: bool = False,
    ) -> MapView | None:
        image, outer = NEAR, self.main
        if outer and self.far and not all(outer.shows(p.record.lat, p.record.lon) for p in places):
            if frame is outer:
                places = [p for p in places if outer.shows(p.record.lat, p.record.lon)]
            else:
                image, outer = FAR, self.far
        if outer is None:
            return None
        frame = moved_into(frame, outer)
        box = outer.part(frame)
        counts = {place.id: len(self.catalogue.by_place.get(place.id, ())) for place in places}
        where = {place.id: box.share(outer.point(place.record.lat, place.record.lon)) for place in places}
        hidden = outer.part(window) if window else None
        shapes = tuple(shape for f in features for shape in self._shape(f, outer) if not _within(shape, hidden))
        waters = self._waters(outer, box)
        part = None
        if hidden:
            left, top = box.share((hidden.left, hidden.top))
            part = (100 * left, 100 * top, 100 * hidden.width / box.width, 100 * hidden.height / box.height)
        texts = {p.id: f"{at} {p.record.name}" if numbered else p.record.name for at, p in enumerate(places, 1)}
        named = [(texts[p.id], *where[p.id]) for p in sorted(places, key=lambda p: -counts[p.id])]
        words = map_labels.Words(named, self._outlines(image), self._names, waters, part)
        sides, labels = map_labels.placed(words, box, pixels)
        spots = tuple(
            Spot(place, 100 * where[place.id][0], 100 * where[place.id][1], counts[place.id], *sides[texts[place.id]])
            for place in places
        )
        own = {self.main: WHOLE, self.inset: INSET}.get(frame, "") if image == NEAR else ""
        return MapView(image, box, spots, shapes, labels, frame, title, part, own)

    def _outlines(self, image: str) -> list[map_labels.Outline]:
        frame = self.far if image == FAR else self.main
        return map_labels.outlines(frame) if frame else []

    @cached_property
    def _names(self) -> dict[str, str]:
        """Return what countries are called on the map, where the timeline has its own word."""
        named = [item.record for item in self.catalogue.features.values() if len(item.record.countries) == 1]
        return {record.countries[0]: record.names.get(self.site.language, record.title) for record in named}

    def _waters(self, outer: Frame, box: Box) -> list[tuple[str, float, float]]:
        found = []
        for item in self.catalogue.features.values():
            if item.record.water and (point := self._point(item.record.at or "")):
                name = item.record.names.get(self.site.language, item.record.title)
                found.append((name, *box.share(outer.point(*point))))
        return found

    def _shape(self, item: Item[Feature], outer: Frame) -> Iterator[Shape]:
        feature = item.record
        if feature.water:
            return
        if feature.countries:
            rings = tuple(self._rings)
            yield Shape(
                item, "", "area", parts=tuple((name, _area(outer, (name,), rings)) for name in feature.countries)
            )
        elif feature.land and (point := self._point(feature.land)):
            ring = world().land_at((point[1], point[0]))
            path = base.ring_path(outer, world().outline(ring)) if ring else ""
            yield Shape(item, path, "disputed" if feature.disputed else "area")
        elif feature.through:
            points = [outer.point(*point) for spot in feature.through if (point := self._point(spot))]
            yield Shape(item, "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points), "route")
        elif feature.at and (point := self._point(feature.at)):
            yield Shape(item, "", "station", outer.point(*point))

    def _seen(self, item: Item[Feature], frame: Frame) -> bool:
        point = self._point(item.record.land or "")
        return point is not None and frame.shows(*point)

    @cached_property
    def _disputed(self) -> list[Item[Feature]]:
        return [feature for feature in self.catalogue.features.values() if feature.record.disputed]

    @cached_property
    def _rings(self) -> list[Ring]:
        """Return the rings of land to whom it is disputed that they belong."""
        points = (self._point(feature.record.land or "") for feature in self._disputed)
        return [ring for point in points if point and (ring := world().land_at((point[1], point[0])))]

    @cached_property
    def contested(self) -> frozenset[int]:
        """Return the lines that not all sides accept as borders."""
        return base.borders_of(world(), (ring.parts for ring in self._rings))

    def _points(self, feature: Feature) -> list[Point]:
        spots = [*feature.through, *filter(None, [feature.at])]
        return [point for spot in spots if (point := self._point(spot))]

    def _point(self, spot: str) -> Point | None:
        if point := degrees(spot):
            return point
        place = self.catalogue.places.get(spot)
        return (place.record.lat, place.record.lon) if place else None

    @staticmethod
    def _spots(places: Iterable[Item[Place]]) -> list[Point]:
        return [(place.record.lat, place.record.lon) for place in places]


def _within(shape: Shape, hidden: Box | None) -> bool:
    """Return whether a station stands in the part of a map that the inset shows larger."""
    if hidden is None or shape.spot is None:
        return False
    x, y = hidden.share(shape.spot)
    return 0 <= x <= 1 and 0 <= y <= 1


@cache
def _area(frame: Frame, countries: tuple[str, ...], contested: tuple[Ring, ...]) -> str:
    return base.area_path(frame, countries, map(world().outline, contested))


def _of(extent: Extent | None) -> Frame | None:
    return Frame(extent.west, extent.east, extent.south, extent.north) if extent else None

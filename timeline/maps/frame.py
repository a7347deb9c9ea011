"""A frame cuts a piece out of the earth: equirectangular, true to scale along its middle."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.maps.lines import Line, Point

UNITS = 6000
"""How wide a frame is in its own units: whole numbers of these are fine enough for crops of a tenth."""

LEAST = 3.0
"""Degrees that a frame shows at least from south to north, so that one place has surroundings."""

WIDEST, NARROWEST = 2.2, 1.25
"""The widths of frames that are made around places, as parts of their heights."""

EDGE = 0.14
"""The part of a frame around places that is left free on each side."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of the earth between degrees, and the units that it is drawn in."""

    west: float
    east: float
    south: float
    north: float

    @property
    def squeeze(self) -> float:
        """Return how wide a degree of longitude is beside one of latitude."""
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def unit(self) -> float:
        """Return the units of a degree of longitude."""
        return UNITS / (self.east - self.west)

    @property
    def height(self) -> float:
        """Return the height in units; the width is UNITS."""
        return (self.north - self.south) * self.unit / self.squeeze

    def point(self, lat: float, lon: float) -> Point:
        """Return where a place lies in units from the left and from the top."""
        return (lon - self.west) * self.unit, (self.north - lat) * self.unit / self.squeeze

    def line(self, points: Iterable[Point]) -> Line:
        """Return a line that is given in degrees, east and north, in units."""
        across, up = self.unit, self.unit / self.squeeze
        return [((x - self.west) * across, (self.north - y) * up) for x, y in points]

    def shows(self, lat: float, lon: float) -> bool:
        """Return whether a place lies within."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def part(self, frame: Frame) -> Box:
        """Return where another frame lies in this one."""
        left, top = self.point(frame.north, frame.west)
        right, bottom = self.point(frame.south, frame.east)
        return Box(left, top, right - left, bottom - top)

    def covers(self, other: Frame) -> bool:
        """Return whether another frame lies within."""
        return self.shows(other.south, other.west) and self.shows(other.north, other.east)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the units of a frame: what one picture of it shows."""

    left: float
    top: float
    width: float
    height: float

    def share(self, point: Point) -> Point:
        """Return where a point lies, from 0 to 1 from the left and from the top."""
        return (point[0] - self.left) / self.width, (point[1] - self.top) / self.height


def around(places: Iterable[Point], least: float = LEAST, ratio: float = 0) -> Frame | None:
    """Return a frame with room around places, given as latitude and longitude, or None around no place.

    ratio: how many times wider than high it is; otherwise as the places lie, within limits.
    """
    places = list(places)
    if not places:
        return None
    south, north = min(lat for lat, _ in places), max(lat for lat, _ in places)
    west, east = min(lon for _, lon in places), max(lon for _, lon in places)
    squeeze = math.cos(math.radians((south + north) / 2))
    tall = max((north - south) / (1 - 2 * EDGE), least)
    wide = max((east - west) * squeeze / (1 - 2 * EDGE), tall * (ratio or NARROWEST))
    tall = max(tall, wide / (ratio or WIDEST))
    return _fitted((south + north) / 2, (west + east) / 2, tall, wide / squeeze)


def _fitted(lat: float, lon: float, tall: float, wide: float) -> Frame:
    """Return a frame about a middle that is moved, and if need be made smaller, to stay on the earth."""
    tall, wide = min(tall, 170), min(wide, 360)
    lat = min(max(lat, -85 + tall / 2), 85 - tall / 2)
    lon = min(max(lon, -180 + wide / 2), 180 - wide / 2)
    return Frame(lon - wide / 2, lon + wide / 2, lat - tall / 2, lat + tall / 2)


def moved_into(frame: Frame, outer: Frame) -> Frame:
    """Return a frame that is moved into another, and cut where it is too large."""
    wide = min(frame.east - frame.west, outer.east - outer.west)
    tall = min(frame.north - frame.south, outer.north - outer.south)
    west = min(max(frame.west, outer.west), outer.east - wide)
    south = min(max(frame.south, outer.south), outer.north - tall)
    return Frame(west, west + wide, south, south + tall)

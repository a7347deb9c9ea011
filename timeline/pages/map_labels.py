"""Words on a map: each where it touches no other, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from timeline.maps.frame import UNITS, Box, Frame
from timeline.maps.lines import Line, Shape, bounds, ring_within
from timeline.maps.world import copies, world

EM = 12.5
"""Height of a label in pixels."""

LETTER = 0.56
"""Mean width of a letter, as a part of its height."""

DOT = 8.0
"""Pixels from the middle of a dot to its label."""

CLEAR, ROOMY = 5.5, 90.0
"""Pixels around a dot that no name takes; names above or below their dots keep a part of the map's width away."""

NARROW = 330.0
"""How many pixels wide a map is on a telephone."""

STEPS = 14
"""In how many columns and rows the best place for a country's name is looked for."""

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name on a map: its middle in percent, and whether it names land or water."""

    text: str
    left: float
    top: float
    kind: str
    narrow: bool = True
    """Whether it has room on a telephone too."""


class Outline(NamedTuple):
    """A piece of a country in the units of a frame, and its edges: left, right, top, bottom."""

    country: str
    line: Line
    edges: Rectangle


@cache
def outlines(frame: Frame) -> list[Outline]:
    """Return the outlines of all land that a frame shows, in its units."""
    earth, found = world(), []
    for ring in earth.rings:
        for outline in copies(earth.outline(ring)):
            shape = ring_within(frame.line(outline), UNITS, frame.height)
            if len(shape) > 2:
                found.append(Outline(ring.country, shape, bounds(shape)))
    return found


class Words(NamedTuple):
    """All that is to be named on one map, the most important first."""

    spots: list[tuple[str, float, float]]
    outlines: list[Outline]
    names: Mapping[str, str]
    waters: list[tuple[str, float, float]]
    window: tuple[float, float, float, float] | None
    """What is to stay free, in percent."""


def placed(words: Words, box: Box, pixels: float) -> tuple[dict[str, tuple[str, bool]], tuple[Label, ...]]:
    """Return the side of each place's name, and all other names; each with whether a telephone has room for it.

    pixels: how wide the map is on a large screen.
    """
    wide = _all(words, box, pixels)
    small = _all(words, box, NARROW) if pixels > NARROW else wide
    sides = {name: (side, small[0][name] == side) for name, side in wide[0].items()}
    fitting = {(label.text, label.kind): label for label in small[1]}
    labels = []
    for label in wide[1]:
        other = fitting.pop((label.text, label.kind), None)
        labels.append(
            Label(label.text, *((other.left, other.top) if other else (label.left, label.top)), label.kind, bool(other))
        )
    return sides, tuple(labels)


def _all(words: Words, box: Box, pixels: float) -> tuple[dict[str, str], list[Label]]:
    room = Placing(pixels, pixels * box.height / box.width)
    sides = room.spots(words.spots)
    if words.window:
        room.block(*(part / 100 for part in words.window))
    return sides, [*room.countries(words.outlines, box, words.names), *room.waters(words.waters)]


class Placing:
    """Finds room for labels on one map, which is so many pixels wide and high."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._taken: list[Rectangle] = []

    def block(self, left: float, top: float, width: float, height: float) -> None:
        """Keep a part of the map, from 0 to 1, free of labels."""
        x, y = left * self.width, top * self.height
        self._taken.append((x, y, x + width * self.width, y + height * self.height))

    def spots(self, spots: Iterable[tuple[str, float, float]]) -> dict[str, str]:
        """Return the side on which each place bears its name, in the order of importance; none where is no room."""
        spots = list(spots)
        dots = [(x * self.width, y * self.height) for _, x, y in spots]
        self._taken += (_dot(x, y, CLEAR) for x, y in dots)
        wide = max(CLEAR, self.width / ROOMY)
        clear = [[_dot(*dot, wide) for dot in dots if dot != own] for own in dots]
        return {name: self._side(name, *dots[at], clear[at]) for at, (name, _, _) in enumerate(spots)}

    def _side(self, name: str, x: float, y: float, clear: list[Rectangle]) -> str:
        wide, high = len(name) * EM * LETTER, EM
        sides = {
            "right": (x + DOT, y - high / 2, x + DOT + wide, y + high / 2),
            "left": (x - DOT - wide, y - high / 2, x - DOT, y + high / 2),
            "top": (x - wide / 2, y - DOT - high, x + wide / 2, y - DOT),
            "bottom": (x - wide / 2, y + DOT, x + wide / 2, y + DOT + high),
        }
        for side in ("top", "bottom"):  # seems to belong to the dot beside it
            if any(_touch(sides[side], other) for other in clear):
                del sides[side]
        return next((side for side, rectangle in sides.items() if self._take(rectangle)), "")

    def countries(self, shapes: Iterable[Outline], box: Box, names: Mapping[str, str]) -> Iterable[Label]:
        """Yield the names of countries that have room within their borders, the largest first."""
        rooms = []
        for country, shape, edges in shapes:
            (left, top), (right, bottom) = (self._moved(edges[i], edges[i + 2], box) for i in (0, 1))
            if right < 0 or left > self.width or bottom < 0 or top > self.height:
                continue
            moved = [self._moved(x, y, box) for x, y in shape]
            seen = ring_within(moved, self.width, self.height)
            if len(seen) > 2:
                rooms.append((_area(seen), country, seen))
        done: set[str] = set()
        for size, country, seen in sorted(rooms, key=lambda room: -room[0]):
            text = names.get(country, country)
            if country in done or size < 2 * len(text) * EM * LETTER * EM:
                continue
            if spot := self._room(text, seen):
                done.add(country)
                yield Label(text, 100 * spot[0] / self.width, 100 * spot[1] / self.height, "land")

    def _moved(self, x: float, y: float, box: Box) -> tuple[float, float]:
        return (x - box.left) / box.width * self.width, (y - box.top) / box.height * self.height

    def waters(self, waters: Iterable[tuple[str, float, float]]) -> Iterable[Label]:
        """Yield the names of waters that have room."""
        for text, left, top in waters:
            if self._take(_around(text, left * self.width, top * self.height)):
                yield Label(text, 100 * left, 100 * top, "water")

    def _room(self, text: str, shape: Line) -> tuple[float, float] | None:
        """Return the middle of the first free place, from the middle of a shape outwards, where a word fits into it."""
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        left, top, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
        middle_x, middle_y = left + wide / 2, top + high / 2
        tries = [
            (left + (i + 0.5) * wide / STEPS, top + (j + 0.5) * high / STEPS)
            for i in range(STEPS)
            for j in range(STEPS)
        ]
        tries.sort(key=lambda p: ((p[0] - middle_x) / (wide or 1)) ** 2 + ((p[1] - middle_y) / (high or 1)) ** 2)
        room = Shape(shape)
        for x, y in tries:
            x1, y1, x2, y2 = rectangle = _around(text, x, y)
            corners = ((x1, y1), (x2, y1), (x1, y2), (x2, y2), (x, y))
            if self._is_free(rectangle) and all(map(room.holds, corners)):
                self._taken.append(rectangle)
                return x, y
        return None

    def _take(self, rectangle: Rectangle) -> bool:
        if self._is_free(rectangle):
            self._taken.append(rectangle)
            return True
        return False

    def _is_free(self, rectangle: Rectangle) -> bool:
        x1, y1, x2, y2 = rectangle
        if x1 < 0 or y1 < 0 or x2 > self.width or y2 > self.height:
            return False
        return not any(_touch(rectangle, other) for other in self._taken)


def _touch(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _dot(x: float, y: float, wide: float) -> Rectangle:
    return x - wide, y - CLEAR, x + wide, y + CLEAR


def _around(text: str, x: float, y: float) -> Rectangle:
    wide = len(text) * EM * LETTER
    return x - wide / 2, y - EM / 2, x + wide / 2, y + EM / 2


def _area(ring: Line) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2

"""The land, borders and water of the earth, as world.json holds them (see derive.py)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from timeline.maps.lines import Line, Point, bounds, holds


def note() -> str:
    """Return what the file says of where it comes from."""
    with Path(__file__).with_name("world.json").open(encoding="utf-8") as file:
        first = file.readline().rstrip(",\n")  # a line of its own, for the whole takes its time to read
    return str(json.loads(first + "}")["note"])


@dataclass(frozen=True)
class Ring:
    """An outline of land: the country it belongs to, and the lines that it is made of; ~n is line n backwards."""

    country: str
    parts: tuple[int, ...]


@dataclass(frozen=True)
class World:
    """Lines in degrees, east and north; rings that are made of them."""

    lines: tuple[Line, ...]
    rings: tuple[Ring, ...]
    lakes: tuple[Line, ...]
    rivers: tuple[Line, ...]

    def outline(self, ring: Ring) -> Line:
        """Return the points of a ring."""
        return self._outlines[ring]

    @cached_property
    def _outlines(self) -> dict[Ring, Line]:
        return {ring: self._joined(ring) for ring in self.rings}

    @cached_property
    def _edges(self) -> dict[Ring, tuple[float, float, float, float]]:
        return {ring: bounds(line) for ring, line in self._outlines.items()}

    def _joined(self, ring: Ring) -> Line:
        found: Line = []
        for part in ring.parts:
            line = self.lines[part] if part >= 0 else self.lines[~part][::-1]
            found += line[1:] if found else line
        return _unbroken(found)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Return the name of every country that has land here."""
        return frozenset(ring.country for ring in self.rings)

    @cached_property
    def borders(self) -> frozenset[int]:
        """Return the lines that part two rings; the others part land from the sea."""
        uses = Counter(line_of(part) for ring in self.rings for part in ring.parts)
        return frozenset(line for line, count in uses.items() if count > 1)

    def land_at(self, point: Point) -> Ring | None:
        """Return the smallest ring that holds a point, given as east and north, or None at sea."""
        if point not in self._land:
            self._land[point] = self._land_at(point)
        return self._land[point]

    @cached_property
    def _land(self) -> dict[Point, Ring | None]:
        return {}

    def _land_at(self, point: Point) -> Ring | None:
        rings = (ring for ring in self.rings if _may_hold(self._edges[ring], point))
        found = [ring for ring in rings if any(holds(line, point) for line in copies(self.outline(ring)))]
        return min(found, key=lambda ring: _breadth(self.outline(ring)), default=None)


def _may_hold(edges: tuple[float, float, float, float], point: Point) -> bool:
    """Return whether a point lies between the edges of an outline, on its own or the other side of the earth."""
    west, east, south, north = edges
    return south <= point[1] <= north and any(west <= point[0] + turn <= east for turn in (-360, 0, 360))


def line_of(part: int) -> int:
    """Return the number of a line, whichever way a ring takes it."""
    return part if part >= 0 else ~part


@cache
def world() -> World:
    """Return the world; read once."""
    data = json.loads(Path(__file__).with_name("world.json").read_text(encoding="utf-8"))
    scale = data["scale"]
    rings = [Ring(country["name"], tuple(ring)) for country in data["countries"] for ring in country["rings"]]
    lines = {key: tuple(_line(steps, scale) for steps in data[key]) for key in ("lines", "lakes", "rivers")}
    return World(lines["lines"], tuple(rings), lines["lakes"], lines["rivers"])


def _line(steps: list[int], scale: int) -> Line:
    x = y = 0
    line = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x / scale, y / scale))
    return line


def _unbroken(line: Line) -> Line:
    """Return an outline that goes on beyond 180 degrees where it would jump to the other edge of the earth."""
    turn, found = 0.0, line[:1]
    for (before, _), (x, y) in pairwise(line):
        if abs(x - before) > 180:
            turn += 360 if x < before else -360
        found.append((x + turn, y))
    return found


def copies(line: Line) -> Iterator[Line]:
    """Yield an outline, and once more from the other side of the earth if it goes beyond 180 degrees."""
    yield line
    if max(x for x, _ in line) > 180:
        yield [(x - 360, y) for x, y in line]
    if min(x for x, _ in line) < -180:
        yield [(x + 360, y) for x, y in line]


def _breadth(line: Line) -> float:
    xs = [x for x, _ in line]
    return max(xs) - min(xs)

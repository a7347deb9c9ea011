"""Lines of points in a plane: made simpler, cut at the edges of a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Line = list[Point]

MARGIN = 9
"""How far beyond a frame a line is still drawn: as far as its stroke is wide."""


def simplified(line: Sequence[Point], most: float) -> Line:
    """Return a line with fewer points that lies nowhere further than `most` from the one given; its ends stay."""
    if len(line) < 3:
        return list(line)
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        index, far = _furthest(line, first, last)
        if far > most * most:
            keep.add(index)
            spans += [(first, index), (index, last)]
    return [line[index] for index in sorted(keep)]


def _furthest(line: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """Return the point between two that lies furthest from the line between them, and its squared distance."""
    (ax, ay), (bx, by) = line[first], line[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    found, far = first, 0.0
    for index in range(first + 1, last):
        x, y = line[index]
        part = min(max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1) if length else 0
        away = (x - ax - part * dx) ** 2 + (y - ay - part * dy) ** 2
        if away > far:
            found, far = index, away
    return found, far


def bounds(line: Sequence[Point]) -> tuple[float, float, float, float]:
    """Return the edges of a line: left, right, top, bottom."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs), max(xs), min(ys), max(ys)


def ring_within(ring: Sequence[Point], width: float, height: float) -> Line:
    """Return the part of a closed ring that lies between 0 and width, 0 and height; what is outside is cut off."""
    points = list(ring)
    left, right, top, bottom = bounds(points) if points else (0, 0, 0, 0)
    if left >= 0 and right <= width and top >= 0 and bottom <= height:
        return points
    for axis, limit, side in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        points = list(_cut(points, axis, limit, side))
    return points


def _cut(ring: Line, axis: int, limit: float, side: int) -> Iterator[Point]:
    for before, here in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
        inside, was = side * (here[axis] - limit) >= 0, side * (before[axis] - limit) >= 0
        if inside != was:
            part = (limit - before[axis]) / (here[axis] - before[axis])
            yield tuple(b + part * (h - b) for b, h in zip(before, here, strict=True))  # type: ignore[misc]
        if inside:
            yield here


def pieces_within(line: Sequence[Point], width: float, height: float) -> Iterator[Line]:
    """Yield the pieces of an open line that come near a frame: whole steps, of which one end may lie outside."""

    def near(point: Point) -> bool:
        return -MARGIN <= point[0] <= width + MARGIN and -MARGIN <= point[1] <= height + MARGIN

    piece: Line = []
    for before, here in pairwise(line):
        if near(before) or near(here):
            piece = piece or [before]
            piece.append(here)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Return whether a point lies within a closed ring."""
    return Shape(ring).holds(point)


class Shape:
    """A closed ring of which many points are asked, row by row: where it crosses a row is looked for once."""

    def __init__(self, ring: Sequence[Point]) -> None:
        self._ring = ring
        self._crossings: dict[float, list[float]] = {}

    def holds(self, point: Point) -> bool:
        """Return whether a point lies within."""
        x, y = point
        if (found := self._crossings.get(y)) is None:
            found = self._crossings[y] = list(self._crossed(y))
        return sum(x < crossing for crossing in found) % 2 == 1

    def _crossed(self, y: float) -> Iterator[float]:
        ring = self._ring
        ax, ay = ring[-1]
        for bx, by in ring:
            if (ay > y) != (by > y):
                yield (bx - ax) * (y - ay) / (by - ay) + ax
            ax, ay = bx, by

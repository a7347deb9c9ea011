"""The picture beneath a map as SVG: land, water and borders, without a word and without a colour that takes sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from timeline.maps.frame import UNITS, Box, Frame
from timeline.maps.lines import Line, Point, bounds, pieces_within, ring_within, simplified
from timeline.maps.world import World, copies, line_of, world

TOLERANCE = 1.5
"""How far a line may lie from the one it stands for, in units."""

SPECK = 60.0
"""Islands and lakes of fewer square units are left out."""

STYLE = (
    "path{fill:none;stroke-linejoin:round}"
    ".l{fill:#8a8578;fill-opacity:.2;fill-rule:nonzero}"
    ".b{stroke:#7d776a;stroke-width:1.1px;stroke-opacity:.75;vector-effect:non-scaling-stroke}"
    ".d{stroke-dasharray:4 3}"
    ".w{fill:#4d87b3;fill-opacity:.38}"
    ".r{stroke:#4d87b3;stroke-width:.9px;stroke-opacity:.5;vector-effect:non-scaling-stroke}"
)
"""Half-transparent greys and blues: they lie on light and on dark paper alike."""


DENSE = 2
"""Units for each pixel of a picture that is drawn for one width: screens have up to so many dots there and more."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture is drawn on: a part of a frame, in units of its own."""

    frame: Frame
    part: Box
    scale: float = 1.0
    tolerance: float = TOLERANCE
    speck: float = SPECK

    @property
    def size(self) -> Point:
        """Return width and height."""
        return self.part.width * self.scale, self.part.height * self.scale

    def line(self, points: Line) -> Line:
        """Return a line that is given in degrees, in units of the sheet."""
        left, top, scale = self.part.left, self.part.top, self.scale
        return [((x - left) * scale, (y - top) * scale) for x, y in self.frame.line(points)]


def _whole(frame: Frame) -> Sheet:
    return Sheet(frame, Box(0, 0, UNITS, frame.height))


def svg(frame: Frame, disputed: frozenset[int] = frozenset(), part: Box | None = None, pixels: int = 0) -> str:
    """Return the picture of a frame; lines in `disputed` are drawn as borders that not all sides accept.

    With a `part` the picture is of that alone, for a map that is at most so many `pixels` wide: finer lines would
    weigh, and not be seen.
    """
    sheet = _whole(frame)
    if part:
        sheet = Sheet(frame, part, DENSE * pixels / part.width, 0.6 * DENSE, 3.0 * DENSE**2)
    wide, high = sheet.size
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}">'
    return f"{head}<style>{STYLE}</style>{_paths(sheet, disputed)}</svg>\n"


def paths(frame: Frame, disputed: frozenset[int] = frozenset()) -> str:
    """Return land, rivers, lakes and borders of a frame, by the classes of `STYLE`."""
    return _paths(_whole(frame), disputed)


@cache
def _paths(sheet: Sheet, disputed: frozenset[int]) -> str:
    earth = world()
    land = "".join(_rings(sheet, (earth.outline(ring) for ring in earth.rings)))
    borders = earth.borders - disputed
    lakes = "".join(_rings(sheet, earth.lakes))
    found = [
        f'<path class="l" d="{land}"/>',
        f'<path class="r" d="{_lines(sheet, earth.rivers)}"/>',
        f'<path class="w" d="{lakes}"/>',
        f'<path class="b" d="{_lines(sheet, (earth.lines[n] for n in sorted(borders)))}"/>',
        f'<path class="b d" d="{_lines(sheet, (earth.lines[n] for n in sorted(disputed)))}"/>' if disputed else "",
    ]
    return "".join(found)


def area_path(frame: Frame, names: Iterable[str], without: Iterable[Line] = ()) -> str:
    """Return the outlines of countries as the path of a filled shape; those in `without` are left out."""
    earth, left_out = world(), list(without)
    outlines = (earth.outline(ring) for ring in earth.rings if ring.country in set(names))
    return "".join(_rings(_whole(frame), (outline for outline in outlines if outline not in left_out)))


def ring_path(frame: Frame, outline: Line) -> str:
    """Return one outline as the path of a filled shape."""
    return "".join(_rings(_whole(frame), [outline]))


def borders_of(earth: World, outlines: Iterable[tuple[int, ...]]) -> frozenset[int]:
    """Return the lines by which rings border on land."""
    return frozenset(line_of(part) for parts in outlines for part in parts) & earth.borders


def _rings(sheet: Sheet, rings: Iterable[Line]) -> Iterator[str]:
    for outline in (outline for ring in rings for outline in copies(ring)):
        if not _near(sheet.frame, outline):
            continue
        shape = simplified(ring_within(sheet.line(outline), *sheet.size), sheet.tolerance)
        if len(shape) > 2 and _area(shape) >= sheet.speck:
            yield _path(shape) + "z"


def _lines(sheet: Sheet, lines: Iterable[Line]) -> str:
    found = []
    for line in lines:
        if _near(sheet.frame, line):
            for piece in pieces_within(sheet.line(line), *sheet.size):
                found.append(_path(simplified(piece, sheet.tolerance)))
    return "".join(found)


def _near(frame: Frame, line: Line) -> bool:
    west, east, south, north = bounds(line)
    return east >= frame.west and west <= frame.east and north >= frame.south and south <= frame.north


def _path(line: Line) -> str:
    """Return the commands of a path in whole units: the first point, then steps."""
    x, y = (round(part) for part in line[0])
    found = [f"M{x} {y}l"]
    steps = []
    for nx, ny in line[1:]:
        dx, dy = round(nx) - x, round(ny) - y
        if dx or dy:
            steps.append(f"{dx} {dy}")
            x, y = x + dx, y + dy
    return found[0] + " ".join(steps).replace(" -", "-") if steps else ""


def _area(ring: Line) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2

"""The picture beneath a map as SVG: land, water and borders, without a word and without a colour that takes sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from timeline.maps.frame import UNITS, Frame
from timeline.maps.lines import Line, bounds, pieces_within, ring_within, simplified
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


def svg(frame: Frame, disputed: frozenset[int] = frozenset()) -> str:
    """Return the picture of a frame; lines in `disputed` are drawn as borders that not all sides accept."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {UNITS} {frame.height:.0f}">'
    return f"{head}<style>{STYLE}</style>{paths(frame, disputed)}</svg>\n"


@cache
def paths(frame: Frame, disputed: frozenset[int] = frozenset()) -> str:
    """Return land, rivers, lakes and borders of a frame, by the classes of `STYLE`."""
    earth = world()
    land = "".join(_rings(frame, (earth.outline(ring) for ring in earth.rings)))
    borders = earth.borders - disputed
    lakes = "".join(_rings(frame, earth.lakes))
    found = [
        f'<path class="l" d="{land}"/>',
        f'<path class="r" d="{_lines(frame, earth.rivers)}"/>',
        f'<path class="w" d="{lakes}"/>',
        f'<path class="b" d="{_lines(frame, (earth.lines[n] for n in sorted(borders)))}"/>',
        f'<path class="b d" d="{_lines(frame, (earth.lines[n] for n in sorted(disputed)))}"/>' if disputed else "",
    ]
    return "".join(found)


def area_path(frame: Frame, names: Iterable[str], without: Iterable[Line] = ()) -> str:
    """Return the outlines of countries as the path of a filled shape; those in `without` are left out."""
    earth, left_out = world(), list(without)
    outlines = (earth.outline(ring) for ring in earth.rings if ring.country in set(names))
    return "".join(_rings(frame, (outline for outline in outlines if outline not in left_out)))


def ring_path(frame: Frame, outline: Line) -> str:
    """Return one outline as the path of a filled shape."""
    return "".join(_rings(frame, [outline]))


def borders_of(earth: World, outlines: Iterable[tuple[int, ...]]) -> frozenset[int]:
    """Return the lines by which rings border on land."""
    return frozenset(line_of(part) for parts in outlines for part in parts) & earth.borders


def _rings(frame: Frame, rings: Iterable[Line]) -> Iterator[str]:
    for outline in (outline for ring in rings for outline in copies(ring)):
        if not _near(frame, outline):
            continue
        shape = simplified(ring_within(frame.line(outline), UNITS, frame.height), TOLERANCE)
        if len(shape) > 2 and _area(shape) >= SPECK:
            yield _path(shape) + "z"


def _lines(frame: Frame, lines: Iterable[Line]) -> str:
    found = []
    for line in lines:
        if _near(frame, line):
            for piece in pieces_within(frame.line(line), UNITS, frame.height):
                found.append(_path(simplified(piece, TOLERANCE)))
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

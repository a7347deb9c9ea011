"""Writes world.json from packages that carry Natural Earth: `python -m timeline.maps.derive WORLD_ATLAS MARBLE`.

WORLD_ATLAS: countries-50m.json of the npm package world-atlas 2.0.2 (Natural Earth 4.1, 1:50m, as TopoJSON).
MARBLE: the folder naturalearth/ of Debian's package marble-qt-data 22.12.3 (rivers and lakes, 1:50m, as PN2).
Both hold Natural Earth, which is in the public domain. The same packages give the same file, byte by byte.

In the file: hundredths of a degree, the first point of a line and then steps. A ring lists lines by number; ~n is line
n backwards.
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.maps.lines import Line, simplified

SCALE = 100
"""Parts of a degree that coordinates are rounded to."""

FINE = 1.6
"""How far, in those parts, a line may lie from the one it stands for."""

SMALLEST_LAKE = 600.0
"""Lakes of fewer square parts are left out."""

PN2_UNIT = 120
"""Parts of a degree in the files of Marble."""

HOLE, GROUP = 3, 4
"""Flags of Marble: an island in a lake, and the head of several lines."""

NOTE = " ".join((__doc__ or "").split())


def main(atlas: Path, marble: Path) -> None:
    """Write world.json beside this file."""
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    arcs = [simplified(_arc(arc, topology["transform"]), FINE) for arc in topology["arcs"]]
    countries = [_country(shape) for shape in topology["objects"]["countries"]["geometries"]]
    lakes = [ring for ring in _water(marble / "ne_50m_lakes.pn2") if _area(ring) >= SMALLEST_LAKE]
    rivers = list(_water(marble / "ne_50m_rivers_lake_centerlines.pn2"))
    world: dict[str, list[Any]] = {
        "lines": [_steps(arc) for arc in arcs],
        "countries": sorted(countries, key=lambda country: str(country["name"])),
        "lakes": [_steps(simplified(lake, FINE)) for lake in lakes],
        "rivers": [_steps(simplified(river, FINE)) for river in rivers],
    }
    parts = ",\n".join(f'"{key}": [\n' + ",\n".join(_row(row) for row in rows) + "\n]" for key, rows in world.items())
    head = f'{{"note": {json.dumps(NOTE)},\n"scale": {SCALE},\n'
    Path(__file__).with_name("world.json").write_text(f"{head}{parts}}}\n", encoding="utf-8")


def _row(row: Any) -> str:
    return json.dumps(row, separators=(",", ":"), ensure_ascii=False)


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> Line:
    (width, height), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    line: Line = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        line.append((round((x * width + west) * SCALE), round((y * height + south) * SCALE)))
    return line


def _country(shape: dict[str, Any]) -> dict[str, Any]:
    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return {"name": shape["properties"]["name"], "rings": [ring for part in parts for ring in part]}


def _water(path: Path) -> Iterator[Line]:
    """Yield the lines of a PN2 file of version 2: absolute nodes, each with steps from it."""
    data, place = path.read_bytes(), 6
    assert data[0] == 2, path
    while place < len(data):
        flag, _, nodes = struct.unpack_from(">BII", data, place)
        if flag == GROUP:  # its members follow, each with a head of its own
            place += 6
            continue
        place += 9
        line: Line = []
        for _ in range(nodes):
            lat, lon, steps = struct.unpack_from(">hhH", data, place)
            place += 6
            line.append(_point(lat, lon))
            for _ in range(steps):
                up, right = struct.unpack_from(">bb", data, place)
                place += 2
                line.append(_point(lat + up, lon + right))
        if flag != HOLE:
            yield line


def _point(lat: int, lon: int) -> tuple[int, int]:
    return round(lon * SCALE / PN2_UNIT), round(lat * SCALE / PN2_UNIT)


def _area(ring: Line) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _steps(line: Line) -> list[int]:
    found: list[int] = []
    x = y = 0
    for right, up in line:
        found += [round(right) - x, round(up) - y]
        x, y = round(right), round(up)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

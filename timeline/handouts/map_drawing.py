"""Maps as drawings for office files: land, names, dots and their numbers in one SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from timeline.maps import base
from timeline.pages.map_labels import DOT, EM
from timeline.pages.map_views import MapView, Spot
from timeline.pages.maps import NEAR, Maps

PIXELS = 900.0
"""How wide a map is when its names are placed: as large as names are on a slide, and on a page of A4."""

ANCHORS = {"right": ("start", DOT, 0.35), "left": ("end", -DOT, 0.35), "top": ("middle", 0, -0.8)}
"""Where a name stands by its side: the anchor, the step to the right, and the step down in heights of a letter."""

BELOW = ("middle", 0, 1.55)

STYLE = (
    ".l{{fill:#e8e6e0;fill-rule:nonzero}}"
    "path{{fill:none;stroke-linejoin:round}}"
    ".b{{stroke:#8d877a;stroke-width:{thin}px}}"
    ".d{{stroke-dasharray:{dash}}}"
    ".w{{fill:#bcd2e2}}"
    ".r{{stroke:#bcd2e2;stroke-width:{thin}px}}"
    ".h{{stroke:#6a665c;stroke-width:{thin}px}}"
    ".x{{fill:url(#hatch)}}"
    ".sea{{fill:#f4f8fb}}"
    "text{{font-size:{letters}px;fill:#1c1d21}}"
    ".land{{font-weight:600;fill:#6a665c}}"
    ".water{{fill:#33658c}}"
    ".spot{{fill:#a3275f;stroke:#fff;stroke-width:1.5px}}"
    ".name{{font-weight:600;stroke:#fff;stroke-width:3px;paint-order:stroke;stroke-linejoin:round}}"
)
"""Colours of maps on white paper. The renderer knows no stroke that keeps its width, so widths follow the crop."""


def drawing(maps: Maps, view: MapView, *, blank: bool = False) -> str:
    """Return a map of PIXELS across as SVG; a blank one has numbers and no name, whether of places or of countries."""
    scale = PIXELS / view.box.width
    height = view.box.height * scale
    frame = maps.main if view.image == NEAR else maps.far
    assert frame  # a view has been cut out of it
    style = STYLE.format(thin=f"{1.1 / scale:.1f}", dash=f"{4 / scale:.0f} {3 / scale:.0f}", letters=EM)
    move = f"scale({scale:.5f}) translate({-view.box.left:.1f} {-view.box.top:.1f})"
    hatched = "".join(f'<path class="x" d="{s.path}"/>' for s in view.shapes if s.kind == "disputed")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PIXELS:.0f} {height:.0f}"><style>{style}</style>',
        f'<defs><pattern id="hatch" width="{5 / scale:.1f}" height="{5 / scale:.1f}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path class="h" d="M0 0V{5 / scale:.1f}"/></pattern></defs>',
        f'<path class="sea" d="M0 0h{PIXELS:.0f}v{height:.0f}H0z"/>',
        f'<g transform="{move}">{base.paths(frame, maps.contested)}{hatched}</g>',
        *([] if blank else _names(view, height)),
        *(_spot(spot, height, at, blank) for at, spot in enumerate(view.spots, 1)),
        "</svg>\n",
    ]
    return "".join(parts)


def _names(view: MapView, height: float) -> Iterator[str]:
    for label in view.labels:
        x, y = label.left / 100 * PIXELS, label.top / 100 * height + EM * 0.35
        yield f'<text class="{label.kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{escape(label.text)}</text>'


def _spot(spot: Spot, height: float, number: int, blank: bool) -> str:
    x, y = spot.left / 100 * PIXELS, spot.top / 100 * height
    dot = f'<circle class="spot" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    name = "" if blank or not spot.side else spot.place.record.name
    text = f"{number} {name}".strip()
    anchor, right, down = ANCHORS.get(spot.side or "right", BELOW)
    place = f'x="{x + right:.1f}" y="{y + down * EM:.1f}" text-anchor="{anchor}"'
    return f'{dot}<text class="name" {place}>{escape(text)}</text>'

"""Maps of pages as templates see them: their crop, and what stands on it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.catalogue import Item
from timeline.maps.frame import Box, Frame
from timeline.maps.lines import Point
from timeline.pages.map_labels import Label
from timeline.records.entities import Place
from timeline.records.feature import Feature


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map: where it stands, in percent, how many events happened there, and its label's side."""

    place: Item[Place]
    left: float
    top: float
    events: int
    side: str = ""
    narrow: bool = True
    """Whether its name has room on a telephone too."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A route, a station or an area: its path in the picture's units, and how it is drawn."""

    feature: Item[Feature]
    path: str
    kind: str
    spot: Point | None = None
    parts: tuple[tuple[str, str], ...] = ()
    """The countries of an area, each with its path: many areas share one."""


@dataclass(frozen=True, slots=True)
class MapView:
    """One map of a page."""

    image: str
    box: Box
    spots: tuple[Spot, ...]
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    frame: Frame
    title: str = ""
    window: tuple[float, float, float, float] | None = None
    """Where the inset lies, in percent: left, top, width, height."""
    own: str = ""
    """The address of a picture that shows this and no more, where there is one."""

    @property
    def countries(self) -> dict[str, str]:
        """Return the paths of all countries that areas are made of, each once, by their names."""
        return {name: path for shape in self.shapes for name, path in shape.parts}

    @property
    def view_box(self) -> str:
        """Return the part of the picture that is shown, as SVG writes it."""
        return f"{self.box.left:.0f} {self.box.top:.0f} {self.box.width:.0f} {self.box.height:.0f}"

    @property
    def address(self) -> str:
        """Return the address of that part below the site's root."""
        return self.own or f"{self.image}#svgView(viewBox({self.view_box.replace(' ', ',')}))"

"""What the engine brings to a site builder: its theme, styles and scripts, and the shells of generated pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from timeline.language import frame as words

_HERE = Path(__file__).parent

THEME = _HERE / "theme"
"""The templates of pages, and the fonts in `assets/`."""

FOREIGN = ("assets/javascripts/", "assets/stylesheets/")
"""Where Material keeps its scripts and styles, of which no page of ours has a use."""

STYLES = ("fonts.css", "topics.css", "site.css", "print.css")
SCRIPTS = ("site.js",)
"""What every page loads, in this order, by its name in `assets/`."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A style sheet and a script that only some pages load: those whose HTML the pattern finds something in."""

    name: str
    on: re.Pattern[str]


FEATURES = (
    Feature("timeline", re.compile(r"<timeline-view\b")),
    Feature("map", re.compile(r"<map-view\b")),
    Feature("cards", re.compile(r'class="tl-(?:term|named)"|role="doc-noteref"')),
    Feature("lists", re.compile(r"<list-filter\b")),
    Feature("charts", re.compile(r"\bdata-chart=")),
    Feature("form", re.compile(r"<event-form\b")),
    Feature(
        "classroom",
        re.compile(
            r"<(?:order-quiz|slide-show|print-part|copy-text|assigned-task)\b"
            r'|class="tl-page tl-(?:pack|teach|wall|slides)\b'
        ),
    ),
    Feature("story", re.compile(r"<walk-steps\b")),
)

PLACE_OF_STYLES = "<!-- timeline:styles -->"
PLACE_OF_SCRIPTS = "<!-- timeline:scripts -->"
"""Marks in the theme."""

SHELLS: Mapping[tuple[str, int], str] = {
    ("page", 1): "shells/index.md",
    ("page", 2): "shells/record.md",
    ("page", 3): "shells/record/part.md",
    ("embed", 1): "embed.md",
    ("embed", 2): "shells/embed.md",
}
"""Where the shell of each use and depth stands among the pages of a builder: relative links hold for one depth."""


PALETTE = (
    ("(prefers-color-scheme)", None, "material/brightness-auto", words.FOLLOWING),
    ("(prefers-color-scheme: light)", "default", "material/weather-sunny", words.LIGHT),
    ("(prefers-color-scheme: dark)", "slate", "material/weather-night", words.DARK),
)
"""The schemes of colours that a reader may choose from: media query, scheme, icon and name of the switch."""


def shells() -> dict[str, Path]:
    """Return the files of the shells by their places among the pages."""
    return {place: _HERE / "shells" / f"{kind}-{depth}.md" for (kind, depth), place in SHELLS.items()}


def address(place: str) -> str:
    """Return the address below the root at which a builder puts the page at `place`: shells/, shells/record/."""
    path = PurePosixPath(place)
    folder = path.parent if path.stem == "index" else path.with_suffix("")
    return f"{folder.as_posix()}/"


def styles(own: list[str]) -> list[str]:
    """Return the style sheets of every page: the engine's, then those of the timeline."""
    return _before("assets", STYLES, own)


def scripts(own: list[str]) -> list[str]:
    """Return the scripts of every page: the engine's, then those of the timeline."""
    return _before("assets", SCRIPTS, own)


def equipped(html: str, path: str) -> str:
    """Return the page at `path` below the root with the styles and scripts of the features that it has."""
    if PLACE_OF_STYLES not in html and PLACE_OF_SCRIPTS not in html:
        return html
    root = "../" * path.count("/")
    names = [feature.name for feature in FEATURES if feature.on.search(html)]
    links = (f'<link rel="stylesheet" href="{root}assets/{name}.css">' for name in names)
    scripts = (f'<script src="{root}assets/{name}.js" defer></script>' for name in names)
    return html.replace(PLACE_OF_STYLES, _lines(links)).replace(PLACE_OF_SCRIPTS, _lines(scripts))


def _lines(parts: Iterator[str]) -> str:
    return "\n".join(parts)


def _before(folder: str, ours: tuple[str, ...], own: list[str]) -> list[str]:
    names = [f"{folder}/{name}" for name in ours]
    return [*names, *(name for name in own if name not in names)]


def material() -> dict[str, Any]:
    """Return the settings of the theme for a timeline that names none."""
    return {"name": "material", "palette": [*map(_scheme, PALETTE)]}


def _scheme(scheme: tuple[str, str | None, str, str]) -> dict[str, Any]:
    media, colours, icon, name = scheme
    found: dict[str, Any] = {"media": media, "toggle": {"icon": icon, "name": name}}
    return {**found, "scheme": colours} if colours else found

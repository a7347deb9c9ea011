"""What the engine brings to a site builder: its theme with styles and scripts, and the shells of generated pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from timeline.language import frame as words

_HERE = Path(__file__).parent

THEME = _HERE / "theme"
"""Overrides of Material, and the site's own styles, scripts and fonts in `assets/`."""

STYLES = ("fonts.css", "topics.css", "site.css", "timeline.css", "print.css", "teach.css")
SCRIPTS = ("site.js", "timeline.js", "teach.js", "quiz.js", "slides.js")
"""What every page loads, in this order, by its name in `assets/`."""

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
    """Return the style sheets of a page: the engine's, then those of the timeline."""
    return _before("assets", STYLES, own)


def scripts(own: list[str]) -> list[str]:
    """Return the scripts of a page: the engine's, then those of the timeline."""
    return _before("assets", SCRIPTS, own)


def _before(folder: str, ours: tuple[str, ...], own: list[str]) -> list[str]:
    names = [f"{folder}/{name}" for name in ours]
    return [*names, *(name for name in own if name not in names)]


def material() -> dict[str, Any]:
    """Return the settings of the theme for a timeline that names none."""
    return {"name": "material", "features": ["navigation.instant"], "palette": [*map(_scheme, PALETTE)]}


def _scheme(scheme: tuple[str, str | None, str, str]) -> dict[str, Any]:
    media, colours, icon, name = scheme
    found: dict[str, Any] = {"media": media, "toggle": {"icon": icon, "name": name}}
    return {**found, "scheme": colours} if colours else found

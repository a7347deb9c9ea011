"""Whose work a site is made of besides its own, and on what terms: read out of the packages that it is built with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path

import timeline
from timeline.language import licences as words
from timeline.maps import world

_ENGINE = Path(timeline.__file__).parent
_FONTS = _ENGINE / "website/theme/assets/fonts"


@dataclass(frozen=True, slots=True)
class Work:
    """Something that others made and the site holds: what it is, on what terms, and what its own files say of them."""

    name: str
    use: str
    terms: str
    text: str = ""


@cache
def works() -> tuple[Work, ...]:
    """Return all that a site holds of others, the same for the same packages."""
    return (_engine(), *_fonts(), *_theme(), *_icons(), _map())


def _engine() -> Work:
    file = _ENGINE.parent / "LICENSE"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return Work(words.ENGINE, words.ENGINE_USE, _terms(text), text)


def _fonts() -> Iterator[Work]:
    for file in sorted(_FONTS.glob("LICENSE-*.txt")):
        name = file.stem.removeprefix("LICENSE-").replace("-", " ").title()
        text = file.read_text(encoding="utf-8")
        yield Work(name, words.FONT_USE, _terms(text), text)


def _theme() -> Iterator[Work]:
    found = metadata.distribution("mkdocs-material")
    own = (file for file in found.files or () if ".dist-info/" in file.as_posix())
    texts = [file.read_text() for file in own if "LICENSE" in file.name]
    text = texts[0] if texts else ""
    yield Work(words.THEME.format(found.version), words.THEME_USE, _terms(text), text)


def _templates() -> Path:
    return Path(str(resources.files("material"))) / "templates"


def _icons() -> Iterator[Work]:
    for folder in sorted(path for path in (_templates() / ".icons").iterdir() if path.is_dir()):
        for file in sorted(folder.glob("LICENSE*")):
            text = file.read_text(encoding="utf-8")
            yield Work(words.ICONS.format(folder.name), words.ICON_USE, _terms(text), text)


def _map() -> Work:
    return Work(words.MAP, words.MAP_USE, words.PUBLIC, world.note())


def _terms(text: str) -> str:
    """Return the name of a licence from its text."""
    plain = " ".join(text.split()).casefold()
    named = [(plain.index(name.casefold()), name) for name in words.KNOWN if name.casefold() in plain]
    if named:
        return min(named)[1]
    return words.MIT if words.MIT_GRANT in plain else words.BELOW

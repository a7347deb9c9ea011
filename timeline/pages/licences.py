"""Whose work a site is made of besides its own, and on what terms: read out of the packages that it is built with."""

from __future__ import annotations

import json
import re
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
_PART = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
_SAID = re.compile(r"\b(MIT|Apache(?:[- ]2\.0)?|BSD|0BSD|MPL(?:[- ]2\.0)?|ISC)\b")
_NOTICE = re.compile(r"/\*!(.*?)\*/", re.DOTALL)


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
    return (_engine(), *_fonts(), *_theme(), *_parts(), *_icons(), _map())


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


def _parts() -> Iterator[Work]:
    """Yield what the theme's scripts are joined from, as the maps beside them say."""
    said: dict[str, str] = {}
    for file in sorted((_templates() / "assets/javascripts").rglob("*.js.map")):
        told = json.loads(file.read_text(encoding="utf-8"))
        for source, text in zip(
            told["sources"], told.get("sourcesContent") or [""] * len(told["sources"]), strict=True
        ):
            if part := _PART.search(source):
                licence = _SAID.search(text or "")
                said[part[1]] = said.get(part[1]) or (licence[1] if licence else "")
    for name, terms in sorted(said.items()):
        yield Work(name, words.SCRIPT_USE, terms or words.UNTOLD)
    folder = _templates() / "assets/javascripts/lunr/min"
    notices = [notice for file in sorted(folder.glob("*.js")) if (notice := _notice(file))]
    if notices:
        yield Work("lunr-languages", words.SCRIPT_USE, "MPL", "\n\n".join(dict.fromkeys(notices)))


def _notice(file: Path) -> str:
    found = _NOTICE.match(file.read_text(encoding="utf-8"))
    return re.sub(r"^\s*\* ?", "", found[1], flags=re.MULTILINE).strip() if found else ""


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

"""Pictures: what they belong to exists, and their files are what they say they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.problems import Problem, choices
from timeline.reading.corpus import Corpus, Entry
from timeline.records.kinds import KIND, KIND_OF_MANY

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
"""What an original may weigh and hold."""

LEAST_WIDTH = 480
"""Pixels below which a picture is a stamp."""

FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP", "avif": "AVIF", "tif": "TIFF", "tiff": "TIFF"}
"""The format that each ending promises, by Pillow's names."""

_ACTIVE = re.compile(r"<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*[\"'](?!#)", re.I)
_GPS = 0x8825


def known_subjects(corpus: Corpus) -> Iterator[Problem]:
    """Events, eras, actors and places that a picture belongs to exist."""
    for entry in corpus.media.values():
        for kind in ("events", "eras", "actors"):
            known = corpus.ids[kind]
            for index, id_ in enumerate(getattr(entry.record, kind)):
                if id_ not in known:
                    one = KIND_OF_MANY[kind].one
                    remedy = choices(id_, known) or "leave it out"
                    yield entry.problem((kind, index), f"unknown-{one}", f'no {one} has the id "{id_}"', remedy)
        places, place = corpus.ids.get("places"), entry.record.place
        if place and places is not None and place not in places:
            remedy = choices(place, places) or "add it to reference/places.yaml"
            yield entry.problem(("place",), "unknown-place", f'no place has the id "{place}"', remedy)


def sound_files(corpus: Corpus) -> Iterator[Problem]:
    """The file of a picture is there, is what its ending says, can be shown, and tells nobody where it was taken."""
    for entry in corpus.media.values():
        path = corpus.root / KIND["medium"].place / entry.record.file
        if not path.is_file() or path.is_symlink():
            message = f'there is no file "{entry.record.file}" beside it'
            yield entry.problem(("file",), "no-picture", message, f"put the picture into {KIND['medium'].place}/")
        elif path.stat().st_size > MOST_BYTES:
            message = f"the file has {path.stat().st_size / 1e6:.0f} MB, at most {MOST_BYTES / 1e6:.0f} are allowed"
            yield entry.problem(("file",), "picture-size", message, "save it smaller: 2,400 pixels across are plenty")
        elif path.suffix == ".svg":
            yield from _drawing(entry, path)
        else:
            yield from _raster(entry, path)


def _drawing(entry: Entry[Any], path: Path) -> Iterator[Problem]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        text = ""
    if "<svg" not in text:
        message = "the ending says SVG, but the file is none"
        yield entry.problem(("file",), "picture-type", message, "give the file the ending of what it is")
    elif found := _ACTIVE.search(text):
        message = f'the drawing holds "{found.group().strip()}"'
        yield entry.problem(
            ("file",), "active-picture", message, "a drawing shows: no scripts, and nothing from elsewhere"
        )
    elif "viewBox" not in text:
        yield entry.problem(("file",), "no-view-box", "the drawing has no viewBox", 'write viewBox="0 0 WIDTH HEIGHT"')


def _raster(entry: Entry[Any], path: Path) -> Iterator[Problem]:
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                kind, (width, height), gps = image.format, image.size, image.getexif().get_ifd(_GPS)
    except Image.DecompressionBombError:
        kind, (width, height), gps = FORMATS[path.suffix[1:]], (MOST_PIXELS, 2), {}
    except (OSError, SyntaxError, ValueError):
        message = "the file cannot be read as a picture"
        yield entry.problem(("file",), "picture-type", message, "save it anew as PNG or JPEG")
        return
    if kind != FORMATS[path.suffix[1:]]:
        message = f"the ending says {FORMATS[path.suffix[1:]]}, but the file is {kind}"
        yield entry.problem(("file",), "picture-type", message, "give the file the ending of what it is")
    elif width * height > MOST_PIXELS:
        message = f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels"
        yield entry.problem(("file",), "picture-size", message, "save it smaller: 2,400 pixels across are plenty")
    elif width < LEAST_WIDTH:
        message = f"the picture is {width} pixels wide, {LEAST_WIDTH} are needed"
        yield entry.problem(("file",), "small-picture", message, "find a larger one", severity="warning")
    if gps:
        message = "the file tells where it was taken (GPS)"
        yield entry.problem(("file",), "picture-place", message, "remove its metadata: exiftool -all= FILE")

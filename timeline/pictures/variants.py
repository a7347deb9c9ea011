"""The copies of a picture: three widths, each as AVIF, WebP and JPEG; drawn anew only when the original changes."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.catalogue import Item
from timeline.records.medium import Medium

FOLDER = "assets/media"
"""Where the copies lie below the site's root."""

WIDTHS = (480, 960, 1600)
FORMATS = {
    "avif": {"quality": 60},
    "webp": {"quality": 80},
    "jpg": {"quality": 82, "optimize": True, "progressive": True},
}
"""Endings of the copies, best first, with what Pillow is told for each; every browser reads the last."""

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}

_EDITION = 1
_VIEW_BOX = re.compile(r"viewBox=[\"']\s*\S+[\s,]+\S+[\s,]+([\d.]+)[\s,]+([\d.]+)")


@dataclass(frozen=True, slots=True)
class Copies:
    """What a page needs to show a picture: its size, and its files below the site's root by ending and width."""

    width: int
    height: int
    files: tuple[tuple[str, int, str], ...]

    @property
    def plain(self) -> str:
        """Return the file for browsers that know no better, not too large."""
        last = [path for ending, width, path in self.files if ending in ("jpg", "svg") and width <= WIDTHS[1]]
        return last[-1] if last else self.files[-1][2]

    def sources(self) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
        """Yield the type and the files with their widths of each format."""
        for ending, media_type in TYPES.items():
            files = tuple((path, width) for kind, width, path in self.files if kind == ending)
            if files:
                yield media_type, files


def copies(id_: str, medium: Medium, folder: Path) -> Copies:
    """Return the copies that a picture has, without making them; the original lies in `folder`."""
    path = folder / medium.file
    if not path.exists():  # as where a site is described without its folder
        return Copies(3, 2, (("svg", 3, f"{FOLDER}/{id_}.svg"),))
    if path.suffix == ".svg":
        width, height = _drawn_size(path.read_text(encoding="utf-8"))
        return Copies(width, height, (("svg", width, f"{FOLDER}/{id_}.svg"),))
    width, height = _size(path)
    files = tuple((ending, w, f"{FOLDER}/{id_}-{w}.{ending}") for ending in FORMATS for w in _widths(width))
    return Copies(width, height, files)


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the originals lie."""

    path: Path | None

    def of(self, item: Item[Medium]) -> Copies:
        """Return the copies of a picture of the catalogue."""
        return copies(item.id, item.record, self.path or Path())


def write(site_dir: Path, id_: str, medium: Medium, folder: Path, cache: Path | None) -> None:
    """Write the copies of a picture into a site; those that were made before are taken from `cache`."""
    original = (folder / medium.file).read_bytes()
    for ending, width, name in copies(id_, medium, folder).files:
        target = site_dir / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(original if ending == "svg" else copy(original, ending, width, cache))


def copy(original: bytes, ending: str, width: int, cache: Path | None) -> bytes:
    """Return a copy of a picture in another width and format, as it was made before or made now and kept."""
    import PIL

    key = hashlib.sha256(original + f"{_EDITION} {PIL.__version__} {ending} {width} {FORMATS[ending]}".encode())
    kept = cache / f"{key.hexdigest()}.{ending}" if cache else None
    if kept and kept.exists():
        return kept.read_bytes()
    made = _made(original, ending, width)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    return made


def _made(original: bytes, ending: str, width: int) -> bytes:
    """Return a copy that is turned upright and holds the picture alone: no place, no camera, no name."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(original)) as opened:
        image = ImageOps.exif_transpose(opened)
        if image.mode in ("RGBA", "LA", "P"):
            ground = Image.new("RGB", image.size, "white")
            layer = image.convert("RGBA")
            ground.paste(layer, mask=layer.getchannel("A"))
            image = ground
        image = image.convert("RGB")
        height = max(round(image.height * width / image.width), 1)
        small = Image.new("RGB", (width, height))
        small.paste(image.resize((width, height), Image.Resampling.LANCZOS))
        out = io.BytesIO()
        small.save(out, "JPEG" if ending == "jpg" else ending.upper(), **FORMATS[ending])
    return out.getvalue()


def _widths(width: int) -> list[int]:
    return [w for w in WIDTHS if w < width] + ([min(width, WIDTHS[-1])] if width <= WIDTHS[-1] else [])


def _size(path: Path) -> tuple[int, int]:
    from PIL import Image

    with Image.open(path) as image:
        turned = image.getexif().get(0x0112, 1) >= 5
        return (image.height, image.width) if turned else image.size


def _drawn_size(text: str) -> tuple[int, int]:
    found = _VIEW_BOX.search(text)
    return (round(float(found[1])), round(float(found[2]))) if found else (3, 2)

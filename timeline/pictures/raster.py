"""Drawings as pixels, for programs that show no SVG: in the engine's own letters, the same bytes in every build."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

WIDTH = 1400
"""Pixels of a drawing across: sharp on a projector and on paper, and not too heavy for a file of several."""

COLOURS = 128
"""Shades that a drawing keeps: maps and diagrams have few, and the file is a third as large."""

EDGE = "#999"
"""Drawn around each: a white flag would have no end on white paper."""

FONTS = Path(__file__).with_name("fonts")
FAMILY = "Timeline Sans"
"""Latin, Central and Northern European and Cyrillic letters as files that the renderer reads (docs/adr/0006)."""

EDITION = 1
"""Raised when the same drawing is to give another picture: what was drawn before then counts as stale."""

_OTHER_LETTERS = re.compile(r"[^\x00-\u017f\u0218-\u021b\u0300-\u036f\u0400-\u045f\u0490\u0491\u2009-\u2212]")


def png(svg: str, cache: Path | None = None) -> bytes:
    """Return a drawing as a PNG of WIDTH pixels; what was drawn before is taken from `cache`.

    Letters that the fonts here lack are looked for among those of the machine, for an empty box tells nothing.
    """
    import PIL
    import resvg_py

    made_by = f"{EDITION} {resvg_py.__version__} {PIL.__version__} {WIDTH} {COLOURS}"
    kept = cache / f"{hashlib.sha256((made_by + svg).encode()).hexdigest()}.png" if cache else None
    if kept and kept.is_file():
        return kept.read_bytes()
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=WIDTH,
        background="white",
        font_files=[str(file) for file in sorted(FONTS.glob("*.ttf"))],
        skip_system_fonts=not _OTHER_LETTERS.search(svg),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        serif_family=FAMILY,
    )
    made = _small(bytes(drawn))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    return made


def size(data: bytes) -> tuple[int, int]:
    """Return the width and the height of a picture in pixels."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        return image.size


def _small(drawn: bytes) -> bytes:
    from PIL import Image, ImageDraw

    with Image.open(io.BytesIO(drawn)) as image:
        whole = image.convert("RGB")
        ImageDraw.Draw(whole).rectangle((0, 0, whole.width - 1, whole.height - 1), outline=EDGE)
        few = whole.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG")
    return out.getvalue()

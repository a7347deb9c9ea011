"""Draws a card: a picture of 1200 × 630 pixels that stands for a page where its link is shared."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw

from timeline.social_cards.fonts import Font

WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT, BAND = 92, 1116, 24
STEPS = 11
"""Shades of each colour between the paper and its full strength: enough for smooth letters, few for a small file."""

SIZES = (92, 88, 84, 80, 76, 72, 68, 64, 60, 56, 52, 48, 44)
"""Sizes of the title in pixels; the first that fits."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. Positions run from 0 to 1 along the whole timeline; colours are names of the palette."""

    title: str
    colour: str
    kicker: str = ""
    """The line above the title, such as a date."""
    aside: str = ""
    """What follows the kicker, in a quieter colour."""
    under: str = ""
    """The line below the title."""
    topic: str = ""
    place: tuple[float, float] | None = None
    """Where on the timeline the event stands."""
    eras: tuple[tuple[float, float], ...] = ()
    here: int | None = None
    """The era, by its number, that the card is of."""
    label: str = ""
    """The name that stands above this era."""
    ends: tuple[str, str] = ("", "")
    columns: tuple[tuple[float, tuple[str, ...]], ...] = ()
    """A heap of marks for each year: where it stands, and the colours from the bottom up."""
    step: float = 0
    """The width of a year."""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """The hands that write and the colours that they use; `paper` and `ink` are among the names."""

    title: Font
    name: Font
    text: Font
    strong: Font
    colours: Mapping[str, str]


def missing(card: Card, style: Style) -> set[str]:
    """Return the characters of a card that the fonts do not have."""
    words = "".join((card.kicker, card.aside, card.under, card.topic, card.label, *card.ends)).replace("\u00a0", " ")
    return style.title.missing(card.title + card.site) | style.text.missing(words)


def draw(card: Card, style: Style) -> bytes:
    """Return the card as a PNG picture."""
    marks = {colour for _, heap in card.columns for colour in heap}
    sheet = _Sheet(style.colours, dict.fromkeys(("ink", "soft", card.colour)), sorted({"paper", "rule", *marks}))
    sheet.box(card.colour, 0, 0, BAND, HEIGHT)
    strip = 492 if card.site else 546
    heap = (130 if card.site else 210) if card.columns else 0
    _head(sheet, card, style, strip - 20 - (heap or 36))
    if heap:
        _columns(sheet, card, strip - 7, heap)
    _strip(sheet, card, style, strip)
    _foot(sheet, card, style)
    return sheet.png()


def _head(sheet: _Sheet, card: Card, style: Style, bottom: float) -> None:
    top = 62.0
    if card.kicker:
        size = _shrunk(style, card.kicker + "   " + card.aside, 38)
        sheet.write(card.colour, style.strong, (LEFT, top + 38), card.kicker, size)
        if card.aside:
            start = LEFT + style.strong.width(card.kicker, size) + size * 0.6
            sheet.write("soft", style.text, (start, top + 38), card.aside, size)
        top += 62
    room = bottom - top - (60 if card.under else 0)
    block = style.title.fit(card.title, RIGHT - LEFT, room, SIZES, 1.14)
    for line in block.lines:
        sheet.write("ink", style.title, (LEFT - block.size * 0.04, top + block.size * 0.92), line, block.size)
        top += block.step
    if card.under:
        size = _shrunk(style, card.under, 36)
        sheet.write("soft", style.text, (LEFT, top + 44), card.under, size)


def _shrunk(style: Style, text: str, size: int) -> int:
    """Return the size at which a single line fits the card."""
    return style.strong.fit(text.replace(" ", "\u00a0"), RIGHT - LEFT, HEIGHT, (size,), 1).size


def _along(position: float) -> float:
    return LEFT + position * (RIGHT - LEFT)


def _strip(sheet: _Sheet, card: Card, style: Style, top: float) -> None:
    """Draw the eras as a row of bars, and where in it the card's event stands."""
    for number, (start, end) in enumerate(card.eras):
        shade = "soft" if number == card.here else "rule"
        sheet.box(shade, _along(start) + 1, top, _along(end) - 1, top + 12)
    if card.place:
        start, end = (_along(part) for part in card.place)
        middle, half = (start + end) / 2, max(end - start, 8) / 2
        sheet.box("paper", middle - half - 3, top - 16, middle + half + 3, top + 18)
        sheet.box(card.colour, middle - half, top - 16, middle + half, top + 18)
    if card.label and card.here is not None:
        width = style.text.width(card.label, 25)
        start, end = (_along(part) for part in card.eras[card.here])
        left = min(max((start + end - width) / 2, LEFT), RIGHT - width)
        sheet.write("soft", style.text, (left, top - 25), card.label, 25)
    first, last = card.ends
    sheet.write("soft", style.text, (LEFT, top + 36), first, 21)
    sheet.write("soft", style.text, (RIGHT - style.text.width(last, 21), top + 36), last, 21)


def _columns(sheet: _Sheet, card: Card, bottom: float, height: float) -> None:
    """Draw the events of each year as a heap of marks."""
    unit = min(height / max(len(marks) for _, marks in card.columns), 12)
    wide = max(card.step * (RIGHT - LEFT) * 0.62, 2)
    for position, marks in card.columns:
        left = _along(position)
        for level, colour in enumerate(marks):
            low = bottom - level * unit
            sheet.box(colour, left, low - unit + min(2, unit / 3), left + wide, low)


def _foot(sheet: _Sheet, card: Card, style: Style) -> None:
    base = 592
    sheet.write("ink", style.name, (LEFT, base), card.site, 30)
    left = RIGHT - style.text.width(card.topic, 27)
    sheet.write("soft", style.text, (left, base), card.topic, 27)
    if card.topic:
        sheet.dot(card.colour, left - 22, base - 9, 8)


class _Sheet:
    """A picture in few colours: each is drawn as a mask of its own, and then laid over what is there.

    Its palette has room for 256: shades for the colours that write, one entry for each that only fills boxes.
    """

    def __init__(self, colours: Mapping[str, str], written: Iterable[str], filled: Iterable[str]) -> None:
        palette = list(_rgb(colours["paper"]))
        self._last: dict[str, int] = {}
        for name in written:
            palette += _ramp(colours["paper"], colours[name])
            self._last[name] = len(palette) // 3 - 1
        for name in filled:
            if name not in self._last:
                palette += _rgb(colours[name])
                self._last[name] = len(palette) // 3 - 1
        self._image = Image.new("P", (WIDTH, HEIGHT))
        self._image.putpalette(palette)

    def box(self, colour: str, left: float, top: float, right: float, bottom: float) -> None:
        """Fill a rectangle."""
        edges = [round(edge) for edge in (left, top, right, bottom)]
        self._image.paste(self._number(colour, STEPS), (edges[0], edges[1], max(edges[2], edges[0] + 1), edges[3]))

    def dot(self, colour: str, x: float, y: float, radius: float) -> None:
        """Fill a circle."""
        size = 4 * round(2 * radius)
        large = Image.new("L", (size, size))
        ImageDraw.Draw(large).ellipse((0, 0, size - 1, size - 1), fill=255)
        mask = Image.new("L", (WIDTH, HEIGHT))
        mask.paste(large.resize((size // 4, size // 4), Image.Resampling.BOX), (round(x - radius), round(y - radius)))
        self._lay(colour, mask)

    def write(self, colour: str, hand: Font, place: tuple[float, float], text: str, size: int) -> None:
        """Write a line whose left end and baseline are at `place`."""
        mask = Image.new("L", (WIDTH, HEIGHT))
        hand.write(ImageDraw.Draw(mask), place, text, size)
        self._lay(colour, mask)

    def png(self) -> bytes:
        """Return the picture as a PNG file."""
        out = io.BytesIO()
        self._image.save(out, "PNG", optimize=False, compress_level=6)
        return out.getvalue()

    def _number(self, colour: str, shade: int) -> int:
        return self._last[colour] - STEPS + shade

    def _lay(self, colour: str, mask: Image.Image) -> None:
        bounds = mask.getbbox()
        if bounds:
            part = mask.crop(bounds)
            shades = [self._number(colour, round(value * STEPS / 255)) for value in range(256)]
            shown: list[Any] = [255 if value * STEPS >= 128 else 0 for value in range(256)]
            self._image.paste(part.point(shades), bounds, part.point(shown))


def _ramp(paper: str, colour: str) -> list[int]:
    """Return the shades from the paper to a colour, as red, green and blue in a row."""
    ends = _rgb(paper), _rgb(colour)
    return [
        round(start + (end - start) * step / STEPS)
        for step in range(STEPS + 1)
        for start, end in zip(*ends, strict=True)
    ]


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue

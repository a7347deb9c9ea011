"""Letters in pictures: set in the site's own fonts, each character in the file that a browser would take for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageDraw, ImageFont

_RULE = re.compile(r"@font-face\s*{([^}]*)}")
_FAMILY = re.compile(r"font-family:\s*[\"']?([^;\"']+)")
_FILE = re.compile(r"url\([\"']?([^)\"']+)")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)

FEWER_LINES = 0.87
"""How much smaller a text may become to do with fewer lines."""


@dataclass(frozen=True, slots=True)
class Face:
    """One upright file of a font family, and the characters that its `unicode-range` gives to it."""

    family: str
    file: Path
    ranges: tuple[tuple[int, int], ...]

    def has(self, character: str) -> bool:
        """Return whether a browser would look for the character in this file."""
        return any(first <= ord(character) <= last for first, last in self.ranges)


def faces(stylesheet: Path) -> tuple[Face, ...]:
    """Return the upright faces that the `@font-face` rules of a stylesheet declare; raises OSError without it."""
    found = []
    for rule in _RULE.findall(stylesheet.read_text(encoding="utf-8")):
        family, file = _FAMILY.search(rule), _FILE.search(rule)
        if family and file and "italic" not in rule:
            ranges = tuple((int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(rule))
            found.append(Face(family[1].strip(), stylesheet.parent / file[1], ranges or ((0, 0x10FFFF),)))
    return tuple(found)


class Font:
    """One family in one weight. Sizes and widths are pixels."""

    def __init__(self, available: Sequence[Face], family: str, weight: int) -> None:
        """Take the faces that bear the family's name; raises ValueError when there are none."""
        self.faces = tuple(face for face in available if face.family == family)
        self._weight = weight
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}
        self._face: dict[str, Face | None] = {}
        if not self.faces:
            raise ValueError(f'no @font-face is named "{family}"')

    def missing(self, text: str) -> set[str]:
        """Return the characters that no face of the family has."""
        return {character for character in text if self._face_of(character) is None}

    def width(self, text: str, size: int) -> float:
        """Return how far a line reaches."""
        return sum(self._font(face, size).getlength(run) for face, run in self._runs(text))

    def write(self, pen: ImageDraw.ImageDraw, place: tuple[float, float], text: str, size: int) -> None:
        """Write a line whose left end and baseline are at `place`."""
        left, baseline = place
        for face, run in self._runs(text):
            font = self._font(face, size)
            pen.text((left, baseline), run, font=font, fill=255, anchor="ls")
            left += font.getlength(run)

    def fit(self, text: str, width: float, height: float, sizes: Sequence[int], leading: float) -> Block:
        """Return the text in the first of `sizes` at which it fits the box, in lines of nearly the same width.

        A size that is little smaller is better if it saves a line. What fits at none goes on shrinking: no
        text is cut, and no word is broken.
        """
        best: Block | None = None
        for size in (*sizes, *range(min(sizes) - 2, 6, -2)):
            if best and size < best.size * FEWER_LINES:
                break
            lines = self._wrapped(text, width, size)
            if lines and len(lines) * size * leading <= height and (not best or len(lines) < len(best.lines)):
                best = Block(size, self._balanced(text, width, size, lines), size * leading)
        if not best:
            raise ValueError(f"the text fits the box in no size: {text}")
        return best

    def _balanced(self, text: str, width: float, size: int, lines: tuple[str, ...]) -> tuple[str, ...]:
        """Narrow the box for as long as the text keeps to as many lines."""
        narrow, wide = width / len(lines), width
        while wide - narrow > size / 2:
            middle = (narrow + wide) / 2
            found = self._wrapped(text, middle, size)
            if found and len(found) == len(lines):
                wide, lines = middle, found
            else:
                narrow = middle
        return lines

    def _wrapped(self, text: str, width: float, size: int) -> tuple[str, ...]:
        """Return the lines of a text, or nothing if a word is wider than the box."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size) <= width:
                lines[-1] = longer
            elif self.width(word, size) <= width:
                lines.append(word)
            else:
                return ()
        return tuple(lines)

    def _runs(self, text: str) -> Iterator[tuple[Face, str]]:
        """Yield a text cut where its face changes; an accent stays with its letter."""
        run, current = "", self.faces[0]
        for character in text:
            face = current if unicodedata.combining(character) else self._face_of(character) or current
            if face is not current and run:
                yield current, run
                run = ""
            current, run = face, run + character
        if run:
            yield current, run

    def _face_of(self, character: str) -> Face | None:
        if character not in self._face:
            self._face[character] = next((face for face in self.faces if face.has(character)), None)
        return self._face[character]

    def _font(self, face: Face, size: int) -> ImageFont.FreeTypeFont:
        key = face.file.name, size
        if key not in self._fonts:
            self._fonts[key] = ImageFont.truetype(face.file, size)
            self._fonts[key].set_variation_by_axes([self._weight])
        return self._fonts[key]


@dataclass(frozen=True, slots=True)
class Block:
    """A text that has been fitted: its size, its lines, and the pixels from one baseline to the next."""

    size: int
    lines: tuple[str, ...]
    step: float

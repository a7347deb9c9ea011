"""Printed sheets as poppler reads them: the text of each, and where each word stands."""

import re
import subprocess
from functools import cache
from html import unescape
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from tools import program

_SHEET = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


class Word(NamedTuple):
    """A word and its box, in points from the sheet's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    """One side of a sheet: its size in points, its words, and its text as it stands on it."""

    width: float
    height: float
    words: tuple[Word, ...]
    text: str

    @property
    def lines(self) -> list[str]:
        """What stands on the lines that are not empty."""
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    def clashes(self) -> list[tuple[str, str]]:
        """Pairs of words of which one covers a third of the other."""
        words = sorted(map(_core, self.words), key=lambda word: word.top)
        found = []
        for index, one in enumerate(words):
            for other in words[index + 1 :]:
                if other.top >= one.bottom:
                    break
                across = min(one.right, other.right) - max(one.left, other.left)
                down = min(one.bottom, other.bottom) - other.top
                if across > 0 and across * down > min(_area(one), _area(other)) / 3:
                    found.append((one.text, other.text))
        return found

    def outside(self, margin: float = 14) -> list[str]:
        """Words nearer to an edge than most printers can reach: 14 points, 5 mm."""
        return [
            word.text
            for word in self.words
            if min(word.left, word.top, self.width - word.right, self.height - word.bottom) < margin
        ]


def read(pdf: bytes, folder: Path) -> list[Sheet]:
    """The sheets of a PDF; `folder` is a place for files."""
    path = folder / "printed.pdf"
    path.write_bytes(pdf)
    texts = _pdftotext("-layout", path).split("\f")[:-1]
    boxes = _SHEET.findall(_pdftotext("-bbox", path))
    assert len(boxes) == len(texts)
    return [
        Sheet(float(width), float(height), tuple(_words(body)), text)
        for (width, height, body), text in zip(boxes, texts, strict=True)
    ]


def _core(word: Word) -> Word:
    """A word without the air above and below its letters, which a font's box counts in."""
    air = (word.bottom - word.top) / 4
    return word._replace(top=word.top + air, bottom=word.bottom - air)


def _area(word: Word) -> float:
    return (word.right - word.left) * (word.bottom - word.top)


def _words(body: str) -> list[Word]:
    return [Word(*map(float, box), unescape(text)) for *box, text in _WORD.findall(body)]


def _pdftotext(form: str, path: Path) -> str:
    command = [str(_program()), form, str(path), "-"]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return normalize("NFKC", printed)  # without ligatures


@cache
def _program() -> Path:
    return program(["pdftotext"], variable="PDFTOTEXT", package="poppler-utils")

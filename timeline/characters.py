"""Characters that no value may hold: those that cannot be seen, turn the order of letters, or steer programs."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import NamedTuple

MOST_MARKS = 4
"""Accents that may stand on one letter: Vietnamese and vocalised Hebrew need three."""

_EMPTY = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc"
"""Characters that count as letters, marks or symbols and show nothing."""

_SHOWN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Signs of numbers and verses: Unicode counts them among its invisible characters, and they are seen."""

_JOINERS = "\u200c\u200d"
_JOINED = (
    *("ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU"),
    *("KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "TIBETAN"),
)
"""Scripts in whose words joiners are spelling."""

_MARKS = re.compile(rf"\w?[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{{{MOST_MARKS + 1},}}")
_PLAIN = re.compile(r"[\n\t\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*")
"""What nearly all texts are made of; nothing in it is looked at one by one."""

_ODD = re.compile(f"[^{_PLAIN.pattern[1:-2]}]")


_REFERENCE = re.compile(r"&#?\w+;")


class Fault(NamedTuple):
    """Where a text holds a character that it may not, and what that character is."""

    at: int
    message: str
    remedy: str


def fault(text: str) -> Fault | None:
    """Return the first character of a text that no value may hold, or None."""
    if not _ODD.search(text):
        return None
    if crowd := _MARKS.search(text):
        return Fault(crowd.start(), f"more than {MOST_MARKS} accents stand on one letter", "leave out what is not read")
    for odd in _ODD.finditer(text):
        if said := _said(text, odd.start()):
            return Fault(odd.start(), *said)
    return None


def fault_of_references(text: str) -> str | None:
    """Return the reference of a Markdown text, such as `&#8238;`, that brings in what no value may hold, or None."""
    if "&" not in text:
        return None
    return next((m.group() for m in _REFERENCE.finditer(text) if _is_hidden(m.group())), None)


def _is_hidden(reference: str) -> bool:
    """Return whether a reference stands for what no value may hold; Python makes nothing of some control characters."""
    meant = unescape(reference)
    return fault(meant) is not None or meant in ("", "\ufffd", "\r")


def resolved(text: str) -> str:
    """Return an address of a Markdown text as browsers read it, with its character references resolved."""
    return _REFERENCE.sub(lambda reference: unescape(reference.group()), text)


def _said(text: str, place: int) -> tuple[str, str] | None:
    letter = text[place]
    number, kind = ord(letter), unicodedata.category(letter)
    name = f"character U+{number:04X}"
    if letter in "\n\t" or letter in _SHOWN:
        return None
    if kind == "Cc":
        return f"{name} is a control character", "remove it"
    if kind == "Cs" or number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:
        return f"{name} is no character", "remove it"
    if kind == "Co":
        return f"{name} means something only to the one who put it there", "write a letter that everybody has"
    if letter in _JOINERS and _is_spelling(text, place):
        return None
    if number in (0xFE0E, 0xFE0F) and place and unicodedata.category(text[place - 1]) == "So":
        return None
    if kind in ("Cf", "Zl", "Zp") or letter in _EMPTY or 0xFE00 <= number <= 0xFE0F or 0xE0100 <= number <= 0xE01EF:
        return f"{name} cannot be seen, and changes what is read", "remove it"
    return None


def _is_spelling(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    return unicodedata.name(before, "").startswith(_JOINED)


def visible(text: str) -> str:
    """Return a text in one line in which whatever cannot be seen is spelt out, fit for a terminal and a log."""
    shown = "".join(letter if _is_seen(letter) else _spelt(letter) for letter in text)
    return shown.replace("##[", "# #[")  # which opens a command in the logs of some hosts


def _is_seen(letter: str) -> bool:
    return letter == " " or (letter.isprintable() and fault(letter) is None) or letter in _JOINERS


def _spelt(letter: str) -> str:
    number = ord(letter)
    known = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return known.get(letter) or (
        f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}" if number < 65536 else f"\\U{number:08x}"
    )

"""Letters and small words: what ids and the order of names pass over."""

from __future__ import annotations

import unicodedata

SMALL = frozenset(
    "a an and are as at by for from in into is its of on or that the their to was with".split()  # noqa: SIM905 (shorter)
)
"""Words that tell nothing of a title, so that ids leave them out."""

LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ŧ": "t", "ħ": "h"}
    | {"ŋ": "n", "ƒ": "f", "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ɣ": "g", "ɨ": "i", "ʉ": "u"}
    | {"ƙ": "k", "ƴ": "y", "ŀ": "l", "ĸ": "k", "ɲ": "n", "ƶ": "z", "ǥ": "g"}
)
"""Latin letters that Unicode does not part into a plain letter and a mark."""

_LATER = str.maketrans({"ґ": "г\uffff", "є": "е\uffff", "і": "и\ufff0", "ї": "и\ufff1", "й": "и\uffff", "ў": "у\uffff"})
"""Cyrillic letters that stand in the alphabet by themselves, after the one that they follow; `ё` goes with `е`."""


def folded(text: str) -> str:
    """Return a text in small letters without their marks: `Łódź` is `lodz`."""
    if text.isascii():
        return text.lower()
    return _unmarked(text.casefold().translate(LETTERS)).translate(LETTERS)  # `ǿ` is an `ø` with a mark


def order(text: str) -> tuple[str, str]:
    """Return the key by which names stand in order: letters with marks beside those without, the plain one first.

    Marks before the first letter, such as quotation marks, do not count.
    """
    small = unicodedata.normalize("NFC", text.casefold())
    key = _unmarked(small.translate(LETTERS).translate(_LATER)).translate(LETTERS)
    start = next((index for index, letter in enumerate(key) if letter.isalnum()), len(key))
    return key[start:], small


_TWINS = str.maketrans("аеорсухікѕјё’ʼ‘`“”„«»–—‐‑", "aeopcyxiksje" + 4 * "'" + 5 * '"' + "----")
"""Letters and signs that look like others: Cyrillic as Latin, and `ё` as the `е` that it is often written as."""


def lookalike(text: str) -> str:
    """Return a text so that two which look the same are the same."""
    small = unicodedata.normalize("NFKC", " ".join(text.split())).casefold()
    return unicodedata.normalize("NFC", small.translate(_TWINS)).replace("ë", "e")


def initial(text: str) -> str:
    """Return the capital under which a name stands in a register: nothing for what begins with no letter."""
    small = unicodedata.normalize("NFC", text.casefold())
    first = next((letter for letter in small if letter.isalnum()), "")
    plain = first if ord(first or " ") in _LATER else _unmarked(first.translate(LETTERS))
    return plain[:1].upper() if first.isalpha() else ""


def _unmarked(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))

"""The language of the engine's words, and what the Unicode locale data (CLDR) know of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale

TAG = "en"
"""The language that the modules of this wing are written in (BCP 47)."""


@cache
def locale(tag: str = TAG) -> Locale:
    """Return the locale data of a language."""
    return Locale.parse(tag, sep="-")


def in_order(names: Mapping[int, str]) -> tuple[str, ...]:
    """Return the names of months, which the locale data number from 1, in their order."""
    return tuple(names[number] for number in sorted(names))


_FROM_THE_RIGHT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-Arab", "nqo", "pa-Arab", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages that are written from right to left, and those that are in one of their scripts."""


def direction(language: str) -> str:
    """Return the attribute that parts a text from what stands around it: nothing where both go one way."""
    parts = language.split("-")
    from_right = parts[0] in _FROM_THE_RIGHT or "-".join(parts[:2]) in _FROM_THE_RIGHT
    return ' dir="auto"' if from_right else ""

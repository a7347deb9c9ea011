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

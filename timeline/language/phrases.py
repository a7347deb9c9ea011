"""Phrases that are made of numbers: plurals, spans of years, thousands, apostrophes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from timeline.language import dates

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def typeset(value: Any) -> Any:
    """Return a plain text with typographic apostrophes; whatever is no plain text, or is an address, as it is."""
    if isinstance(value, str) and not isinstance(value, Markup) and "'" in value and "://" not in value:
        return _APOSTROPHE.sub("’", value)
    return value


def number(value: Decimal | int) -> str:
    """Return a number with thousands parted by narrow no-break spaces and a decimal point."""
    return f"{value:,}".replace(",", "\u202f")


def plural(count: int, word: str, words: str | None = None) -> str:
    """Return `1 event` or `2 events`."""
    return f"{count} {word if count == 1 else words or word + 's'}"


def years(date: Any) -> str:
    """Return the first and last year of an interval: 1815–1848."""
    first, last = date.earliest, date.latest
    if first is None or last is None or first.year == last.year:
        return dates.words(date) if first is None or last is None else dates.year_label(first.year)
    return f"{dates.year_label(first.year)}–{dates.year_label(last.year)}"

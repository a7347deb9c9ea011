"""Short phrases that are made of data: numbers, spans of years, coordinates, labels that are read aloud."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from timeline.language import dates
from timeline.language.labels import language_name

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def typeset(value: Any) -> Any:
    """Return a plain text with typographic apostrophes; whatever is no plain text, or is an address, as it is."""
    if isinstance(value, str) and not isinstance(value, Markup) and "'" in value and "://" not in value:
        return _APOSTROPHE.sub("’", value)
    return value


def number(value: Decimal | int) -> str:
    """Return a number with thousands parted by narrow no-break spaces, a decimal point, and a minus below zero."""
    return f"{value:,}".replace(",", "\u202f").replace("-", "−")


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a phrase as a sentence: with a capital, and a full stop where no mark ends it."""
    text = capital(text)
    return text if text.endswith((".", "?", "!", "”")) else f"{text}."


def amount(value: Decimal | None, low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """Return a number with its unit; a range keeps both ends."""
    if value is not None:
        text = number(value)
    elif low is None:
        text = f"up to {number(high or 0)}"
    elif high is None:
        text = f"at least {number(low)}"
    else:
        text = f"{number(low)}{' to ' if low < 0 else '–'}{number(high)}"
    return f"{text}\u202f%" if unit == "%" else f"{text} {unit}"


def coordinates(lat: float, lon: float) -> str:
    """Return coordinates in words: 53.90° N, 27.57° E."""
    north, east = ("N" if lat >= 0 else "S"), ("E" if lon >= 0 else "W")
    return f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east}"


def note(number: int, locator: str) -> str:
    """Return what a numbered citation is called where it is read aloud: Source 3, p. 7."""
    return f"Source {number}, {locator}" if locator else f"Source {number}"


def chart(title: str) -> str:
    """Return what a chart is called where it is read aloud."""
    return f"Chart: {title}. The table below has the same values."


def contributors(name: str) -> str:
    """Return whom to name as the author of a whole site."""
    return f"The contributors of {name}"


def version(text: str) -> str:
    """Return which version of the site stands on a printed sheet."""
    return f"version of {text}"


def provenance(quote: Any, language: str) -> str:
    """Return in which language a quotation was made, who translated it, and why no place is named in its source."""
    translated = f", translated by {quote.translated_by}" if quote.translation else ""
    written = language_name(quote.language)
    said = f"{written}{translated}" if translated or quote.language != language else ""
    unlocated = f"No place in the source: {quote.unlocated}" if quote.unlocated else ""
    return ". ".join(part for part in (said, unlocated) if part) + ("." if said or unlocated else "")


def years(date: Any) -> str:
    """Return the first and last year of an interval: 1815–1848."""
    first, last = date.earliest, date.latest
    if first is None or last is None or first.year == last.year:
        return dates.words(date) if first is None or last is None else dates.year_label(first.year)
    return f"{dates.year_label(first.year)}–{dates.year_label(last.year)}"

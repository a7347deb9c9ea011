"""Dates as people write them, and the EDTF that they most likely mean."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from timeline.dates import Date, DateError, parse


def read(text: str) -> Date:
    """Return the EDTF date that the text is; raise DateError, whose remedy is what the text most likely means."""
    try:
        return parse(text)
    except DateError as error:
        guess = suggest(text)
        if guess is None:
            raise
        raise DateError(error.message, error.column, f"write {guess}") from None


def suggest(text: str) -> str | None:
    """Return the EDTF that English or sloppy text most likely means, for "did you mean" alone, or None."""
    likely = guess(text)
    try:
        return likely and parse(likely).text
    except DateError:
        return None


_QUALIFIED = re.compile(
    r"(?P<uncertain>(?:perhaps|probably|possibly|maybe) )?"
    r"(?P<approximate>(?:circa|about|around|approximately|roughly|approx\.?|ca\.?|c\.|c(?=[ 0-9])|~) ?)?"
    r"(?P<bare>.+?)(?P<marks>[?~%() ]*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r" ?[–—] ?| - | to |(?<=^[0-9]{4})-(?=[0-9]{4}$)", re.IGNORECASE)
_ABSENT = {"..": "..", "open": "..", "present": "..", "now": "..", "": "", "unknown": ""}

# Forms that dateutil does not know or misreads.
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"[0-9]{4}", lambda m: m[0]),
    (r"[0-9]{3}", lambda m: f"0{m[0]}"),
    (r"([0-9]{4})[-./]([0-9]{1,2})", lambda m: f"{m[1]}-{m[2]:0>2}"),
    (
        r"([0-9]{4})[-./–]([0-9]{1,2})[-./–]([0-9]{1,2})(?:[T ][0-9].*)?",
        lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}",
    ),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", lambda m: f"{m[1]}-{m[2]}-{m[3]}"),
    (r"([0-9]{4}(?:-[0-9]{2})?)(?:-(?:uu|xx))+", lambda m: m[1]),
    (r"([0-9]{3})[ux]", lambda m: f"{m[1]}X"),
    (r"([0-9]{2})[ux]{2}", lambda m: f"{m[1]}XX"),
    # Not 1900s: it may be the decade or the century.
    (r"(?:(?:the|early|mid|late)[- ])*([0-9]{2}[1-9])0[’']?s", lambda m: f"{m[1]}X"),
    (r"(?:the )?([1-9][0-9]?)(?:st|nd|rd|th) century", lambda m: f"{int(m[1]) - 1:02d}XX"),
    (r"([1-9][0-9]{0,3}) ?(?:BCE?|B\.C\.)", lambda m: f"-{int(m[1]) - 1:04d}" if m[1] != "1" else "0000"),
    (r"AD ?([1-9][0-9]{0,3})|([1-9][0-9]{0,3}) ?(?:AD|CE)", lambda m: f"{m[1] or m[2]:0>4}"),
)


def guess(text: str) -> str | None:
    """Return the EDTF text that English or sloppy text most likely means, or None if that is not clear.

    The result may still be no valid date, such as the 31st of June: `suggest` checks it.
    """
    text = " ".join(text.split())
    if len(text) > 80:
        return None
    # A form comes first: 1815/06 is a month, not an interval.
    return _guess_point(text) or _guess_interval(text)


def _guess_interval(text: str) -> str | None:
    if match := re.fullmatch("(?:from|since) ((?:(?! to | - |[–—/]).)+)", text, re.IGNORECASE):
        start = _guess_point(match[1])
        return start and f"{start}/.."
    if match := re.fullmatch("until (.+)", text, re.IGNORECASE):
        end = _guess_point(match[1])
        return end and f"../{end}"
    ends = _BETWEEN.split(text.removeprefix("from "))
    if len(ends) == 1:
        ends = text.split("/")
    if len(ends) != 2:
        return None
    start, end = _guess_start(*ends), _guess_end(ends[1])
    return None if start is None or end is None else f"{start}/{end}"


def _guess_end(text: str) -> str | None:
    return _ABSENT.get(text.lower()) if text.lower() in _ABSENT else _guess_point(text)


def _guess_start(text: str, end: str) -> str | None:
    # "9 August – 5 November 2020" and "9–12 August 2020" leave to the end what both share.
    shared = end.split()
    borrowed = (_guess_point(" ".join([text, *shared[-count:]])) for count in (1, 2) if count < len(shared))
    own = _guess_end(text)
    return own if own is not None else next(filter(None, borrowed), None)


def _guess_point(text: str) -> str | None:
    match = _QUALIFIED.fullmatch(text)
    if not match:
        return None
    bare = _guess_bare(match["bare"])
    uncertain = match["uncertain"] or re.search("[?%]", match["marks"])
    approximate = match["approximate"] or re.search("[~%]", match["marks"])
    return bare and bare + ("%" if uncertain and approximate else "?" if uncertain else "~" if approximate else "")


def _guess_bare(text: str) -> str | None:
    for pattern, write in _FORMS:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            return write(match)
    return _guess_calendar(text)


def _guess_calendar(text: str) -> str | None:
    from dateutil.parser import parserinfo  # here, because it is slow to import

    info = parserinfo()
    months = [name for name in re.findall(r"[^\W\d_]+", text) if info.month(name) is not None]
    if len(months) != 1 and not re.fullmatch(r"[0-9]{1,2}([-./])[0-9]{1,2}\1[0-9]{4}", text):
        return None
    reading = _reading(text, dayfirst=False)
    # dateutil takes two digits for a year of our own time.
    years = re.findall("(?<![0-9])[0-9]{4}(?![0-9])", text)
    if reading is None or reading != _reading(text, dayfirst=True) or years != [reading[:4]]:
        return None
    return reading


def _reading(text: str, dayfirst: bool) -> str | None:
    """Return what dateutil reads, without the fields that it takes from its default date."""
    from dateutil.parser import parse

    try:
        first, second = (
            parse(text, default=default, dayfirst=dayfirst, ignoretz=True)
            for default in (datetime.datetime(1904, 1, 1), datetime.datetime(2008, 12, 28))
        )
    except (ValueError, OverflowError):
        return None
    if first.month != second.month:
        return f"{first.year:04d}"
    return first.date().isoformat()[:7] if first.day != second.day else first.date().isoformat()

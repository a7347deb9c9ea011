"""Dates as people write them, and the EDTF that they most likely mean.

The patterns are all there is to know: the form in the browser reads them too (`website/words.py`), so none may ask for
more than both regular expressions can, and what a form means hangs on the names of its groups alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

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


_FLAGS = re.ASCII | re.IGNORECASE

QUALIFIED = re.compile(
    r"(?P<uncertain>(?:perhaps|probably|possibly|maybe) )?"
    r"(?P<approximate>(?:circa|about|around|approximately|roughly|approx\.?|ca\.?|c\.|c(?=[ 0-9])|~) ?)?"
    r"(?P<bare>.+?)(?P<marks>[?~%() ]*)",
    _FLAGS,
)
SINCE = re.compile("(?:from|since) (?P<point>(?:(?! to | - |[–—/]).)+)", _FLAGS)
UNTIL = re.compile("until (?P<point>.+)", _FLAGS)
_BETWEEN_DAYS = r"(?:(?<=^[0-9])|(?<=^[0-9]{2}))-(?=[0-9]{1,2}(?:st|nd|rd|th)? [a-z])"
BETWEEN = re.compile(rf" ?[–—] ?| - | to |(?<=^[0-9]{{4}})-(?=[0-9]{{4}}$)|{_BETWEEN_DAYS}", _FLAGS)
ABSENT = {"..": "..", "open": "..", "present": "..", "now": "..", "": "", "unknown": ""}
"""Words for an end that is open, or unknown."""

LONGEST = 80
"""Characters: nobody needs more for a date."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_GAP = r"(?:, ?|[ .-] ?|/)"
_OF = rf"(?: of |{_GAP})"
_ON = r"(?:on )?(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?(?:the )?"
_TIME = r"(?:(?:,|,? at|,? from|T)? ?[0-9]{1,2}[:.][0-9]{2}.*)?"

FORMS = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        r"(?P<year>[0-9]{3,4})",
        r"(?P<year>[0-9]{4})[-./](?P<month>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})[-./–](?P<month>[0-9]{1,2})[-./–](?P<day>[0-9]{1,2})(?:[T ][0-9].*)?",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?(?:-(?:uu|xx))+",
        r"(?P<tens>[0-9]{3})[ux]",
        r"(?P<hundreds>[0-9]{2})[ux]{2}",
        # Not 1900s: it may be the decade or the century.
        r"(?:(?:the|early|mid|late)[- ])*(?P<tens>[0-9]{2}[1-9])0[’']?s",
        r"(?:the )?(?P<century>[1-9][0-9]?)(?:st|nd|rd|th) century",
        r"(?P<before>[1-9][0-9]{0,3}) ?(?:BCE?|B\.C\.)",
        r"AD ?(?P<year>[1-9][0-9]{0,3})",
        r"(?P<year>[1-9][0-9]{0,3}) ?(?:AD|CE)",
        rf"{_ON}{_DAY}{_OF}{_MONTH}{_OF}?{_YEAR}{_TIME}",
        rf"{_ON}{_MONTH}{_GAP}(?:the )?{_DAY}{_OF}{_YEAR}{_TIME}",
        rf"{_ON}{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}{_TIME}",
        rf"{_ON}{_YEAR}{_GAP}{_DAY}{_GAP}{_MONTH}{_TIME}",
        rf"(?:in )?{_MONTH}{_OF}{_YEAR}",
        rf"(?:in )?{_YEAR}{_GAP}{_MONTH}",
        # Which of the two is the day is clear where one is above twelve, or both are one.
        r"(?P<first>[0-9]{1,2})(?P<mark>[-./])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})",
    )
)
"""The forms of one date; their named groups say what they hold: `tens` are the first three digits of a decade."""


def guess(text: str) -> str | None:
    """Return the EDTF text that English or sloppy text most likely means, or None if that is not clear.

    The result may still be no valid date, such as the 31st of June: `suggest` checks it.
    """
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return None
    # A form comes first: 1815/06 is a month, not an interval.
    return _guess_point(text) or _guess_interval(text)


def _guess_interval(text: str) -> str | None:
    if match := SINCE.fullmatch(text):
        start = _guess_point(match["point"])
        return start and f"{start}/.."
    if match := UNTIL.fullmatch(text):
        end = _guess_point(match["point"])
        return end and f"../{end}"
    ends = BETWEEN.split(text.removeprefix("from "))
    if len(ends) == 1:
        ends = text.split("/")
    if len(ends) != 2:
        return None
    start, end = _guess_start(*ends), _guess_end(ends[1])
    return None if start is None or end is None else f"{start}/{end}"


def _guess_end(text: str) -> str | None:
    return ABSENT.get(text.lower()) if text.lower() in ABSENT else _guess_point(text)


def _guess_start(text: str, end: str) -> str | None:
    # "9 August – 5 November 2020" and "9–12 August 2020" leave to the end what both share.
    shared = end.split()
    borrowed = (_guess_point(" ".join([text, *shared[-count:]])) for count in (1, 2) if count < len(shared))
    own = _guess_end(text)
    return own if own is not None else next(filter(None, borrowed), None)


def _guess_point(text: str) -> str | None:
    match = QUALIFIED.fullmatch(text)
    if not match:
        return None
    bare = next((_written(found.groupdict()) for form in FORMS if (found := form.fullmatch(match["bare"]))), None)
    uncertain = match["uncertain"] or re.search("[?%]", match["marks"])
    approximate = match["approximate"] or re.search("[~%]", match["marks"])
    return bare and bare + ("%" if uncertain and approximate else "?" if uncertain else "~" if approximate else "")


def _written(found: Mapping[str, str | None]) -> str | None:
    """Return what the groups of a form stand for, as EDTF."""
    match found:
        case {"tens": str(tens)}:
            return f"{tens}X"
        case {"hundreds": str(hundreds)}:
            return f"{hundreds}XX"
        case {"century": str(century)}:
            return f"{int(century) - 1:02d}XX"
        case {"before": str(before)}:
            return f"-{int(before) - 1:04d}" if before != "1" else "0000"
        case {"first": str(first), "second": str(second), "year": str(year)}:
            day, number = (first, second) if int(first) > 12 else (second, first)
            return f"{year}-{number:0>2}-{day:0>2}" if int(day) > 12 or day == number else None
    name = found.get("name")
    month = str(MONTHS.index(name[:3].lower()) + 1) if name else found.get("month")
    parts = (f"{found['year']:0>4}", *(f"{part:0>2}" for part in (month, found.get("day")) if part))
    return "-".join(parts)

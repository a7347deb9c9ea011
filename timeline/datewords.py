"""English words for dates, written and read: the only place that knows how English names them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from timeline.dates import Date, Point, Precision

Era = Literal["", " CE", " BCE"]


@dataclass(frozen=True, slots=True)
class _Style:
    months: tuple[str, ...]
    century: str
    uncertain: str
    approximate: str


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LONG = _Style(MONTHS, "century", "perhaps {}", "about {}")
_SHORT = _Style(tuple(month[:3] for month in MONTHS), "c.", "{}?", "c. {}")


def words(date: Date) -> str:
    """Returns the date in full English words, no finer than it was written: 9–12 August 2020."""
    return _phrase(date, _LONG)


def short(date: Date) -> str:
    """Returns the date in English words for tight places: 9 Aug – 5 Nov 2020, c. Dec 2014."""
    return _phrase(date, _SHORT)


def year_label(year: int) -> str:
    """Returns the astronomical year as a label: 1815, 79 CE, 44 BCE."""
    return _year(year, _era(year))


def _era(year: int) -> Era:
    # "15 March 44" would be taken for 1944.
    return " BCE" if year < 1 else " CE" if year < 100 else ""


def _year(year: int, era: Era) -> str:
    return f"{year if year > 0 else 1 - year}{era}"


def _years(first: int, last: int) -> str:
    if first < 1 <= last:
        return f"{_year(first, ' BCE')} – {_year(last, ' CE')}"
    return f"{_year(first, '')}–{_year(last, _era(last))}"


def _phrase(date: Date, style: _Style) -> str:
    start, end = date.start, date.end
    if start and end:
        return _point(start, style) if start.text == end.text else _span(start, end, style)
    if start:
        return f"from {_point(start, style)}" if date.open_end else f"{_point(start, style)} – unknown"
    assert end is not None  # a date has at least one end
    return f"until {_point(end, style)}" if date.open_start else f"unknown – {_point(end, style)}"


def _point(point: Point, style: _Style, era: Era | None = None) -> str:
    text = _bare(point, style, _era(point.earliest.year) if era is None else era)
    if point.approximate:
        text = style.approximate.format(text)
    return style.uncertain.format(text) if point.uncertain else text


def _bare(point: Point, style: _Style, era: Era) -> str:
    if point.precision is Precision.CENTURY:
        return _century(point.earliest.year, style)
    if point.precision is Precision.DECADE:
        return _decade(point.earliest.year, point.latest.year)
    return f"{_day_and_month(point, style)} {_year(point.earliest.year, era)}".lstrip()


def _day_and_month(point: Point, style: _Style) -> str:
    month = style.months[point.earliest.month - 1]
    if point.precision is Precision.DAY:
        return f"{point.earliest.day} {month}"
    return month if point.precision is Precision.MONTH else ""


def _century(first: int, style: _Style) -> str:
    # -01XX is -0199 to -0100, 200 to 101 BCE: the 2nd century BCE.
    number = first // 100 + 1 if first >= 0 else -(first // 100)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} {style.century}{' BCE' if first < 0 else ''}"


def _decade(first: int, last: int) -> str:
    # No English plural fits -0049 to -0040 (50 to 41 BCE), nor 0000 to 0009, which begins in 1 BCE.
    return f"{first}s{_era(first)}" if first > 0 else _years(first, last)


def _span(start: Point, end: Point, style: _Style) -> str:
    first, last = start.earliest, end.earliest
    if not (start.uncertain or start.approximate or end.uncertain or end.approximate):
        # A qualifier belongs to one end, so qualified ends share no words.
        if start.precision is end.precision is Precision.YEAR:
            return _years(first.year, last.year)
        if first.year == last.year and min(start.precision, end.precision) > Precision.YEAR:
            return _span_in_year(start, end, style)
    era: Era | None = " CE" if first.year < 1 <= last.year else None
    return f"{_point(start, style)} – {_point(end, style, era)}"


def _span_in_year(start: Point, end: Point, style: _Style) -> str:
    same_month = start.earliest.month == end.earliest.month
    if same_month and start.precision is end.precision is Precision.DAY:
        return f"{start.earliest.day}–{_point(end, style)}"
    return f"{_day_and_month(start, style)} – {_point(end, style)}"


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
    """Returns the EDTF text that English or sloppy text most likely means, or None if that is not clear.

    The result may still be no valid date, such as the 31st of June: `timeline.dates.suggest` checks it.
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
    """Returns what dateutil reads, without the fields that it takes from its default date."""
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

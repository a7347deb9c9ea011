"""English words for dates: the names of months are those of CLDR, how they are put together is ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from timeline.dates import Date, Point, Precision
from timeline.language.locale import in_order, locale

Era = Literal["", " CE", " BCE"]


@dataclass(frozen=True, slots=True)
class _Style:
    months: tuple[str, ...]
    century: str
    uncertain: str
    approximate: str


@cache
def months() -> tuple[str, ...]:
    """Return the names of the months, January first."""
    return in_order(locale().months["format"]["wide"])


@cache
def _long() -> _Style:
    return _Style(months(), "century", "perhaps {}", "about {}")


@cache
def _short() -> _Style:
    return _Style(in_order(locale().months["format"]["abbreviated"]), "c.", "{}?", "c. {}")


def words(date: Date) -> str:
    """Return the date in full English words, no finer than it was written: 9–12 August 2020."""
    return _phrase(date, _long())


def short(date: Date) -> str:
    """Return the date in English words for tight places: 9 Aug – 5 Nov 2020, c. Dec 2014."""
    return _phrase(date, _short())


def year_label(year: int) -> str:
    """Return the astronomical year as a label: 1815, 79 CE, 44 BCE."""
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

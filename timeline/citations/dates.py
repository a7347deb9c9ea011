"""Dates in the order and with the months that citation styles want."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.dates import Date, Point, Precision
from timeline.language.dates import months, words

SHORT = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


def american(date: Date) -> str:
    """Return `May 6, 2014`, `May 2014` or `2014`; of a range both ends, with what they share said once."""
    return _range(date, _american)


def _american(point: Point) -> str:
    return f"{_day(point)}, {_year(point)}" if point.precision is Precision.DAY else _month_year(point, months())


def european(date: Date) -> str:
    """Return `6 May 2014`, `Sept. 2014` or `2014`, with short months."""
    ends = known_ends(date)
    if len(ends) == 2 and ends[0].earliest.year == ends[1].earliest.year and date.precision > Precision.YEAR:
        first, last = (_small(point, SHORT) for point in ends)
        same = ends[0].earliest.month == ends[1].earliest.month and date.precision is Precision.DAY
        return f"{ends[0].earliest.day if same else first}–{last} {_year(ends[1])}"
    return "–".join(f"{_small(point, SHORT)} {_year(point)}".lstrip() for point in ends) or words(date)


def year_first(date: Date) -> str:
    """Return `2014, May 6`, `2014, May` or `2014`."""
    ends = known_ends(date)
    if not ends:
        return words(date)
    years, days = year(date), [_day(point) for point in ends if point.precision > Precision.YEAR]
    if len(days) == 2 and date.precision is Precision.DAY and _same_month(ends):
        days = [days[0], str(ends[1].earliest.day)]
    return f"{years}, {'–'.join(days)}" if days else years


def month_and_year(date: Date) -> str:
    """Return `May 2014` with a short month, or the year: as fine as journals are dated."""
    ends = known_ends(date)
    return _month_year(ends[0], SHORT) if len(ends) == 1 else european(date)


def year(date: Date) -> str:
    """Return the year, or both years of a range."""
    return "–".join(dict.fromkeys(_year(point) for point in known_ends(date))) or words(date)


def doubted(date: Date) -> bool:
    """Return whether a date that has numbers is approximate or in doubt; other words say so themselves."""
    return bool(known_ends(date)) and (date.approximate or date.uncertain)


def known_ends(date: Date) -> list[Point]:
    """Return the ends of a date, one or two, if each is known to a year or better; otherwise nothing."""
    if not (date.start and date.end) or date.precision < Precision.YEAR:
        return []
    return [date.start, date.end] if date.is_interval else [date.start]


def _range(date: Date, form: Callable[[Point], str]) -> str:
    ends = known_ends(date)
    if len(ends) == 2 and ends[0].earliest.year == ends[1].earliest.year and date.precision > Precision.YEAR:
        last = form(ends[1])
        if _same_month(ends) and date.precision is Precision.DAY:
            return f"{_day(ends[0])}–{last.split(' ', 1)[1]}"
        return f"{_day(ends[0])}–{last}"
    return "–".join(form(point) for point in ends) or words(date)


def _same_month(ends: list[Point]) -> bool:
    first, last = (point.earliest for point in ends)
    return (first.year, first.month) == (last.year, last.month)


def _year(point: Point) -> str:
    number = point.earliest.year
    return str(number) if number > 0 else f"{1 - number} BCE"


def _day(point: Point) -> str:
    month = months()[point.earliest.month - 1]
    return f"{month} {point.earliest.day}" if point.precision is Precision.DAY else month


def _small(point: Point, months: Sequence[str]) -> str:
    if point.precision is Precision.YEAR:
        return ""
    month = months[point.earliest.month - 1]
    return f"{point.earliest.day} {month}" if point.precision is Precision.DAY else month


def _month_year(point: Point, months: Sequence[str]) -> str:
    month = months[point.earliest.month - 1] if point.precision > Precision.YEAR else ""
    return f"{month} {_year(point)}".lstrip()

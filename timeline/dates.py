"""Dates as authors write them: EDTF (ISO 8601-2:2019) level 0 and the useful part of level 1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache


class DateError(ValueError):
    """Text that is not an EDTF date this project accepts.

    message: what is wrong, quoting the author's text; column: 1-based position of the offending part;
    remedy: what to write instead.
    """

    def __init__(self, message: str, column: int, remedy: str) -> None:
        super().__init__(message, column, remedy)
        self.message = message
        self.column = column
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}: {self.remedy}"


class Precision(IntEnum):
    """How fine a date is, ordered from coarse to fine."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    MONTH = 4
    DAY = 5


_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    days = _DAYS_BEFORE_MONTH[month] - _DAYS_BEFORE_MONTH[month - 1]
    return days + 1 if month == 2 and _is_leap(year) else days


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the proleptic Gregorian calendar; its year is astronomical (0 is 1 BCE)."""

    year: int
    month: int
    day: int

    def isoformat(self) -> str:
        """Return the day as ISO 8601 text with a year of at least four digits: 1815-06-18, -0043-03-15."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"

    @property
    def number(self) -> int:
        """Return the day as a number: that of the next one is greater by one."""
        before = self.year - 1
        leaps = before // 4 - before // 100 + before // 400 + (_is_leap(self.year) and self.month > 2)
        return self.year * 365 + leaps + _DAYS_BEFORE_MONTH[self.month - 1] + self.day

    def as_year(self) -> float:
        """Return the start of the day in astronomical years."""
        leap = _is_leap(self.year)
        elapsed = _DAYS_BEFORE_MONTH[self.month - 1] + self.day - 1 + (leap and self.month > 2)
        return self.year + elapsed / (366 if leap else 365)

    def next(self) -> Day:
        """Return the day after."""
        if self.day < days_in_month(self.year, self.month):
            return Day(self.year, self.month, self.day + 1)
        if self.month < 12:
            return Day(self.year, self.month + 1, 1)
        return Day(self.year + 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF date that is not an interval; `earliest` and `latest` are its first and last possible day."""

    text: str
    precision: Precision
    earliest: Day
    latest: Day
    uncertain: bool
    approximate: bool

    @property
    def soft(self) -> bool:
        """Return whether the date is qualified or has X digits, so that its limits are drawn soft."""
        return self.uncertain or self.approximate or self.precision < Precision.YEAR


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF date, whose `end` is its `start`, or an interval, whose open or unknown end is None."""

    text: str
    start: Point | None
    end: Point | None
    is_interval: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def earliest(self) -> Day | None:
        """Return the first possible day, or None if the start is open or unknown."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> Day | None:
        """Return the last possible day, or None if the end is open or unknown."""
        return self.end.latest if self.end else None

    @property
    def _known(self) -> list[Point]:
        return [point for point in (self.start, self.end) if point]

    @property
    def start_year(self) -> float:
        """Return the first instant in astronomical years; of the end, if the start is open or unknown."""
        return self._known[0].earliest.as_year()

    @property
    def end_year(self) -> float:
        """Return the first instant after the last day; of the start, if the end is open or unknown."""
        return self._known[-1].latest.next().as_year()

    @property
    def precision(self) -> Precision:
        """Return the precision of the coarser end."""
        return min(point.precision for point in self._known)

    @property
    def uncertain(self) -> bool:
        """Return whether any end is qualified by ? or %."""
        return any(point.uncertain for point in self._known)

    @property
    def approximate(self) -> bool:
        """Return whether any end is qualified by ~ or %."""
        return any(point.approximate for point in self._known)

    @property
    def soft_start(self) -> bool:
        """Return whether the start is qualified, has X digits, or is open or unknown."""
        return self.start is None or self.start.soft

    @property
    def soft_end(self) -> bool:
        """Return whether the end is qualified, has X digits, or is open or unknown."""
        return self.end is None or self.end.soft

    @property
    def sort_key(self) -> tuple[Day, Day, str]:
        """Return earliest day, latest day, text: a day comes before the month or year that begins with it.

        An open or unknown end counts as the end that is known.
        """
        return self._known[0].earliest, self._known[-1].latest, self.text

    @property
    def machine(self) -> str | None:
        """Return the value, unqualified, for HTML's <time datetime>, or None if HTML has none for it."""
        if self.is_interval or self.precision < Precision.YEAR or self.sort_key[0].year < 1:
            return None
        parts = self.sort_key[0].isoformat().split("-")
        return "-".join(parts[: self.precision - Precision.YEAR + 1])

    @property
    def certain(self) -> bool:
        """Return whether both ends are known and neither is about, doubtful or a decade."""
        return not (self.soft_start or self.soft_end)

    def overlaps(self, other: Date) -> bool:
        """Return whether the spans share a day; an open end has no limit, an unknown one adds nothing."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Date) -> bool:
        if self.open_end or other.open_start:
            return False
        return self._known[-1].latest < other._known[0].earliest


_POINT = re.compile(
    r"(?:(?!-0000)(?P<year>-?[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?)?"
    r"|(?P<digits>-?[0-9]{2}(?:[0-9]X|XX))"
    r"|Y(?P<long>-?[1-9][0-9]{4,8}))(?P<qualifier>[?~%]?)"
)

EXAMPLES = "write a date such as 1815, 1815-06 or 1815-06-18"
_YEARS = "years have four digits: 0450, or -0043 for 44 BCE; longer ones begin with Y: Y-17000"
_DIGITS = "only the last one or two digits of a year alone can be unknown: 199X, 19XX"

# What authors write that is no date here: pattern, what is wrong, what to write. The first match wins; its
# group "here" is the offending part.
_REFUSALS = (
    (r"(?P<here>)\Z", "is empty", EXAMPLES),
    (r"[^/]*/[^/]*(?P<here>/)", 'has more than one "/"', EXAMPLES + ", or an interval such as 1815/1817"),
    (
        r"(?P<here>(?:\.\.)?/(?:\.\.)?)\Z",
        "has no date at either end",
        "give one a date, such as 1815-06-18/..",
    ),
    (r"(?P<here>[\[{])", "is a set of dates", "write one date, or an interval such as 1815/1817"),
    (r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}(?P<here>[T ][0-9].*)", "has a time of day", "write the day alone"),
    (
        r"-?[0-9]{4}-(?P<here>2[1-9]|3[0-9]|4[01])(?![-0-9])",
        "has season {here}",
        "write months: 1815-03/1815-05",
    ),
    (r"-?[0-9]{4}(?:-[0-9]{2})?-(?P<here>[0-9]?X{1,2})", "has unknown digits {here}", "leave that part out"),
    (r"[-0-9X]+(?P<here>[?~%]{2,})\Z", "has qualifiers {here}", "write one; % is uncertain and approximate"),
    (r"-?[0-9]*(?P<here>[Xxu][-0-9Xxu]*)(?![a-z])", "has unknown digits {here}", _DIGITS),
    (r"[-0-9]*(?P<here>[?~%])[-0-9?~%]*[0-9]", "has {here} before its end", "write ?, ~ or % after the date"),
    (r"(?:Y-?|-)?[0-9]+(?P<here>[ES][0-9]+)", "has {here}, EDTF level 2", "write the year in full"),
    (r"(?P<here>Y)", "has a year that Y does not suit", "Y is for a year of five to nine digits: Y-17000"),
    (r"(?P<here>-0000)", "has year {here}", "write 0000 for 1 BCE"),
    (r"-?[0-9]{4}-(?P<here>00|1[3-9]|[2-9][0-9])(?![0-9])", "has month {here}", "months run from 01 to 12"),
    (r"(?P<here>-?[0-9]+)(?:-[0-9]{2}){0,2}[?~%]?\Z", "has year {here}", _YEARS),
)


def _refuse(part: str, whole: str, offset: int) -> DateError:
    quoted = whole if len(whole) <= 60 else whole[:59] + "…"
    for pattern, complaint, remedy in _REFUSALS:
        if match := re.match(pattern, part):
            message = f'"{quoted}" {complaint.format(here=match["here"])}'
            return DateError(message, offset + match.start("here") + 1, remedy)
    complaint = "is not a date" if part == whole else "has an end that is not a date"
    return DateError(f'"{quoted}" {complaint}', offset + 1, EXAMPLES)


def _point(part: str, whole: str, offset: int) -> Point:
    match = _POINT.fullmatch(part)
    if not match:
        raise _refuse(part, whole, offset)
    year, month, day, digits, long, qualifier = match.groups()
    flags = qualifier in ("?", "%"), qualifier in ("~", "%")
    if digits:
        # Below zero the digits count away from zero: -004X begins at -0049.
        low, high = sorted(int(digits.replace("X", digit)) for digit in "09")
        precision = Precision.CENTURY if digits.endswith("XX") else Precision.DECADE
        return Point(part, precision, Day(low, 1, 1), Day(high, 12, 31), *flags)
    number = int(year or long)
    if not month:
        return Point(part, Precision.YEAR, Day(number, 1, 1), Day(number, 12, 31), *flags)
    days = days_in_month(number, int(month))
    if not day:
        return Point(part, Precision.MONTH, Day(number, int(month), 1), Day(number, int(month), days), *flags)
    if not 1 <= int(day) <= days:
        remedy = f"the days of {year}-{month} run from 01 to {days}"
        raise DateError(f'"{whole}" has day {day}', offset + match.start("day") + 1, remedy)
    only = Day(number, int(month), int(day))
    return Point(part, Precision.DAY, only, only, *flags)


def _interval(text: str) -> Date:
    first, _, second = text.partition("/")
    if "/" in second or text in ("/", "../", "/..", "../.."):
        raise _refuse(text, text, 0)
    start = _point(first, text, 0) if first not in ("", "..") else None
    end = _point(second, text, len(first) + 1) if second not in ("", "..") else None
    if start and end and end.latest < start.earliest:
        raise DateError(f'"{text}" ends before it starts', len(first) + 2, f"write {second}/{first}")
    return Date(text, start, end, True, first == "..", second == "..")


@lru_cache(maxsize=65536)
def parse(text: str) -> Date:
    """Return the EDTF level 0 or level 1 date or interval that the text is; raises DateError.

    Of level 1 it takes ? ~ % at the end, X for last digits, Y years, and open (..) or unknown (empty) ends.
    """
    if "/" in text:
        return _interval(text)
    point = _point(text, text, 0)
    return Date(text, point, point)

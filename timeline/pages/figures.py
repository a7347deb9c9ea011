"""Figures and series as templates need them: grouped, scaled, in rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from timeline.dates import Date
from timeline.language import phrases
from timeline.records.event import Figure
from timeline.records.series import Point, Series


def by_group(figures: Iterable[Figure]) -> list[tuple[str, list[Figure]]]:
    """Return figures by their group in order of first mention; those that stand alone share the empty group."""
    figures = list(figures)
    sizes = Counter(figure.group for figure in figures)
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.group if figure.group and sizes[figure.group] > 1 else "", []).append(figure)
    return sorted(groups.items(), key=lambda pair: pair[0] == "")


def scale_of(figures: Iterable[Figure]) -> Decimal:
    """Return the number that the full width of a bar stands for: 100 for shares, else the largest value."""
    largest = max(
        (value for f in figures for value in (f.value, f.low, f.high) if value is not None),
        default=Decimal(1),
    )
    if all(figure.unit == "%" for figure in figures) and largest <= 100:
        return Decimal(100)
    return largest if largest > 0 else Decimal(1)


def share(value: Decimal | None, scale: Decimal) -> str:
    """Return a value as a part of a scale, from 0 to 1, for a style."""
    return f"{float(max(value or Decimal(0), Decimal(0)) / scale):.4f}"


def series_rows(series: Series) -> list[tuple[Date, list[Point | None]]]:
    """Return a series as table rows in order of time: the date, and the value of each line or None."""
    dates = {point.date.text: point.date for line in series.lines for point in line.points}
    columns = [{point.date.text: point for point in line.points} for line in series.lines]
    ordered = sorted(dates.values(), key=lambda date: date.sort_key)
    return [(date, [column.get(date.text) for column in columns]) for date in ordered]


def scale_of_series(series: Series) -> Decimal:
    """Return the number that the full width of a bar stands for: 100 for shares, else the largest value."""
    largest = max(point.value for line in series.lines for point in line.points)
    return Decimal(100) if series.unit == "%" and largest <= 100 else largest or Decimal(1)


def amount(figure: Figure) -> str:
    """Return a figure's number with its unit; a range keeps both ends."""
    return phrases.amount(figure.value, figure.low, figure.high, figure.unit)

"""Figures and series as templates need them: grouped, scaled, in rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from timeline.dates import Date
from timeline.language import phrases
from timeline.records.event import Event, Figure
from timeline.records.series import Point, Series
from timeline.records.texts import Cite, cite_of


def by_group(figures: Iterable[Figure]) -> list[tuple[str, list[Figure]]]:
    """Return figures by their group in order of first mention; those that stand alone share the empty group."""
    figures = list(figures)
    sizes = Counter(figure.group for figure in figures)
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.group if figure.group and sizes[figure.group] > 1 else "", []).append(figure)
    return sorted(groups.items(), key=lambda pair: pair[0] == "")


def cited_outside_the_text(event: Event) -> Iterator[Cite]:
    """Yield what an event cites beside its text, in the order in which its page shows it."""
    figures = (figure for _, group in by_group(event.figures) for figure in group)
    positions = (position for dispute in event.disputes for position in dispute.positions)
    for keys in (*(one.citations for one in figures), *(one.citations for one in positions)):
        yield from map(cite_of, keys)
    for quote in event.quotes:
        yield from map(cite_of, quote.citations)


class Scale(NamedTuple):
    """The values at both ends of a bar's room; zero is always between them."""

    least: Decimal
    most: Decimal


def chart_moments(view: Any, series: Series) -> list[tuple[float, str, str]]:
    """Return the events that belong to a series, in order of time: when, title, address."""
    events = sorted((view.catalogue.events[id_] for id_ in series.events), key=lambda e: e.record.date.sort_key)
    return [(event.record.date.start_year, event.record.title, view.url(event)) for event in events]


def is_official(measured_by: str, names: Iterable[str]) -> bool:
    """Return whether a state counted: whether one of the names that the settings list stands in who measured."""
    return any(name in measured_by for name in names)


def scale_of_unit(figures: Iterable[Figure], unit: str) -> Scale:
    """Return the scale of all bars of one unit on a page, so that what is longer is more wherever it stands."""
    drawn = (some for group, some in by_group(figures) if group)
    return scale_of(figure for some in drawn for figure in some if figure.unit == unit)


def scale_of(figures: Iterable[Figure]) -> Scale:
    """Return the scale of figures that are drawn side by side."""
    figures = list(figures)
    values = [value for f in figures for value in (f.value, f.low, f.high) if value is not None]
    return _scale(values, all(figure.unit == "%" for figure in figures))


def scale_of_series(series: Series) -> Scale:
    """Return the scale of a series whose values are drawn as bars."""
    return _scale([point.value for line in series.lines for point in line.points], series.unit == "%")


def _scale(values: list[Decimal], shares: bool) -> Scale:
    """Return a scale from 0 to 100 for shares, else to the largest value, and down to the least below zero."""
    least, most = min([Decimal(0), *values]), max([Decimal(0), *values])
    if shares and least == 0 and most <= 100:
        most = Decimal(100)
    return Scale(least, most) if least < most else Scale(Decimal(0), Decimal(1))


def bar(low: Decimal | None, high: Decimal | None, scale: Scale) -> str:
    """Return the style of a bar from zero to a value, or of a range; `--zero` is left out where it is 0."""
    low, high = low or Decimal(0), high or Decimal(0)
    style = f"--low:{_place(low, scale)};--high:{_place(high, scale)}"
    return f"{style};--zero:{_place(Decimal(0), scale)}" if scale.least < 0 else style


def _place(value: Decimal, scale: Scale) -> str:
    return f"{float((value - scale.least) / (scale.most - scale.least)):.4f}"


def series_rows(series: Series) -> list[tuple[Date, list[list[Point]]]]:
    """Return a series as table rows in order of time: the date, and the values of each line, of which most have one."""
    dates = {point.date.text: point.date for line in series.lines for point in line.points}
    ordered = sorted(dates.values(), key=lambda date: date.sort_key)
    return [
        (date, [[point for point in line.points if point.date.text == date.text] for line in series.lines])
        for date in ordered
    ]


def amount(figure: Figure) -> str:
    """Return a figure's number with its unit; a range keeps both ends."""
    return phrases.amount(figure.value, figure.low, figure.high, figure.unit)

"""Charts of series as SVG, drawn by the server; the table beside each chart holds the same values as text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.language import phrases
from timeline.language.dates import year_label
from timeline.records.series import Line, Series

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 14, 14, 30

MARKS = ("circle", "square", "diamond", "triangle", "ring")
"""Shapes of the lines' points, so that lines differ without colour."""


def chart(series: Series) -> Markup:
    """Return the SVG of a series: time across, values up (or places down), one shape and dash a line."""
    frame = _Frame(series)
    parts = [*frame.grid(), *frame.years()]
    for number, line in enumerate(series.lines):
        parts += frame.line(line, number, series.joined)
    return Markup('<svg class="tl-chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, phrases.chart(series.title), Markup("").join(parts)
    )


def is_moment(series: Series) -> bool:
    """Return whether a series has one value a line, all of one date: bars show it better than points in time."""
    dates = {point.date.text for line in series.lines for point in line.points}
    return len(dates) == 1 and all(len(line.points) == 1 for line in series.lines)


def legend_mark(number: int) -> Markup:
    """Return the small SVG that stands before a line's name."""
    return Markup('<svg class="tl-chart__key" viewBox="0 0 16 16" aria-hidden="true">{}</svg>').format(
        _mark(8, 8, number, "")
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """The values at the ends of a series' axis, its steps, and whether values grow downwards, as places do."""

    least: float
    most: float
    step: float
    down: bool


def scale(series: Series) -> Scale:
    """Return the scale on which a series is drawn, here and below the interactive timeline: it holds 0."""
    values = [float(point.value) for line in series.lines for point in line.points]
    most, least = max(*values, 0), min(*values, 0)
    most = 100 if series.unit == "%" and 60 < most <= 100 else most
    step = _step(most - least)
    top = max(math.ceil(most / step), 0 if least else 1) * step
    return Scale(math.floor(least / step) * step, top, step, series.places_up)


class _Frame:
    """Places on one chart."""

    def __init__(self, series: Series) -> None:
        points = [point for line in series.lines for point in line.points]
        starts = [point.date.start_year for point in points]
        self.first, self.last = math.floor(min(starts)), math.ceil(max(point.date.end_year for point in points))
        self.scale = scale(series)
        self.unit = series.unit

    def x(self, year: float) -> float:
        return LEFT + (year - self.first) / (self.last - self.first) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        part = (value - self.scale.least) / (self.scale.most - self.scale.least)
        return TOP + (part if self.scale.down else 1 - part) * (HEIGHT - TOP - BOTTOM)

    def grid(self) -> Iterator[Markup]:
        step = self.scale.step
        for n in range(round(self.scale.least / step), round(self.scale.most / step) + 1):
            value = n * step
            label = f"{value:g}".replace("-", "−") + ("\u202f%" if self.unit == "%" else "")
            yield Markup('<line class="tl-chart__grid" x1="{0}" x2="{1}" y1="{2:.1f}" y2="{2:.1f}"/>').format(
                LEFT, WIDTH - RIGHT, self.y(value)
            )
            yield Markup('<text class="tl-chart__text" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
                LEFT - 6, self.y(value) + 4, label
            )

    def years(self) -> Iterator[Markup]:
        step = max(1, math.ceil((self.last - self.first) / 12))
        for n, year in enumerate(range(self.first, self.last + 1, step)):
            spare = " tl-chart__text--spare" if n % 2 else ""  # left out where the chart is small
            yield Markup('<text class="tl-chart__text{}" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                spare, self.x(year), HEIGHT - 9, year_label(year)
            )

    def line(self, line: Line, number: int, joined: bool) -> Iterator[Markup]:
        places = [
            (self.x((p.date.start_year + p.date.end_year) / 2), self.y(float(p.value)), f"{line.title}: {p.value}")
            for p in sorted(line.points, key=lambda point: point.date.sort_key)
        ]
        if joined and len(places) > 1:
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
            yield Markup('<polyline class="tl-chart__line tl-chart__line--{}" points="{}"/>').format(
                number % 5 + 1, path
            )
        for x, y, text in places:
            yield _mark(x, y, number, text)


def _mark(x: float, y: float, number: int, text: str) -> Markup:
    shape, r = MARKS[number % len(MARKS)], 4.5
    corners = {
        "square": [(-r, -r), (r, -r), (r, r), (-r, r)],
        "diamond": [(0, -r - 1), (r + 1, 0), (0, r + 1), (-r - 1, 0)],
        "triangle": [(0, -r - 1), (r + 1, r), (-r - 1, r)],
    }
    title = Markup("<title>{}</title>").format(text) if text else ""
    style = f"tl-chart__mark tl-chart__mark--{number % 5 + 1}" + (" is-ring" if shape == "ring" else "")
    if shape in corners:
        points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners[shape])
        return Markup('<polygon class="{}" points="{}">{}</polygon>').format(style, points, title)
    return Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{}">{}</circle>').format(style, x, y, r, title)


def _step(most: float) -> float:
    """Return a round step that parts a scale from 0 to `most` in four to eight."""
    rough = max(most, 1e-9) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    return min((m * power for m in (1, 2, 2.5, 5, 10)), key=lambda step: abs(step - rough))

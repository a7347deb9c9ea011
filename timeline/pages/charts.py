"""Charts of series as SVG, drawn by the server; the table beside each chart holds the same values as text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from timeline.language import phrases
from timeline.language.dates import words, year_label
from timeline.pages.figures import is_official
from timeline.records.series import Line, Series

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 64, 14, 30, 30
LABEL = 7.2
"""Pixels that a letter of a label at the end of a line takes."""

WIDEST_LABEL = 190
ROW = 16
"""Height of such a label."""

MARKS = ("circle", "square", "diamond", "triangle", "ring")
"""Shapes of the lines' points, so that lines differ without colour."""

OFFICIAL, INDEPENDENT = "square", "diamond"
"""The shapes of what states count and of what others count, wherever both stand in one chart."""


class Moment(NamedTuple):
    """An event that is marked on a chart: when it was, what it is called, and the address of its page."""

    year: float
    title: str
    href: str


class Style(NamedTuple):
    """How a line is drawn: the shape of its points and the name of its colour."""

    shape: str
    colour: str


def chart(
    series: Series, moments: Sequence[tuple[float, str, str]] = (), official: Sequence[str] = (), here: str = ""
) -> Markup:
    """Return the SVG of a series: time across, values up (or places down), one shape and dash a line.

    moments: events to mark by numbers; official: names by which what states count is known; here: the address of the
    event on whose page the chart stands, which is marked more strongly.
    """
    frame = _Frame(series)
    looks = styles(series, official)
    parts = [*frame.grid(), *frame.years(), *frame.moments([Moment(*moment) for moment in moments], here)]
    for line, style in zip(series.lines, looks, strict=True):
        parts += frame.line(line, style, series.joined)
    parts += frame.labels(series.lines, looks)
    whole = f"{WIDTH / (frame.right + RIGHT):.3f}"  # a telephone leaves out the names at the ends of the lines
    svg = Markup('<svg class="tl-chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, phrases.chart(series.title), Markup("").join(parts)
    )
    return Markup('<div class="tl-chart__frame" style="--whole:{}">{}</div>').format(whole, svg)


def is_moment(series: Series) -> bool:
    """Return whether a series has one value a line, all of one date: bars show it better than points in time."""
    dates = {point.date.text for line in series.lines for point in line.points}
    return len(dates) == 1 and all(len(line.points) == 1 for line in series.lines)


def styles(series: Series, official: Sequence[str] = ()) -> list[Style]:
    """Return how each line is drawn: where states and others both count, as the two are drawn everywhere."""
    sides = [is_official(line.measured_by or series.measured_by, official) for line in series.lines]
    if official and len(set(sides)) > 1:
        return [Style(OFFICIAL, "official") if side else Style(INDEPENDENT, "independent") for side in sides]
    return [Style(MARKS[n % len(MARKS)], str(n % 5 + 1)) for n in range(len(series.lines))]


def legend_mark(style: Style) -> Markup:
    """Return the small SVG that stands before a line's name."""
    return Markup('<svg class="tl-chart__key" viewBox="-8 -8 16 16" aria-hidden="true">{}</svg>').format(_mark(style))


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
        longest = max(len(line.title) for line in series.lines)
        self.right = WIDTH - RIGHT - min(longest * LABEL, WIDEST_LABEL)

    def x(self, year: float) -> float:
        return LEFT + (year - self.first) / (self.last - self.first) * (self.right - LEFT)

    def y(self, value: float) -> float:
        part = (value - self.scale.least) / (self.scale.most - self.scale.least)
        return TOP + (part if self.scale.down else 1 - part) * (HEIGHT - TOP - BOTTOM)

    def grid(self) -> Iterator[Markup]:
        step = self.scale.step
        for n in range(round(self.scale.least / step), round(self.scale.most / step) + 1):
            value = n * step
            label = f"{value:g}".replace("-", "−") + ("\u202f%" if self.unit == "%" else "")
            yield Markup('<line class="tl-chart__grid" x1="{0}" x2="{1:.1f}" y1="{2:.1f}" y2="{2:.1f}"/>').format(
                LEFT, self.right, self.y(value)
            )
            yield Markup('<text class="tl-chart__text" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
                LEFT - 8, self.y(value) + 4, label
            )

    def years(self) -> Iterator[Markup]:
        step = max(1, math.ceil((self.last - self.first) / 9))
        for n, year in enumerate(range(self.first, self.last + 1, step)):
            spare = " tl-chart__text--spare" if n % 2 else ""  # left out where the chart is small
            yield Markup('<text class="tl-chart__text{}" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                spare, self.x(year), HEIGHT - 7, year_label(year)
            )

    def moments(self, moments: Iterable[Moment], here: str) -> Iterator[Markup]:
        """Yield a line and a number for each event; numbers of events that lie close together step aside."""
        last = -99.0
        for number, moment in enumerate(moments, 1):
            x = self.x(min(max(moment.year, self.first), self.last))
            last = max(x, last + 18)
            yield Markup(
                '<g class="tl-chart__event{}" data-event="{}"><title>{}</title>'
                '<path d="M{:.1f} {}V{}L{:.1f} {}"/><circle cx="{:.1f}" cy="11" r="8.5"/>'
                '<text x="{:.1f}" y="15.5" text-anchor="middle">{}</text></g>'
            ).format(
                " is-here" if moment.href == here else "",
                *(moment.href, moment.title, x, HEIGHT - BOTTOM, TOP, last, 20, last, last, number),
            )

    def line(self, line: Line, style: Style, joined: bool) -> Iterator[Markup]:
        places = [
            (self.x((p.date.start_year + p.date.end_year) / 2), self.y(float(p.value)), p)
            for p in sorted(line.points, key=lambda point: point.date.sort_key)
        ]
        if joined and len(places) > 1:
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
            yield Markup('<polyline class="tl-chart__line tl-chart__line--{}" points="{}"/>').format(style.colour, path)
        for x, y, point in places:
            value = phrases.amount(point.value, None, None, self.unit)
            said = f"{line.title}, {words(point.date)}: {value}"
            end = "end" if x > self.right - 60 else "start" if x < LEFT + 60 else ""
            yield Markup(
                '<g class="tl-chart__point" transform="translate({:.1f} {:.1f})"><title>{}</title>'
                '<circle class="tl-chart__hit" r="12"/>{}<text class="tl-chart__value" y="{}"{}>{}</text></g>'
            ).format(
                *(x, y, said, _mark(style), -11 if y > TOP + 24 else 20),
                Markup(' text-anchor="{}"').format(end) if end else "",
                value,
            )

    def labels(self, lines: Sequence[Line], looks: Sequence[Style]) -> Iterator[Markup]:
        """Yield each line's name where it ends, moved apart where two end close together."""
        ends = []
        for line, style in zip(lines, looks, strict=True):
            point = max(line.points, key=lambda point: point.date.end_year)
            x = self.x((point.date.start_year + point.date.end_year) / 2)
            ends.append((self.y(float(point.value)), x, line.title, style))
        ends.sort(key=lambda end: end[0])
        low = float(TOP)
        for n, (y, x, title, style) in enumerate(ends):
            rows = _wrapped(title)
            rest = sum(len(_wrapped(other[2])) for other in ends[n:]) * ROW
            place = min(max(y + 4, low), HEIGHT - BOTTOM - rest + ROW)
            low = place + len(rows) * ROW + 3
            if self.right - x > 14 or abs(place - 4 - y) > 4:
                yield Markup('<path class="tl-chart__lead" d="M{:.1f} {:.1f}L{:.1f} {:.1f}"/>').format(
                    x + 7, y, self.right + 4, place - 4
                )
            for row, text in enumerate(rows):
                yield Markup('<text class="tl-chart__name tl-chart__name--{}" x="{:.1f}" y="{:.1f}">{}</text>').format(
                    style.colour, self.right + 8, place + row * ROW, text
                )


def _wrapped(title: str) -> list[str]:
    """Return a name in rows that fit beside the chart."""
    rows = [""]
    for word in title.split():
        if rows[-1] and (len(rows[-1]) + len(word) + 1) * LABEL > WIDEST_LABEL:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


_CORNERS = {
    "square": "-4.5,-4.5 4.5,-4.5 4.5,4.5 -4.5,4.5",
    "diamond": "0,-5.5 5.5,0 0,5.5 -5.5,0",
    "triangle": "0,-5.5 5.5,4.5 -5.5,4.5",
}


def _mark(style: Style) -> Markup:
    """Return the mark of a point, about the origin."""
    name = f"tl-chart__mark tl-chart__mark--{style.colour}" + (" is-ring" if style.shape == "ring" else "")
    if corners := _CORNERS.get(style.shape):
        return Markup('<polygon class="{}" points="{}"/>').format(name, corners)
    return Markup('<circle class="{}" r="4.5"/>').format(name)


def _step(most: float) -> float:
    """Return a round step that parts a scale from 0 to `most` in four to eight."""
    rough = max(most, 1e-9) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    return min((m * power for m in (1, 2, 2.5, 5, 10)), key=lambda step: abs(step - rough))

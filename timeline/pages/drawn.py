"""The timeline as a drawing on paper: an axis with its years, a dot an event, and boxes whose lines never cross."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil, floor
from typing import Any, NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.language.dates import months, short, year_label
from timeline.pages.chronology import topic_index
from timeline.pages.classroom import cards, in_time
from timeline.records.era import Era
from timeline.records.event import IMPORTANCE, Event

LETTER = 0.51
"""Mean width of a letter as a part of its height: a little more than it is, for a line must not leave its box."""

LEADING = 1.25
"""Height of a line as a part of that of its letters."""

PAD, GAP = 1.4, 2.5
"""Millimetres between a box and its words, and between two boxes."""

WIDEST = 52.0
"""Millimetres that a box is wide where there is room."""

ABOVE, BELOW = 2.2, {1: 1.3, 2: 3.2}
"""From the axis to boxes above it, and to those below by how many sides have boxes, in heights of letters."""

STEPS = (1, 2, 5)
"""Years from one label of an axis to the next are these, times a power of ten."""

ROOM = 11.0
"""Millimetres that the label of a year needs."""

FINEST = 8.0
"""Years up to which an axis shows months."""


NAMED = 3.0
"""Years up to which it names a month in three."""


class Tick(NamedTuple):
    """A mark on an axis, with its year where there is room for one."""

    at: float
    label: str


class Box(NamedTuple):
    """An event of a drawing: its dot on the axis, and the box that tells of it."""

    event: Item[Event]
    topic: int
    dot: float
    left: float
    near: float
    """Its edge that faces the axis."""
    width: float
    height: float
    room: float
    """How high it could be."""
    foot: float
    """Where the line from the dot meets the box, from the left."""
    above: bool
    when: str
    lines: tuple[str, ...]

    def top(self, blank: bool = False) -> float:
        """Return where the box begins; a blank one takes all the room, for somebody will write in it."""
        return self.near - (self.room if blank else self.height) if self.above else self.near


class Band(NamedTuple):
    """An era on an axis."""

    era: Item[Era]
    left: float
    width: float
    title: str


class Drawing(NamedTuple):
    """A drawing in millimetres."""

    width: float
    height: float
    axis: float
    size: float
    """Height of letters."""
    ticks: list[Tick]
    boxes: list[Box]
    dots: list[tuple[int, list[float]]]
    """Where events are on the axis, by the number of their topic."""
    bands: list[Band]
    sides: int


class Paper(NamedTuple):
    """What a drawing may take: its size, that of its letters, how many boxes, and on how many sides of the axis."""

    width: float
    height: float
    size: float
    most: int
    sides: int = 2


POSTER_WHOLE = Paper(390, 14, 2.6, 0)
POSTER_ROW = Paper(390, 23.5, 2.5, 8, 1)
STRIP = Paper(266, 150, 5.2, 10)
HEAD = Paper(178, 44, 2.4, 8)
"""The head of the poster, a row of it, a strip for the wall, and the head of a page, in millimetres."""

ROWS = 8
"""Rows that a poster has room for."""


def weighty(catalogue: Catalogue, era: Item[Era] | None, most: int) -> list[Item[Event]]:
    """Return the events of a drawing in time: those on the cards of the era first, then the weightiest."""
    known = catalogue.by_era.get(era.id, []) if era else list(catalogue.events.values())
    first = cards(catalogue, era) if era and era.record.teaching else []
    if not era and catalogue.story:
        first = [catalogue.events[moment.event] for moment in catalogue.story.moments]
    others = sorted(known, key=lambda event: IMPORTANCE.index(event.record.importance))
    chosen = {event.id: event for event in (*first, *others)}
    return in_time(list(chosen.values())[:most])


def of_era(catalogue: Catalogue, era: Item[Era], paper: Paper) -> Drawing:
    """Return the drawing of an era, from its first day to its last."""
    date = era.record.date
    events = weighty(catalogue, era, paper.most)
    return _drawing(catalogue, (date.start_year, date.end_year), events, catalogue.by_era.get(era.id, []), paper)


def of_all(catalogue: Catalogue, paper: Paper) -> Drawing:
    """Return the drawing of the whole timeline, with its eras as bands."""
    events = weighty(catalogue, None, paper.most)
    drawing = _drawing(catalogue, catalogue.span, events, list(catalogue.events.values()), paper)
    return drawing._replace(bands=list(_bands(catalogue, paper)))


def rows(catalogue: Catalogue) -> list[list[Item[Era]]]:
    """Return the eras with events in posters, as many on each as there is room for."""
    eras = [era for era in catalogue.eras.values() if catalogue.by_era.get(era.id)]
    return [eras[at : at + ROWS] for at in range(0, len(eras), ROWS)]


def _drawing(
    catalogue: Catalogue,
    span: tuple[float, float],
    events: Sequence[Item[Event]],
    known: Iterable[Item[Event]],
    paper: Paper,
) -> Drawing:
    def at(year: float) -> float:
        share = (year - span[0]) / ((span[1] - span[0]) or 1)
        return paper.width * min(max(share, 0), 1)

    axis = paper.height / 2 if paper.sides > 1 else paper.size * 1.9
    boxes: list[Box] = []
    for side in range(paper.sides):
        boxes += _boxes(catalogue, events[side :: paper.sides], at, axis, paper, above=paper.sides > 1 and side == 0)
    marks: dict[int, list[float]] = {}
    for event in known:
        marks.setdefault(_topic(catalogue, event), []).append(at(event.record.date.start_year))
    dots = sorted(marks.items())
    return Drawing(
        paper.width, paper.height, axis, paper.size, list(_ticks(span, at, paper)), boxes, dots, [], paper.sides
    )


def _topic(catalogue: Catalogue, event: Item[Event]) -> int:
    return topic_index(catalogue, event.record.topics[0])


def _boxes(
    catalogue: Catalogue,
    events: Sequence[Item[Event]],
    at: Callable[[float], float],
    axis: float,
    paper: Paper,
    *,
    above: bool,
) -> Iterator[Box]:
    if not events:
        return
    width = min(paper.width / len(events) - GAP, WIDEST * max(paper.size / 3, 1))
    dots = [at(event.record.date.start_year) for event in events]
    near, far = (axis - ABOVE * paper.size, 0.0) if above else (axis + BELOW[paper.sides] * paper.size, paper.height)
    room = abs(far - near)
    for event, dot, left in zip(events, dots, _spread(dots, width, paper.width), strict=True):
        lines = _shortened(wrapped(event.record.title, width - 2 * PAD, paper.size), room, paper.size)
        height = min((len(lines) + 1) * paper.size * LEADING + PAD, room)
        foot = min(max(dot, left + PAD), left + width - PAD)
        when = short(event.record.date)
        yield Box(event, _topic(catalogue, event), dot, left, near, width, height, room, foot, above, when, lines)


def _spread(dots: Sequence[float], width: float, whole: float) -> list[float]:
    """Return where boxes begin, each as near to its dot as the others let it: their order is that of the dots."""
    lefts: list[float] = []
    for dot in dots:
        lefts.append(max(dot - width / 2, lefts[-1] + width + GAP if lefts else 0))
    last = whole - width
    for at in range(len(lefts) - 1, -1, -1):
        lefts[at] = min(lefts[at], last)
        last = lefts[at] - width - GAP
    return [max(left, 0) for left in lefts]


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return a text in lines that are no wider than `width`; a word that is wider has a line for itself."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and len(longer) * size * LETTER <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _shortened(lines: tuple[str, ...], room: float, size: float) -> tuple[str, ...]:
    """Return as many lines as a box has room for beside that of the date; what is left out leaves a mark."""
    most = max(floor((room - PAD) / (size * LEADING)) - 1, 1)
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1][:-1]}…")


def _ticks(span: tuple[float, float], at: Callable[[float], float], paper: Paper) -> Iterator[Tick]:
    years = span[1] - span[0]
    most = max(paper.width / max(ROOM, paper.size * 5), 1)
    step = next(s for s in _steps() if years / s <= most)
    for year in range(ceil(span[0] / step) * step, floor(span[1]) + 1, step):
        named = year + 1 if year < 0 and step > 1 else year  # before year 1 stands 1 BCE: −199 is 200 BCE
        yield Tick(at(named), year_label(named))
    if step == 1 and years <= FINEST:
        for month in range(ceil(span[0] * 12), floor(span[1] * 12) + 1):
            if month % 12:
                named = years <= NAMED and month % 3 == 0
                yield Tick(at(month / 12), months()[month % 12][:3] if named else "")


def _steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (step * power for step in STEPS)
        power *= 10


def _bands(catalogue: Catalogue, paper: Paper) -> Iterator[Band]:
    first, last = catalogue.span
    scale = paper.width / ((last - first) or 1)
    for era in catalogue.eras.values():
        left = max((era.record.date.start_year - first) * scale, 0)
        width = min((era.record.date.end_year - first) * scale, paper.width) - left
        title = era.record.title
        yield Band(era, left, width, title if len(title) * paper.size * LETTER <= width - 2 else "")


PAPERS = {"row": POSTER_ROW, "whole": POSTER_WHOLE, "strip": STRIP, "head": HEAD}

HELPERS: dict[str, Callable[..., Any]] = {
    "drawn_era": lambda catalogue, era, paper: of_era(catalogue, era, PAPERS[paper]),
    "drawn_all": lambda catalogue, paper: of_all(catalogue, PAPERS[paper]),
    "poster_rows": rows,
}
"""Functions that templates call by name."""

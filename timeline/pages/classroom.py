"""What a classroom pack is made of: cards, an order to find, disputes to compare, and a code that leads back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from string import ascii_uppercase
from typing import Any, NamedTuple

import segno
from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.dates import Date
from timeline.language import lessons
from timeline.pages.plain_text import plain
from timeline.records.era import Era
from timeline.records.event import IMPORTANCE, Dispute, Event, Figure
from timeline.records.quote import Quote
from timeline.records.source import Source
from timeline.records.teaching import Comparison
from timeline.records.texts import cite_of

COLUMNS, ROWS = 2, 4
"""Cards on a sheet."""


Row = list[Item[Event] | None]


class Sheet(NamedTuple):
    """One leaf of cards: rows of fronts, and rows of backs that meet them when the leaf is turned on its long edge."""

    fronts: list[Row]
    backs: list[Row]


class Compared(NamedTuple):
    """A dispute to compare, with the event that holds it and the task that is set."""

    event: Item[Event]
    dispute: Dispute
    exercise: Comparison


def cards(catalogue: Catalogue, era: Item[Era]) -> list[Item[Event]]:
    """Return the events of an era's cards: those that its teaching names, or else its weightiest in one order."""
    teaching = era.record.teaching
    if teaching and teaching.cards:
        return [catalogue.events[id_] for id_ in teaching.cards]
    weighty = [event for event in catalogue.by_era.get(era.id, []) if event.record.importance != "minor"]
    return orderable(_by_weight(weighty))


def _by_weight(events: Iterable[Item[Event]]) -> list[Item[Event]]:
    return sorted(events, key=lambda event: IMPORTANCE.index(event.record.importance))


def sheets(events: Sequence[Item[Event]]) -> list[Sheet]:
    """Return cards as sheets: each row of backs runs from right to left, and what is empty stays empty."""
    size = COLUMNS * ROWS
    found = []
    for start in range(0, len(events), size):
        padded: Row = [*events[start : start + size]]
        padded += [None] * (size - len(padded))
        fronts = [padded[row : row + COLUMNS] for row in range(0, size, COLUMNS)]
        found.append(Sheet(fronts, [row[::-1] for row in fronts]))
    return found


def orderable(events: Iterable[Item[Event]], most: int = COLUMNS * ROWS) -> list[Item[Event]]:
    """Return events that have one order in time: certain dates of which no two share a day.

    Where two overlap, the one that comes first in `events` stays. The result stands in order of time.
    """
    kept: list[Item[Event]] = []
    for event in events:
        date = event.record.date
        if len(kept) < most and date.certain and not any(date.overlaps(other.record.date) for other in kept):
            kept.append(event)
    return in_time(kept)


def to_order(catalogue: Catalogue, era: Item[Era]) -> list[Item[Event]]:
    """Return the events of an era's ordering exercise, which are those of its cards, in order of time."""
    return in_time(cards(catalogue, era))


def reasons(catalogue: Catalogue, era: Item[Era]) -> list[tuple[Item[Event], Item[Event], str]]:
    """Return pairs of events with the reason why the first could not have come second."""
    told = era.record.teaching.reasons if era.record.teaching else ()
    return [(catalogue.events[reason.first], catalogue.events[reason.then], reason.why) for reason in told]


def shuffled(events: Sequence[Item[Event]]) -> list[Item[Event]]:
    """Return events in an order that looks like chance, is the same in every build, and is not theirs in time."""
    mixed = sorted(events, key=lambda event: sha256(event.id.encode()).digest())
    return mixed if mixed != list(events) else mixed[::-1]


def shown_figures(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that a slide has room for: an event's first, with those that stand beside it in a group."""
    if not figures:
        return []
    group = figures[0].group
    return [figure for figure in figures if group and figure.group == group][:4] or [figures[0]]


def first_sentence(definition: str) -> str:
    """Return the first sentence of a definition, without citations: what a word means before its history."""
    return lessons.first_sentence(plain(definition))


def letter(number: int) -> str:
    """Return the letter of an event to put in order, from 0: A to Z, then AA."""
    return ascii_uppercase[number % 26] * (number // 26 + 1)


def in_time(events: Iterable[Item[Event]]) -> list[Item[Event]]:
    """Return events in order of time."""
    return sorted(events, key=lambda event: event.record.date.sort_key)


def undated(text: str, date: Date) -> list[str | None]:
    """Return a text in parts, with None for each date that would give the event's own year away, or one beside it."""
    first, last, _ = date.sort_key
    parts: list[str | None] = []
    end = 0
    for start, stop, year in lessons.dates_in(text):
        if first.year - 1 <= year <= last.year + 1:
            parts += [text[end:start], None]
            end = stop
    return [*parts, text[end:]]


def compared(catalogue: Catalogue, era: Item[Era]) -> list[Compared]:
    """Return the disputes that an era's teaching asks to compare."""
    found = []
    for exercise in era.record.teaching.compare if era.record.teaching else ():
        event = catalogue.events[exercise.event]
        if dispute := exercise.find(event.record.disputes):
            found.append(Compared(event, dispute, exercise))
    return found


def boxes(catalogue: Catalogue, era: Item[Era], most: int = 4) -> list[tuple[Item[Any], Quote]]:
    """Return the quotations that a class works with: those of the era, then the first of each weighty event, in time.

    A sheet has room for four.
    """
    own: list[tuple[Item[Any], Quote]] = [(era, quote) for quote in era.record.quotes]
    quoted = [event for event in catalogue.by_era.get(era.id, []) if event.record.quotes]
    chosen = in_time(_by_weight(quoted)[: max(most - len(own), 0)])
    return [*own, *((event, event.record.quotes[0]) for event in chosen)][:most]


def cited(catalogue: Catalogue, keys: Iterable[str]) -> list[Item[Source]]:
    """Return the sources that citations such as `key, p. 4` name."""
    return [catalogue.sources[cite_of(key).key] for key in keys]


def qr_code(address: str) -> Markup:
    """Return an address as a QR code in SVG; nothing without an address."""
    if not address:
        return Markup()
    drawn = segno.make(address, error="m", micro=False)
    return Markup(drawn.svg_inline(omitsize=True, border=2, svgclass="tl-qr", lineclass=None))


HELPERS: dict[str, Callable[..., Any]] = {
    "cards": cards,
    "sheets": sheets,
    "to_order": to_order,
    "reasons": reasons,
    "shuffled": shuffled,
    "letter": letter,
    "in_time": in_time,
    "shown_figures": shown_figures,
    "first_sentence": first_sentence,
    "undated": undated,
    "compared": compared,
    "boxes": boxes,
    "cited": cited,
    "qr_code": qr_code,
}
"""Functions that the templates of packs call by name."""

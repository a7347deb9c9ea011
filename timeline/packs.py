"""What a classroom pack is made of: cards, an order to find, disputes to compare, and a code that leads back."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.dates import Date
from timeline.datewords import MONTHS
from timeline.lessons import Comparison
from timeline.records import Dispute, Era, Event

COLUMNS, ROWS = 2, 4
"""Cards on a sheet."""

_IMPORTANCE = ("landmark", "major", "minor")
_YEAR = re.compile(rf"\b(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) )?(\d{{4}})\b")

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
    """Return the events of an era's cards: those that its teaching names, or else its weightiest ones."""
    teaching = era.record.teaching
    if teaching and teaching.cards:
        return [catalogue.events[id_] for id_ in teaching.cards]
    weighty = [event for event in _by_weight(catalogue.by_era.get(era.id, [])) if event.record.importance != "minor"]
    return weighty[: COLUMNS * ROWS]


def _by_weight(events: Iterable[Item[Event]]) -> list[Item[Event]]:
    return sorted(events, key=lambda event: _IMPORTANCE.index(event.record.importance))


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


def certain(date: Date) -> bool:
    """Return whether both ends of a date are known and neither is about, doubtful or a decade."""
    return not (date.soft_start or date.soft_end)


def orderable(events: Iterable[Item[Event]], most: int = COLUMNS * ROWS) -> list[Item[Event]]:
    """Return events that have one order in time: certain dates of which no two share a day.

    Where two overlap, the one that comes first in `events` stays. The result stands in order of time.
    """
    kept: list[Item[Event]] = []
    for event in events:
        date = event.record.date
        if len(kept) < most and certain(date) and not any(date.overlaps(other.record.date) for other in kept):
            kept.append(event)
    return sorted(kept, key=lambda event: event.record.date.sort_key)


def to_order(catalogue: Catalogue, era: Item[Era]) -> list[Item[Event]]:
    """Return the events of an era's ordering exercise in order of time: from its cards, then from its other events."""
    chosen = _by_weight(cards(catalogue, era))
    others = [event for event in catalogue.by_era.get(era.id, []) if event.record.importance != "minor"]
    return orderable(dict.fromkeys(event.id for event in (*chosen, *_by_weight(others))) and _unique([*chosen, *others]))


def _unique(events: Iterable[Item[Event]]) -> list[Item[Event]]:
    return list({event.id: event for event in events}.values())


def shuffled(events: Sequence[Item[Event]]) -> list[Item[Event]]:
    """Return events in an order that looks like chance, is the same in every build, and is not theirs in time."""
    mixed = sorted(events, key=lambda event: sha256(event.id.encode()).digest())
    return mixed if mixed != list(events) else mixed[::-1]


def undated(text: str, date: Date) -> list[str | None]:
    """Return a text in parts, with None for each date that would give the event's own year away, or one beside it."""
    first, last, _ = date.sort_key
    parts: list[str | None] = []
    end = 0
    for match in _YEAR.finditer(text):
        if first.year - 1 <= int(match[1]) <= last.year + 1:
            parts += [text[end : match.start()], None]
            end = match.end()
    return [*parts, text[end:]]


def compared(catalogue: Catalogue, era: Item[Era]) -> list[Compared]:
    """Return the disputes that an era's teaching asks to compare."""
    found = []
    for exercise in era.record.teaching.compare if era.record.teaching else ():
        event = catalogue.events[exercise.event]
        dispute = dispute_of(event.record, exercise.dispute)
        if dispute:
            found.append(Compared(event, dispute, exercise))
    return found


def dispute_of(event: Event, name: str) -> Dispute | None:
    """Return the dispute that a number from 1, or the text of its question, stands for."""
    for number, dispute in enumerate(event.disputes, 1):
        if name in (str(number), dispute.question):
            return dispute
    return None


def qr_code(address: str) -> Markup:
    """Return an address as a QR code in SVG; nothing without an address or without the library that draws it."""
    try:
        segno: Any = importlib.import_module("segno")
    except ModuleNotFoundError:
        return Markup()
    if not address:
        return Markup()
    drawn = segno.make(address, error="m", micro=False)
    return Markup(drawn.svg_inline(omitsize=True, border=2, svgclass="tl-qr", lineclass=None))


HELPERS: dict[str, Callable[..., Any]] = {
    "cards": cards,
    "sheets": sheets,
    "to_order": to_order,
    "shuffled": shuffled,
    "undated": undated,
    "compared": compared,
    "qr_code": qr_code,
}
"""Functions that the templates of packs call by name."""

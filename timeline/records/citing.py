"""Where a record cites: its texts, and its lists of citation keys, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.problems import Trail
from timeline.records import texts as prose
from timeline.records.values import Record


class Citing(NamedTuple):
    """One citation, the way to the text or list entry that holds it, and the words to look for there."""

    trail: Trail
    needle: str
    cite: prose.Cite


def citings(record: Record) -> Iterator[Citing]:
    """Yield every citation of a record, those of its texts first."""
    for trail, text in texts(record):
        for cite in prose.cites(text):
            yield Citing(trail, f"@{cite.key}" if cite.key else cite.locator or "@", cite)
    for trail, key in _listed(record):
        cite = prose.cite_of(key)
        yield Citing(trail, cite.key, cite)


def texts(record: Record) -> Iterator[tuple[Trail, str]]:
    """Yield the Markdown texts of a record with the way to each."""
    for name in ("body", "narrative", "definition"):
        if text := getattr(record, name, None):
            yield (name,), text
    for index, moment in enumerate(getattr(record, "moments", ())):
        yield ("moments", index, "text"), moment.text
    if teaching := getattr(record, "teaching", None):
        for trail, text in teaching.texts():
            yield ("teaching", *trail), text


def _listed(record: Record) -> Iterator[tuple[Trail, str]]:
    for name in ("figures", "disputes", "quotes"):
        for index, part in enumerate(getattr(record, name, ())):
            yield from _keys(part, (name, index))
            for number, position in enumerate(getattr(part, "positions", ())):
                yield from _keys(position, (name, index, "positions", number))
    for index, line in enumerate(getattr(record, "lines", ())):
        for number, point in enumerate(line.points):
            yield from _keys(point, ("lines", index, "points", number))
    yield from _keys(record, ())


def _keys(holder: Record, trail: Trail) -> Iterator[tuple[Trail, str]]:
    for number, key in enumerate(getattr(holder, "citations", ())):
        if isinstance(key, str):
            yield (*trail, "citations", number), key

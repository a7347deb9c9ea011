"""Dates that cannot be: of what has not happened yet, or in an order that nothing can have."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from timeline.dates import Date, Day
from timeline.problems import Problem, Trail
from timeline.reading.corpus import Corpus, Entry
from timeline.records.source import CitedRecord, Source

AHEAD = {"book": 366, "chapter": 366, "article-journal": 366, "article-magazine": 62}
"""Days by which publishers date a work ahead, by its type; of any other it is one, for the clocks of the world."""


def future(corpus: Corpus, today: datetime.date) -> list[Problem]:
    """Return a warning for what was read, corrected, published or done after `today`: a slip in a year."""
    return list(_future(corpus, today))


def _future(corpus: Corpus, today: datetime.date) -> Iterator[Problem]:
    for entry in corpus.events.values():
        yield from _ahead(entry, ("date",), entry.record.date, today, 1, "the event has not happened yet")
        for index, correction in enumerate(entry.record.corrections):
            trail = ("corrections", index, "date")
            yield from _ahead(entry, trail, correction.date, today, 1, "nobody has made this correction yet")
    for entry, way, source in _sources(corpus):
        if source.issued:
            days = AHEAD.get(source.type, 1)
            yield from _ahead(entry, (*way, "issued"), source.issued, today, days, "it is not published yet")
        if source.accessed:
            yield from _ahead(entry, (*way, "accessed"), source.accessed, today, 1, "nobody has read it yet")


def read_after_issue(corpus: Corpus) -> Iterator[Problem]:
    """No source was read before it was published, but for what publishers date ahead."""
    for entry, way, source in _sources(corpus):
        first = source.issued.earliest if source.issued else None
        last = source.accessed.latest if source.accessed else None
        if first and last and first.number - last.number > AHEAD.get(source.type, 1):
            message = f"read on {last.isoformat()}, before it was issued"
            yield _warning(entry, (*way, "accessed"), message)


def _sources(corpus: Corpus) -> Iterator[tuple[Entry[Any], Trail, Source]]:
    for source in corpus.sources.values():
        yield source, (), source.record
    holders: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    for holder in holders:
        for index, citation in enumerate(holder.record.citations):
            if isinstance(citation, CitedRecord):
                yield holder, ("citations", index), citation


def _ahead(
    entry: Entry[Any], trail: Trail, date: Date, today: datetime.date, days: int, said: str
) -> Iterator[Problem]:
    limit = today + datetime.timedelta(days=days)
    if date.earliest and date.earliest > Day(limit.year, limit.month, limit.day):
        yield _warning(entry, trail, f"{date.text} lies in the future: {said}")


def _warning(entry: Entry[Any], trail: Trail, message: str) -> Problem:
    return entry.problem(trail, "impossible-date", message, "check the year", severity="warning")


def rising_points(corpus: Corpus) -> Iterator[Problem]:
    """The points of a line follow each other in time, each with a date of its own."""
    for series in corpus.series.values():
        for number, line in enumerate(series.record.lines):
            for index, (before, after) in enumerate(pairwise(line.points), 1):
                if before.date.sort_key < after.date.sort_key:
                    continue
                same = before.date.sort_key == after.date.sort_key
                word = "is the date of the point before it too" if same else f"stands after {before.date.text}"
                remedy = "give one of them another line" if same else "put the points in the order of their dates"
                trail = ("lines", number, "points", index, "date")
                yield series.problem(trail, "point-order", f"{after.date.text} {word}", remedy, severity="warning")

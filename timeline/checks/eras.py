"""Eras: in order, without overlap, and which dates lie in none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline.dates import Day
from timeline.problems import Problem
from timeline.reading.corpus import Corpus, Entry
from timeline.records.era import Era


def era_order(corpus: Corpus) -> Iterator[Problem]:
    """Eras are intervals that follow each other without gap or overlap, and together hold every event."""
    if "eras" in corpus.unread:
        return
    whole: list[tuple[Day, Day, Entry[Era]]] = []
    for entry in corpus.eras.values():
        first, last = entry.record.date.earliest, entry.record.date.latest
        if first is None or last is None:
            message = "an era needs a first and a last day"
            yield entry.problem(("date",), "era-date", message, "write 1815-01-01/1848-02-23")
        else:
            whole.append((first, last, entry))
    whole.sort(key=lambda era: era[:2])
    for (_, last, before), (first, _, after) in pairwise(whole):
        if last.next() != first:
            word = "overlaps" if first <= last else "leaves a gap after"
            message = f'{word} era "{before.id}", which ends on {last.isoformat()}'
            yield after.problem(("date",), "era-order", message, f"start it on {last.next().isoformat()}")
    if whole:
        yield from _outside(corpus, whole[0][0], whole[-1][1])


def _outside(corpus: Corpus, first: Day, last: Day) -> Iterator[Problem]:
    for entry in corpus.events.values():
        day = entry.record.date.sort_key[0]
        if not first <= day <= last:
            message = f"{day.isoformat()} lies in no era"
            yield entry.problem(("date",), "outside-eras", message, "check the year, or widen an era")

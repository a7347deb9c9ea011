"""Rules across records: each is a function that yields problems; `RULES` is the list that runs."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.language.letters import lookalike
from timeline.problems import Problem
from timeline.reading.corpus import Corpus, Entry
from timeline.records.event import LINK_TYPES, Event


def own_links(corpus: Corpus) -> Iterator[Problem]:
    """An event links neither to itself nor twice to one event, and leads to nothing that began before it."""
    for entry in corpus.events.values():
        for kind in LINK_TYPES:
            met: set[str] = set()
            for index, id_ in enumerate(getattr(entry.record.links, kind)):
                trail = ("links", kind, index)
                if id_ == entry.id:
                    yield entry.problem(trail, "self-link", "the event links to itself", "remove this id")
                elif id_ in met:
                    yield entry.problem(trail, "duplicate-link", f'"{id_}" stands twice', "keep one")
                elif kind == "led_to" and id_ in corpus.events and _is_over(corpus.events[id_], entry):
                    message = f'"{id_}" was over before this began, so this cannot have led to it'
                    remedy = f"write responds_to: [{id_}], or led_to on the other event"
                    yield entry.problem(trail, "link-order", message, remedy)
                elif kind == "follows" and id_ in corpus.events and _is_over(entry, corpus.events[id_]):
                    message = f'"{id_}" began when this was over, so this does not come after it'
                    yield entry.problem(trail, "link-order", message, f"write follows: [{entry.id}] on the other event")
                met.add(id_)


def _is_over(one: Entry[Event], other: Entry[Event]) -> bool:
    last, first = one.record.date.latest, other.record.date.earliest
    return last is not None and first is not None and last < first


def unique_titles(corpus: Corpus) -> Iterator[Problem]:
    """Two events do not bear the same title."""
    first: dict[str, str] = {}
    for entry in corpus.events.values():
        title = lookalike(entry.record.title)
        if title in first:
            message = f'event "{first[title]}" has the same title'
            yield entry.problem(("title",), "duplicate-title", message, "say what sets them apart")
        first.setdefault(title, entry.id)


def named_once(corpus: Corpus) -> Iterator[Problem]:
    """An event names each topic, place and actor once."""
    for entry in corpus.events.values():
        for kind in ("topics", "places", "actors"):
            met: set[str] = set()
            for index, id_ in enumerate(getattr(entry.record, kind)):
                if id_ in met:
                    yield entry.problem((kind, index), "named-twice", f'"{id_}" stands twice', "keep one")
                met.add(id_)


def figure_groups(corpus: Corpus) -> Iterator[Problem]:
    """Figures that are drawn side by side have one unit."""
    for entry in corpus.events.values():
        units: dict[str, str] = {}
        for index, figure in enumerate(entry.record.figures):
            if figure.group and units.setdefault(figure.group, figure.unit) != figure.unit:
                message = f'the group "{figure.group}" has {units[figure.group]} and {figure.unit}'
                remedy = "give them one unit, or another group"
                yield entry.problem(("figures", index, "unit"), "mixed-units", message, remedy)

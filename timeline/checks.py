"""Rules across records: each is a function that yields problems; `RULES` is the list that runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise
from typing import Any

from timeline import prose, sourcing, writing
from timeline.citing import citers, texts
from timeline.corpus import Corpus, Entry
from timeline.dates import Day
from timeline.problems import Problem, choices
from timeline.records import LINK_TYPES, Era, Event

Rule = Callable[[Corpus], Iterator[Problem]]

ADDING = {
    "actor": "somebody new needs a file reference/actors/{id}.yaml",
    "place": "a new place needs a record in reference/places.yaml",
    "topic": "choose one from reference/topics.yaml",
    "term": "a new word needs a record in reference/glossary.yaml",
    "event": "see in events/ how it is spelt, or leave it out",
}
"""What to do about an id of each kind that is no slip of one that exists; actors and places may well be new."""


def check(corpus: Corpus) -> list[Problem]:
    """Return everything that is wrong with the corpus: what loading found, and what the rules find."""
    return [*corpus.problems, *chain.from_iterable(rule(corpus) for rule in RULES)]


def known_references(corpus: Corpus) -> Iterator[Problem]:
    """Ids in `topics`, `places`, `actors`, `links`, series and the story exist."""
    for entry in corpus.events.values():
        for kind in ("topics", "places", "actors"):
            yield from _dangling(entry, (kind,), getattr(entry.record, kind), corpus.ids.get(kind), kind)
        for kind in LINK_TYPES:
            ids = getattr(entry.record.links, kind)
            yield from _dangling(entry, ("links", kind), ids, corpus.ids["events"], "events")
    for series in corpus.series.values():
        yield from _dangling(series, ("events",), series.record.events, corpus.ids["events"], "events")
    yield from _known_lessons(corpus)
    for index, moment in enumerate(corpus.story.record.moments if corpus.story else ()):
        if corpus.story and moment.event not in corpus.ids["events"]:
            yield _unknown(corpus.story, ("moments", index, "event"), moment.event, corpus.ids["events"], "event")


def _known_lessons(corpus: Corpus) -> Iterator[Problem]:
    """Yield what an era's teaching names that does not exist: events, and disputes of events."""
    for entry in corpus.eras.values():
        teaching = entry.record.teaching
        if teaching is None:
            continue
        yield from _dangling(entry, ("teaching", "cards"), teaching.cards, corpus.ids["events"], "events")
        if teaching.easier:
            words, terms = teaching.easier.words, corpus.ids.get("terms")
            yield from _dangling(entry, ("teaching", "easier", "words"), words, terms, "terms")
        for index, exercise in enumerate(teaching.compare):
            trail = ("teaching", "compare", index)
            if exercise.event not in corpus.ids["events"]:
                yield _unknown(entry, (*trail, "event"), exercise.event, corpus.ids["events"], "event")
            elif (event := corpus.events.get(exercise.event)) and exercise.find(event.record.disputes) is None:
                message = f'event "{event.id}" has no such dispute: "{exercise.dispute}"'
                known = len(event.record.disputes)
                remedy = f"write its number, from 1 to {known}, or its question" if known else "it has none"
                yield entry.problem((*trail, "dispute"), "unknown-dispute", message, remedy)


def _dangling(
    entry: Entry[Any], trail: tuple[str, ...], ids: Iterable[str], known: set[str] | None, kind: str
) -> Iterator[Problem]:
    for index, id_ in enumerate(ids):
        if known is not None and id_ not in known:
            yield _unknown(entry, (*trail, index), id_, known, kind.removesuffix("s"))


def _unknown(entry: Entry[Any], trail: tuple[str | int, ...], id_: str, known: set[str], kind: str) -> Problem:
    remedy, otherwise = choices(id_, known), ADDING[kind].format(id=id_)
    if remedy and kind in ("actor", "place"):
        otherwise = f"{remedy} Else {otherwise}" if remedy.endswith("?") else f"{remedy}; {otherwise}"
    elif remedy:
        otherwise = remedy
    return entry.problem(trail, f"unknown-{kind}", f'no {kind} has the id "{id_}"', otherwise)


def own_links(corpus: Corpus) -> Iterator[Problem]:
    """An event links neither to itself nor twice to one event, and leads to nothing that began before it."""
    for entry in corpus.events.values():
        for kind in LINK_TYPES:
            ids = getattr(entry.record.links, kind)
            for index, id_ in enumerate(ids):
                trail = ("links", kind, index)
                if id_ == entry.id:
                    yield entry.problem(trail, "self-link", "the event links to itself", "remove this id")
                elif id_ in ids[:index]:
                    yield entry.problem(trail, "duplicate-link", f'"{id_}" stands twice', "keep one")
                elif kind == "led_to" and id_ in corpus.events and _is_over(corpus.events[id_], entry):
                    message = f'"{id_}" was over before this began, so this cannot have led to it'
                    remedy = f"write responds_to: [{id_}], or led_to on the other event"
                    yield entry.problem(trail, "link-order", message, remedy)


def _is_over(one: Entry[Event], other: Entry[Event]) -> bool:
    last, first = one.record.date.latest, other.record.date.earliest
    return last is not None and first is not None and last < first


def unique_aliases(corpus: Corpus) -> Iterator[Problem]:
    """No former id is an id, or a former id, of another record of its kind."""
    for kind in ("events", "eras", "actors"):
        taken = {id_: id_ for id_ in corpus.ids[kind]}
        for entry in getattr(corpus, kind).values():
            for index, alias in enumerate(entry.record.aliases):
                if alias in taken:
                    message = f'"{alias}" already belongs to {kind.removesuffix("s")} "{taken[alias]}"'
                    remedy = "choose another, or remove it"
                    yield entry.problem(("aliases", index), "duplicate-id", message, remedy)
                taken[alias] = entry.id


def unique_titles(corpus: Corpus) -> Iterator[Problem]:
    """Two events do not bear the same title."""
    first: dict[str, str] = {}
    for entry in corpus.events.values():
        title = entry.record.title.casefold()
        if title in first:
            message = f'event "{first[title]}" has the same title'
            yield entry.problem(("title",), "duplicate-title", message, "say what sets them apart")
        first.setdefault(title, entry.id)


def named_once(corpus: Corpus) -> Iterator[Problem]:
    """An event names each topic, place and actor once."""
    for entry in corpus.events.values():
        for kind in ("topics", "places", "actors"):
            ids = getattr(entry.record, kind)
            for index, id_ in enumerate(ids):
                if id_ in ids[:index]:
                    yield entry.problem((kind, index), "named-twice", f'"{id_}" stands twice', "keep one")


def figure_groups(corpus: Corpus) -> Iterator[Problem]:
    """Figures that are drawn side by side have one unit."""
    for entry in corpus.events.values():
        units: dict[str, str] = {}
        for index, figure in enumerate(entry.record.figures):
            if figure.group and units.setdefault(figure.group, figure.unit) != figure.unit:
                message = f'the group "{figure.group}" has {units[figure.group]} and {figure.unit}'
                remedy = "give them one unit, or another group"
                yield entry.problem(("figures", index, "unit"), "mixed-units", message, remedy)


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


def used_actors(corpus: Corpus) -> Iterator[Problem]:
    """Every actor takes part in an event or is linked from a text."""
    if corpus.unread:
        return
    used = {id_ for entry in corpus.events.values() for id_ in entry.record.actors}
    links = (target for entry in citers(corpus) for _, text in texts(entry.record) for target in prose.targets(text))
    used |= {target.removeprefix("actor:") for target in links if target.startswith("actor:")}
    for entry in corpus.actors.values():
        if entry.id not in used:
            remedy = "name it in an event, or remove the file"
            yield entry.problem((), "unused-actor", "no event names this actor", remedy, severity="warning")


RULES: tuple[Rule, ...] = (
    known_references,
    own_links,
    unique_aliases,
    unique_titles,
    named_once,
    writing.markdown_texts,
    writing.plain_values,
    writing.body_length,
    figure_groups,
    era_order,
    used_actors,
    sourcing.known_citations,
    sourcing.unique_sources,
    sourcing.used_citations,
    sourcing.cited_paragraphs,
    sourcing.independent_sources,
)

"""Ids that refer to nothing, and ids that mean two things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from timeline.checks.meaning import meant
from timeline.problems import MOST, Problem, choices
from timeline.reading.corpus import Corpus, Entry, citers
from timeline.records import texts as prose
from timeline.records.citing import texts
from timeline.records.event import LINK_TYPES
from timeline.records.ids import slug
from timeline.records.kinds import KIND, KIND_OF_MANY
from timeline.records.stage import Stage

ADDING = {
    "actor": "somebody new needs a file reference/actors/{id}.yaml",
    "place": "a new place needs a record in reference/places.yaml",
    "topic": "choose one from reference/topics.yaml",
    "term": "a new word needs a record in reference/glossary.yaml",
    "event": "see in events/ how it is spelt, or leave it out",
    "feature": "see in reference/map.yaml how it is spelt, or leave it out",
    "medium": "see in reference/media how it is spelt, or leave it out",
    "series": "see in reference/series how it is spelt, or leave it out",
}
"""What to do about an id of each kind that is no slip of one that exists; actors and places may well be new."""


def known_references(corpus: Corpus) -> Iterator[Problem]:
    """Ids in `topics`, `places`, `actors`, `links`, series and the story exist."""
    for entry in corpus.events.values():
        for kind in ("topics", "places", "actors"):
            yield from dangling(entry, (kind,), getattr(entry.record, kind), corpus.ids.get(kind), kind, corpus)
        for kind in LINK_TYPES:
            ids = getattr(entry.record.links, kind)
            yield from dangling(entry, ("links", kind), ids, corpus.ids["events"], "events", corpus)
    for series in corpus.series.values():
        yield from dangling(series, ("events",), series.record.events, corpus.ids["events"], "events", corpus)
    for feature in corpus.features.values():
        yield from dangling(feature, ("events",), feature.record.events, corpus.ids["events"], "events", corpus)
    for walk in corpus.walks.values():
        for index, step in enumerate(walk.record.steps):
            if step.event not in corpus.ids["events"]:
                yield unknown(walk, ("steps", index, "event"), step.event, corpus.ids["events"], "event", corpus)
            yield from _staged(walk, ("steps", index, "stage"), step.stage, corpus)
    for index, moment in enumerate(corpus.story.record.moments if corpus.story else ()):
        if corpus.story and moment.event not in corpus.ids["events"]:
            yield unknown(
                corpus.story, ("moments", index, "event"), moment.event, corpus.ids["events"], "event", corpus
            )
        if corpus.story:
            yield from _staged(corpus.story, ("moments", index, "stage"), moment.stage, corpus)


def _staged(entry: Entry[Any], trail: tuple[str | int, ...], stage: Stage | None, corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each id of a stage that no record has."""
    if stage is None:
        return
    yield from dangling(entry, (*trail, "places"), stage.places, corpus.ids.get("places"), "places", corpus)
    yield from dangling(entry, (*trail, "features"), stage.features, corpus.ids.get("features"), "features", corpus)
    for key, many in (("picture", "media"), ("series", "series")):
        id_, known = getattr(stage, key), corpus.ids.get(many)
        if id_ and known is not None and id_ not in known:
            yield unknown(entry, (*trail, key), id_, known, KIND_OF_MANY[many].one, corpus)


def dangling(
    entry: Entry[Any],
    trail: tuple[str | int, ...],
    ids: Iterable[str],
    known: set[str] | None,
    kind: str,
    corpus: Corpus,
) -> Iterator[Problem]:
    """Yield a problem for each id of a list that no record of the kind has."""
    if known is not None:
        missing = ((index, id_) for index, id_ in enumerate(ids) if id_ not in known)
        for index, id_ in islice(missing, MOST + 1):
            yield unknown(entry, (*trail, index), id_, known, KIND_OF_MANY[kind].one, corpus)


def unknown(
    entry: Entry[Any], trail: tuple[str | int, ...], id_: str, known: set[str], kind: str, corpus: Corpus
) -> Problem:
    """Return the problem of an id that no record of the kind has, with the nearest one that exists."""
    message = f'no {kind} has the id "{id_}"'
    if sure := meant(id_, KIND[kind].many, corpus):
        return entry.problem(trail, f"unknown-{kind}", message, f"write {sure}")
    remedy, otherwise = choices(id_, known), ADDING[kind].format(id=slug(id_) or "ID")
    if remedy and kind in ("actor", "place"):
        otherwise = f"{remedy} Else {otherwise}" if remedy.endswith("?") else f"{remedy}; {otherwise}"
    elif remedy:
        otherwise = remedy
    return entry.problem(trail, f"unknown-{kind}", message, otherwise)


def unique_aliases(corpus: Corpus) -> Iterator[Problem]:
    """No former id is an id, or a former id, of another record of its kind."""
    for kind in KIND_OF_MANY:
        taken = {id_: id_ for id_ in corpus.ids.get(kind, ())}
        for entry in getattr(corpus, kind).values():
            for index, alias in enumerate(getattr(entry.record, "aliases", ())):
                if alias in taken:
                    message = f'"{alias}" already belongs to {KIND_OF_MANY[kind].one} "{taken[alias]}"'
                    remedy = "choose another, or remove it"
                    yield entry.problem(("aliases", index), "duplicate-id", message, remedy)
                taken[alias] = entry.id


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

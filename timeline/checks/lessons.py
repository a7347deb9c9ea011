"""Lessons: what they name exists, cards have one order in time, and a booklet of sources has more than one voice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from timeline.checks.ids import dangling, unknown
from timeline.problems import Problem
from timeline.reading.corpus import Corpus, Entry
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.kinds import BESIDE_PACKS
from timeline.records.teaching import Booklet, Teaching
from timeline.records.values import shown


def known_lessons(corpus: Corpus) -> Iterator[Problem]:
    """What an era's teaching names exists: events, their disputes and quotations, words, people."""
    events = corpus.ids["events"]
    for entry, teaching in _taught(corpus):
        yield from dangling(entry, ("teaching", "cards"), teaching.cards, events, "events", corpus)
        if teaching.easier:
            words, terms = teaching.easier.words, corpus.ids.get("terms")
            yield from dangling(entry, ("teaching", "easier", "words"), words, terms, "terms", corpus)
        for trail, id_ in _named(teaching):
            if id_ not in events:
                yield unknown(entry, ("teaching", *trail), id_, events, "event", corpus)
        yield from _known_disputes(corpus, entry, teaching)
        yield from _known_quotes(corpus, entry, teaching)
        for number, role in enumerate(teaching.role_play.roles if teaching.role_play else ()):
            if role.actor and role.actor not in corpus.ids["actors"]:
                trail = ("teaching", "role_play", "roles", number, "actor")
                yield unknown(entry, trail, role.actor, corpus.ids["actors"], "actor", corpus)


def free_packs(corpus: Corpus) -> Iterator[Problem]:
    """No era that has a pack is called, or was called, what another page for teachers is called."""
    for entry, _ in _taught(corpus):
        names = [((), entry.id), *((("aliases", at), alias) for at, alias in enumerate(entry.record.aliases))]
        for trail, name in names:
            if name in BESIDE_PACKS:
                message = f"the pack would lie at teach/{name}/, where another page for teachers lies"
                remedy = "remove it from aliases:" if trail else f"call its file the-{name}.yaml"
                yield entry.problem(trail, "taken-address", message, remedy)


def _taught(corpus: Corpus) -> Iterator[tuple[Entry[Era], Teaching]]:
    yield from ((entry, entry.record.teaching) for entry in corpus.eras.values() if entry.record.teaching)


def _named(teaching: Teaching) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every single event that teaching names, with the way to it."""
    yield from ((("compare", index, "event"), exercise.event) for index, exercise in enumerate(teaching.compare))
    for index, reason in enumerate(teaching.reasons):
        yield ("reasons", index, "first"), reason.first
        yield ("reasons", index, "then"), reason.then
    for index, extract in enumerate(teaching.booklet.sources if teaching.booklet else ()):
        yield ("booklet", "sources", index, "event"), extract.event
    if teaching.role_play:
        yield ("role_play", "event"), teaching.role_play.event


def _known_disputes(corpus: Corpus, entry: Entry[Era], teaching: Teaching) -> Iterator[Problem]:
    for index, exercise in enumerate(teaching.compare):
        event = corpus.events.get(exercise.event)
        if event and exercise.find(event.record.disputes) is None:
            message = f'event "{event.id}" has no such dispute: "{exercise.dispute}"'
            remedy = _numbers(len(event.record.disputes), "its question")
            yield entry.problem(("teaching", "compare", index, "dispute"), "unknown-dispute", message, remedy)


def _known_quotes(corpus: Corpus, entry: Entry[Era], teaching: Teaching) -> Iterator[Problem]:
    for index, extract in enumerate(teaching.booklet.sources if teaching.booklet else ()):
        event = corpus.events.get(extract.event)
        if event and extract.find(event.record.quotes) is None:
            message = f'event "{event.id}" has no such quotation: "{extract.quote}"'
            known = len(event.record.quotes)
            remedy = _numbers(known, "its speaker") if known else f"add one under quotes: of events/{event.id}.yaml"
            trail = ("teaching", "booklet", "sources", index, "quote")
            yield entry.problem(trail, "unknown-quote", message, remedy)


def _numbers(known: int, otherwise: str) -> str:
    return f"write its number, from 1 to {known}, or {otherwise}" if known else "it has none"


def ordered_cards(corpus: Corpus) -> Iterator[Problem]:
    """Cards have one order in time: their dates are certain, and no two share a day."""
    for entry, teaching in _taught(corpus):
        found = [corpus.events[id_] for id_ in teaching.cards if id_ in corpus.events]
        for number, id_ in enumerate(teaching.cards):
            if id_ in corpus.events and not corpus.events[id_].record.date.certain:
                message = f'the date of "{id_}" is not certain, so the card has no one place in the order'
                remedy = "choose another event"
                yield entry.problem(("teaching", "cards", number), "cards-order", message, remedy)
        for number, id_ in enumerate(teaching.cards):
            if id_ in teaching.cards[:number]:
                trail = ("teaching", "cards", number)
                yield entry.problem(trail, "named-twice", f'"{id_}" stands twice', "keep one")
        for first, other in combinations(found, 2):
            if first.id != other.id and _share(first.record, other.record):
                trail = ("teaching", "cards", teaching.cards.index(other.id))
                message = f'"{other.id}" shares days with "{first.id}", so neither comes first'
                yield entry.problem(trail, "cards-order", message, "leave one of the two out")


def _share(one: Event, other: Event) -> bool:
    return one.date.certain and other.date.certain and one.date.overlaps(other.date)


def true_reasons(corpus: Corpus) -> Iterator[Problem]:
    """A reason speaks of two cards, and the first of them is the earlier one."""
    for entry, teaching in _taught(corpus):
        for index, reason in enumerate(teaching.reasons):
            for side in ("first", "then"):
                id_ = getattr(reason, side)
                if teaching.cards and id_ in corpus.events and id_ not in teaching.cards:
                    message, remedy = f'"{id_}" is on no card', "name two cards, or add it to cards:"
                    yield entry.problem(("teaching", "reasons", index, side), "reason-order", message, remedy)
            first, then = corpus.events.get(reason.first), corpus.events.get(reason.then)
            if first and then and first.record.date.sort_key >= then.record.date.sort_key:
                message = f'"{first.id}" is not before "{then.id}"'
                yield entry.problem(("teaching", "reasons", index), "reason-order", message, "swap first: and then:")
            elif first and then and _share(first.record, then.record):
                message = f'"{then.id}" shares days with "{first.id}", so neither comes first'
                yield entry.problem(("teaching", "reasons", index), "reason-order", message, "choose another pair")


def some_voices(corpus: Corpus) -> Iterator[Problem]:
    """A pack has words of those who were there: a booklet, or quotations in the era or its events."""
    for entry, teaching in _taught(corpus):
        events = (event.record for event in corpus.events.values() if entry.record.date.overlaps(event.record.date))
        if not teaching.booklet and not entry.record.quotes and not any(event.quotes for event in events):
            message = "the pack has nobody's own words: no booklet, and no quotation in the era or its events"
            remedy = "add quotes: to an event of the era, then booklet: here"
            yield entry.problem(("teaching",), "no-voice", message, remedy, severity="warning")


def several_voices(corpus: Corpus) -> Iterator[Problem]:
    """The sources of a booklet come from more than one speaker."""
    for entry, teaching in _taught(corpus):
        voices = _speakers(corpus, teaching.booklet) if teaching.booklet else []
        if voices and None not in voices and len(set(voices)) == 1:
            message = f'all sources of the booklet have one speaker: "{shown(str(voices[0]))}"'
            remedy = "add a quotation from another side"
            yield entry.problem(("teaching", "booklet", "sources"), "one-voice", message, remedy, severity="warning")


def _speakers(corpus: Corpus, booklet: Booklet) -> list[str | None]:
    """Return the speaker of each source, and None for a source that is not there."""
    events = [(extract, corpus.events.get(extract.event)) for extract in booklet.sources]
    quotes = [extract.find(event.record.quotes) if event else None for extract, event in events]
    return [quote.speaker if quote else None for quote in quotes]

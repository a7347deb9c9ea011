"""Plans of lessons: how long each part takes, how answers are marked, which lessons make a unit, how names are said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.language import lessons
from timeline.pages.classroom import cards
from timeline.records.entities import Actor, Place
from timeline.records.era import Era
from timeline.records.teaching import Question, Teaching


class Shape(NamedTuple):
    """A lesson of so many minutes: its steps, each with the minutes that it takes."""

    minutes: int
    steps: list[tuple[int, str]]


class Lesson(NamedTuple):
    """A lesson of a unit: its number, and the eras whose packs it uses."""

    number: int
    eras: list[Item[Era]]


def shapes(teaching: Teaching, disputes: Sequence[Any]) -> list[Shape]:
    """Return the lesson in 20, 45 and 90 minutes, out of the parts that the pack has; what is left goes to talk."""
    has = {
        "reading": bool(teaching.reading or teaching.easier),
        "cards": True,
        "sources": bool(teaching.booklet),
        "few_sources": bool(teaching.booklet),
        "compare": bool(disputes),
        "play": bool(teaching.role_play),
    }
    return [Shape(minutes, list(_steps(minutes, has))) for minutes in lessons.SHAPES]


def _steps(minutes: int, has: dict[str, bool]) -> Iterator[tuple[int, str]]:
    left = minutes
    for part, spent in lessons.SHAPES[minutes].items():
        if has.get(part, True) and left - spent >= lessons.TALK:
            left -= spent
            yield spent, lessons.STEPS[part]
    yield left, lessons.DISCUSS


def levels(teaching: Teaching) -> list[tuple[str, str, tuple[Question, ...]]]:
    """Return the questions to discuss by level and heading, from what can be found to what must be judged."""
    asked = {**dict(teaching.questions), "about_timeline": teaching.about_timeline}
    return [(level, title, asked[level]) for level, title in lessons.LEVELS.items() if asked[level]]


def ladder(kind: str) -> tuple[str, ...]:
    """Return the three levels by which any answer to a question of this kind can be marked."""
    return lessons.LADDERS.get(kind, ())


def unit(eras: Iterable[Item[Era]]) -> list[Lesson]:
    """Return the lessons of the unit in order, each with the eras that it is about."""
    found: dict[int, list[Item[Era]]] = defaultdict(list)
    for era in eras:
        if era.record.teaching and era.record.teaching.unit:
            found[era.record.teaching.unit.lesson].append(era)
    return [Lesson(number, found[number]) for number in sorted(found)]


def spoken(catalogue: Catalogue, era: Item[Era]) -> list[tuple[str, str]]:
    """Return what the record says how to say: names of people, bodies and places on the cards, words of the sheet."""
    events = cards(catalogue, era)
    people: list[Actor | Place] = [catalogue.actors[id_].record for event in events for id_ in event.record.actors]
    places = [catalogue.places[id_].record for event in events for id_ in event.record.places]
    easier = era.record.teaching.easier if era.record.teaching else None
    terms = [catalogue.terms[id_].record for id_ in easier.words] if easier else []
    said = [*((named.name, named.said) for named in [*people, *places]), *((term.term, term.said) for term in terms)]
    return list(dict.fromkeys((name, how) for name, how in said if how))


def syllables(said: str) -> list[tuple[str, bool]]:
    """Return a respelling in parts, each with whether it is the stressed syllable, which is written in capitals."""
    return [(part.casefold(), part.isupper()) for part in re.findall(r"[^\W\d_’']+(?:[’'][^\W\d_]+)*|\W", said)]


HELPERS: dict[str, Callable[..., Any]] = {
    "shapes": shapes,
    "lesson_levels": levels,
    "ladder": ladder,
    "unit_of": unit,
    "spoken": spoken,
    "syllables": syllables,
}
"""Functions that the templates of packs call by name."""

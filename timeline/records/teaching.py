"""What an era says for classrooms: questions with their marks, texts to read, sources, cards, a role play."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Protocol, TypeVar

from pydantic import Field, field_validator, model_validator

from timeline.records.texts import count_words
from timeline.records.values import ActorId, EventId, Id, Label, Record, RuleError, Text

LONGEST_READING, LONGEST_EASIER = 400, 200
"""Words of the text on the student sheet, and of the one on the easier sheet: each with its questions fits a leaf."""

CUT = "leave out what the questions do not need"

LEVELS = 3
"""Steps at which an answer is marked."""


class Asking(Protocol):
    """A dispute, as far as an exercise looks at it."""

    @property
    def question(self) -> str:
        """Return the question on which sources disagree."""


class Spoken(Protocol):
    """A quotation, as far as a booklet looks at it."""

    @property
    def speaker(self) -> str:
        """Return who says it, or the document that does."""


D = TypeVar("D", bound=Asking)
S = TypeVar("S", bound=Spoken)


class Word(Record):
    """A word that the lesson teaches, with its meaning."""

    word: Text = Field(description="The word", max_length=60)
    meaning: Text = Field(description="What it means, in one line of plain words", max_length=160)


class Question(Record):
    """A question to a class, and what a teacher may expect to hear."""

    ask: Text = Field(description="The question or task", max_length=300)
    answer: Text | None = Field(None, description="What a good answer holds; stands on the teacher's sheet alone")
    levels: tuple[Text, ...] = Field(
        (), description="What an answer looks like at three levels, from the first step to the whole"
    )
    model: Text | None = Field(None, description="A model answer, as a student could write it")

    @model_validator(mode="after")
    def _levels_are_three(self) -> Question:
        if self.levels and len(self.levels) != LEVELS:
            message = f'"{self.ask}" is marked at {len(self.levels)} levels; there are {LEVELS}'
            raise RuleError("mark-levels", message, "write three: a first step, a sound answer, a full one")
        if self.model and not self.levels:
            message = f'"{self.ask}" has a model answer, but no levels to mark others by'
            raise RuleError("mark-levels", message, "add levels: with three texts, from a first step to a full answer")
        return self


class Questions(Record):
    """Questions at three levels: find it, explain it, judge it."""

    easy: tuple[Question, ...] = Field((), description="The answer stands in the events")
    medium: tuple[Question, ...] = Field((), description="The answer joins several events")
    hard: tuple[Question, ...] = Field((), description="The answer is a judgement that needs reasons")


class Comparison(Record):
    """An exercise on one question on which sources disagree."""

    event: EventId = Field(description="Id of the event that holds the dispute")
    dispute: Label = Field("1", description="Which dispute of the event: its number from 1, or its question")
    task: Text = Field(description="What the class does with it", max_length=400)
    answer: Text | None = Field(None, description="What a good answer holds; stands on the teacher's sheet alone")

    def find(self, disputes: Sequence[D]) -> D | None:
        """Return the dispute that is meant, or None when there is no such one."""
        for number, dispute in enumerate(disputes, 1):
            if self.dispute in (str(number), dispute.question):
                return dispute
        return None


class Extract(Record):
    """A quotation of an event in a booklet of sources, and what to ask of it."""

    event: EventId = Field(description="Id of the event that holds the quotation")
    quote: Label = Field("1", description="Which quotation of the event: its number from 1, or its speaker")
    audience: Text | None = Field(None, description="For whom the words were meant", max_length=120)
    ask: Text = Field(description="What to ask of this source", max_length=240)
    answer: Text | None = Field(None, description="What a good answer holds; stands on the teacher's sheet alone")

    def find(self, quotes: Sequence[S]) -> S | None:
        """Return the quotation that is meant, or None when there is no such one."""
        for number, quote in enumerate(quotes, 1):
            if self.quote in (str(number), quote.speaker):
                return quote
        return None


class Booklet(Record):
    """Short sources from different sides on one question, in their own words."""

    question: Text = Field(description="The question on which the sources speak", max_length=160)
    sources: tuple[Extract, ...] = Field(min_length=2, max_length=6, description="The extracts, in reading order")
    task: Question = Field(description="What the class does with all of them")


class Easier(Record):
    """The student sheet in plainer words, for those who read with effort."""

    text: Text = Field(description="The era in short sentences of plain words, with links to its events")
    questions: tuple[Question, ...] = Field(min_length=1, max_length=4, description="What the text answers")
    words: tuple[Id, ...] = Field((), max_length=6, description="Ids of words of the glossary that the sheet explains")

    @field_validator("text")
    @classmethod
    def _is_short(cls, text: str) -> str:
        if message := _too_long(text, LONGEST_EASIER, "an easier sheet"):
            raise RuleError("easier-length", message, CUT)
        return text


class Reason(Record):
    """Why of two events one could not come before the other."""

    first: EventId = Field(description="Id of the earlier event")
    then: EventId = Field(description="Id of the later event")
    why: Text = Field(description="Why it could not have been the other way round, in one sentence", max_length=240)


class Role(Record):
    """A part in a role play, as far as the record tells what this side wanted."""

    name: Text = Field(description="Who it is", max_length=80)
    actor: ActorId | None = Field(None, description="Id of the person or body, where it has a page")
    wants: tuple[Text, ...] = Field(min_length=1, max_length=4, description="What this side wants; each cites")
    can_give: Text = Field(description="What it can offer", max_length=240)
    will_not: Text = Field(description="What it does not give up", max_length=240)


class RolePlay(Record):
    """Talks that a class holds again, with a card for each side."""

    event: EventId = Field(description="Id of the event that is played")
    situation: Text = Field(description="Where things stand when it begins, for all to hear; cites", max_length=700)
    roles: tuple[Role, ...] = Field(min_length=2, max_length=8, description="A card for each side")
    rounds: tuple[Text, ...] = Field(min_length=1, max_length=5, description="What happens in each round")
    afterwards: tuple[Question, ...] = Field((), max_length=4, description="What to ask when it is over")


class UnitPart(Record):
    """The era's place in a series of lessons on the whole timeline."""

    lesson: Annotated[int, Field(ge=1, le=20)] = Field(description="Which lesson of the unit; two eras may share one")
    does: Text = Field(description="What this lesson does with the pack", max_length=300)


class Teaching(Record):
    """What the classroom pack of an era is made of. Texts are Markdown and may cite."""

    minutes: Annotated[int, Field(ge=15, le=300)] = Field(description="Time that the pack needs, in minutes")
    question: Text | None = Field(
        None, description="The one question that the lesson asks, on the board from first to last", max_length=120
    )
    aims: tuple[Text, ...] = Field(min_length=1, description="What a student can do after the lesson")
    unit: UnitPart | None = Field(None, description="The era's place in a series of lessons on the whole timeline")
    words: tuple[Word, ...] = Field((), description="Words that the lesson teaches")
    warm_up: Text = Field(description="How the lesson begins, in five minutes", max_length=600)
    reading: Text | None = Field(None, description="The text of the student sheet, with links to the era's events")
    easier: Easier | None = Field(None, description="The student sheet in plainer words")
    questions: Questions = Field(default_factory=Questions, description="Questions for discussion at three levels")
    further: tuple[Question, ...] = Field((), max_length=3, description="Harder questions for those who finish early")
    about_timeline: tuple[Question, ...] = Field(
        (), description="Questions about the timeline itself, its choices and limits"
    )
    cards: tuple[EventId, ...] = Field(
        (),
        max_length=8,
        description="Six to eight events of the era for cards, no two on one day; chosen by weight when left out",
    )
    reasons: tuple[Reason, ...] = Field((), description="Why of two cards one could not come before the other")
    booklet: Booklet | None = Field(None, description="Sources in their own words, on one question")
    compare: tuple[Comparison, ...] = Field((), description="Disputes for the comparison of sources")
    role_play: RolePlay | None = Field(None, description="Talks that a class holds again")
    notes: tuple[Text, ...] = Field((), description="Notes for the teacher: what to know and where to take care")

    @field_validator("reading")
    @classmethod
    def _fits_a_page(cls, text: str | None) -> str | None:
        if message := _too_long(text or "", LONGEST_READING, "a student sheet"):
            raise RuleError("reading-length", message, CUT)
        return text

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield every Markdown text with the way to it."""
        for name in ("aims", "notes"):
            yield from (((name, index), text) for index, text in enumerate(getattr(self, name)))
        yield ("warm_up",), self.warm_up
        if self.reading:
            yield ("reading",), self.reading
        if self.easier:
            yield ("easier", "text"), self.easier.text
        for trail, question in self.asked():
            yield from _said(trail, question)
        for index, comparison in enumerate(self.compare):
            yield from _pairs(("compare", index), task=comparison.task, answer=comparison.answer)
        for index, reason in enumerate(self.reasons):
            yield ("reasons", index, "why"), reason.why
        if self.booklet:
            for index, extract in enumerate(self.booklet.sources):
                yield from _pairs(("booklet", "sources", index), ask=extract.ask, answer=extract.answer)
        if self.role_play:
            yield from _played(self.role_play)

    def asked(self) -> Iterator[tuple[tuple[str | int, ...], Question]]:
        """Yield every question with the way to it."""
        if self.easier:
            yield from _numbered(("easier", "questions"), self.easier.questions)
        for level in ("easy", "medium", "hard"):
            yield from _numbered(("questions", level), getattr(self.questions, level))
        yield from _numbered(("further",), self.further)
        yield from _numbered(("about_timeline",), self.about_timeline)
        if self.booklet:
            yield ("booklet", "task"), self.booklet.task
        if self.role_play:
            yield from _numbered(("role_play", "afterwards"), self.role_play.afterwards)


def _too_long(text: str, most: int, what: str) -> str:
    """Return what is wrong with a text of more words than a sheet has room for, and nothing for others."""
    words = count_words(text)
    return f"{words} words; {what} has at most {most}" if words > most else ""


def _numbered(
    trail: tuple[str | int, ...], questions: Sequence[Question]
) -> Iterator[tuple[tuple[str | int, ...], Question]]:
    yield from (((*trail, index), question) for index, question in enumerate(questions))


def _said(trail: tuple[str | int, ...], question: Question) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from _pairs(trail, ask=question.ask, answer=question.answer)
    yield from (((*trail, "levels", index), text) for index, text in enumerate(question.levels))
    yield from _pairs(trail, model=question.model)


def _pairs(trail: tuple[str | int, ...], **texts: str | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from (((*trail, name), text) for name, text in texts.items() if text)


def _played(play: RolePlay) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("role_play", "situation"), play.situation
    for number, role in enumerate(play.roles):
        trail = ("role_play", "roles", number)
        yield from (((*trail, "wants", index), text) for index, text in enumerate(role.wants))
        yield from _pairs(trail, can_give=role.can_give, will_not=role.will_not)
    yield from ((("role_play", "rounds", index), text) for index, text in enumerate(play.rounds))

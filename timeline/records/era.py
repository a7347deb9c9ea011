"""An era, and what it says for classrooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Protocol, TypeVar

from pydantic import Field, field_validator

from timeline.records.quote import Quote
from timeline.records.source import Citation
from timeline.records.texts import count_words
from timeline.records.values import EdtfDate, EventId, Id, Label, Record, RuleError, Text

LONGEST_EASIER = 120
"""Words of an easier sheet's text."""


class Asking(Protocol):
    """A dispute, as far as an exercise looks at it."""

    @property
    def question(self) -> str:
        """Return the question on which sources disagree."""


D = TypeVar("D", bound=Asking)


class Word(Record):
    """A word of the curriculum with its meaning."""

    word: Text = Field(description="The word", max_length=60)
    meaning: Text = Field(description="What it means, in one line of plain words", max_length=160)


class Question(Record):
    """A question to a class, and what a teacher may expect to hear."""

    ask: Text = Field(description="The question or task", max_length=300)
    answer: Text | None = Field(None, description="What a good answer holds; stands on the teacher's sheet alone")


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


class Easier(Record):
    """The student sheet in plainer words, for those who read with effort."""

    text: Text = Field(description="The era in short sentences of plain words, with links to its events")
    questions: tuple[Question, ...] = Field(min_length=1, max_length=4, description="What the text answers")
    words: tuple[Id, ...] = Field((), max_length=6, description="Ids of words of the glossary that the sheet explains")

    @field_validator("text")
    @classmethod
    def _is_short(cls, text: str) -> str:
        if (words := count_words(text)) > LONGEST_EASIER:
            message = f"{words} words; an easier sheet has at most {LONGEST_EASIER}"
            raise RuleError("easier-length", message, "leave out what the questions do not need")
        return text


class Teaching(Record):
    """What the classroom pack of an era is made of. Texts are Markdown and may cite."""

    minutes: Annotated[int, Field(ge=15, le=300)] = Field(description="Time that the pack needs, in minutes")
    question: Text | None = Field(
        None, description="The one question that the lesson asks, on the board from first to last", max_length=120
    )
    aims: tuple[Text, ...] = Field(min_length=1, description="What a student can do after the lesson")
    words: tuple[Word, ...] = Field((), description="Words of the curriculum that the lesson uses")
    warm_up: Text = Field(description="How the lesson begins, in five minutes", max_length=600)
    easier: Easier | None = Field(None, description="The student sheet in plainer words")
    questions: Questions = Field(default_factory=Questions, description="Questions for discussion at three levels")
    about_timeline: tuple[Question, ...] = Field(
        (), description="Questions about the timeline itself, its choices and limits"
    )
    cards: tuple[EventId, ...] = Field(
        (), max_length=8, description="Six to eight events of the era for cards; landmarks and majors when left out"
    )
    compare: tuple[Comparison, ...] = Field((), description="Disputes for the comparison of sources")
    notes: tuple[Text, ...] = Field((), description="Notes for the teacher: what to know and where to take care")

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield every Markdown text with the way to it."""
        for name in ("aims", "notes"):
            yield from (((name, index), text) for index, text in enumerate(getattr(self, name)))
        yield ("warm_up",), self.warm_up
        if self.easier:
            yield ("easier", "text"), self.easier.text
            yield from _asked(self.easier.questions, ("easier", "questions"))
        for level in ("easy", "medium", "hard"):
            yield from _asked(getattr(self.questions, level), ("questions", level))
        yield from _asked(self.about_timeline, ("about_timeline",))
        for index, comparison in enumerate(self.compare):
            yield ("compare", index, "task"), comparison.task
            if comparison.answer:
                yield ("compare", index, "answer"), comparison.answer


def _asked(
    questions: tuple[Question, ...], trail: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, question in enumerate(questions):
        yield (*trail, index, "ask"), question.ask
        if question.answer:
            yield (*trail, index, "answer"), question.answer


class Era(Record):
    """A stretch of the timeline with a name and a story."""

    title: Text = Field(description="Name of the era", max_length=80)
    date: EdtfDate = Field(description="First and last day as an EDTF interval; eras follow each other without a gap")
    summary: Text = Field(description="One or two sentences", max_length=320)
    narrative: Text = Field(description="The story of the era in Markdown; every paragraph cites")
    citations: tuple[Citation, ...] = Field(
        (), description="Everything the narrative cites that has no key of its own yet"
    )
    quotes: tuple[Quote, ...] = Field((), description="Short quotations in their own language")
    teaching: Teaching | None = Field(None, description="What the era's classroom pack says beside the events")
    aliases: tuple[Id, ...] = Field(
        (), description="Former ids: they redirect for ever", examples=[["restoration-years"]]
    )

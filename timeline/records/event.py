"""The records of a timeline: events, eras, actors, places, topics, terms and the story."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field, model_validator

from timeline.records.quote import Quote
from timeline.records.source import Citation
from timeline.records.values import (
    ActorId,
    Cited,
    EdtfDate,
    EventId,
    ExactDay,
    Id,
    Number,
    PlaceId,
    Record,
    RuleError,
    Text,
    TopicId,
)

Importance = Literal["landmark", "major", "minor"]

IMPORTANCE: tuple[Importance, ...] = get_args(Importance)
"""How large an event is drawn, the largest first."""
LINK_TYPES = ("led_to", "implements", "replaces", "responds_to", "contradicts", "follows")


class Figure(Record):
    """A number as data: what, how much, of what, when, and who measured it."""

    label: Text = Field(description="What was measured, in a few words", max_length=120, examples=["Prussian losses"])
    value: Number | None = Field(None, description="The number; or give `low` and `high`", examples=[16000])
    low: Number | None = Field(None, description="Lower end of a range of estimates", examples=[11000])
    high: Number | None = Field(None, description="Upper end of a range of estimates", examples=[12000])
    unit: Text = Field(
        description="Unit: %, votes, people, US dollars per 1,000 m3", max_length=60, examples=["people"]
    )
    base: Text | None = Field(
        None,
        description="What a share is a share of: votes cast, registered voters, respondents",
        max_length=120,
        examples=["of votes cast"],
    )
    date: EdtfDate | None = Field(
        None, description="When the number held, as EDTF; the event's own date when left out", examples=["1815-06-16"]
    )
    measured_by: Text = Field(description="Who counted, asked or estimated", max_length=120, examples=["Prussian army"])
    group: Text | None = Field(
        None,
        description="Figures of one group share one unit and are drawn as bars side by side",
        max_length=120,
        examples=["Losses on both sides"],
    )
    citations: tuple[Cited, ...] = Field(
        min_length=1,
        description="Citation keys, each with a locator after a comma if need be",
        examples=[["clark-2006, p. 301"]],
    )
    note: Text | None = Field(None, description="A caveat", max_length=300, examples=["Without the wounded."])

    @model_validator(mode="after")
    def _has_a_number(self) -> Figure:
        if (self.value is None) == (self.low is None and self.high is None):
            raise RuleError(
                "figure-number",
                f'the figure "{self.label}" needs either a value or a range',
                "write value:, or low: and high:",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RuleError("figure-number", f"low ({self.low}) is above high ({self.high})", "swap them")
        return self


class Position(Record):
    """One answer to a disputed question."""

    claim: Text = Field(description="The answer", max_length=400, examples=["He could have come by four o'clock."])
    held_by: Text = Field(description="Who holds it", max_length=160, examples=["Christopher Clark"])
    citations: tuple[Cited, ...] = Field(
        min_length=1,
        description="Citation keys, each with a locator after a comma if need be",
        examples=[["clark-2006, p. 301"]],
    )


class Dispute(Record):
    """A question on which sources disagree. Nothing is averaged, nothing is picked silently."""

    question: Text = Field(
        description="The question, ending in a question mark",
        max_length=200,
        examples=["Could help have come in time?"],
    )
    positions: tuple[Position, ...] = Field(min_length=2, description="Two answers or more")
    note: Text | None = Field(
        None,
        description="Why they differ, if known, and what would settle it",
        max_length=500,
        examples=["They time the first message differently."],
    )


class Links(Record):
    """Typed links from this event to others; the build adds the way back."""

    led_to: tuple[EventId, ...] = Field(
        (), description="Events that followed from this one", examples=[["1815-waterloo"]]
    )
    implements: tuple[EventId, ...] = Field(
        (), description="What this event puts into practice", examples=[["1815-waterloo"]]
    )
    replaces: tuple[EventId, ...] = Field(
        (), description="What this event takes the place of", examples=[["1815-waterloo"]]
    )
    responds_to: tuple[EventId, ...] = Field((), description="What this event answers", examples=[["1815-waterloo"]])
    contradicts: tuple[EventId, ...] = Field(
        (), description="What this event goes against", examples=[["1815-waterloo"]]
    )
    follows: tuple[EventId, ...] = Field(
        (),
        description="What came before this event in the same series, as an election before an election",
        examples=[["1815-waterloo"]],
    )


class Correction(Record):
    """A change to what an event said, so that readers can see it."""

    date: ExactDay = Field(description="Day of the change", examples=["2026-11-22"])
    change: Text = Field(description="What was changed", max_length=400, examples=["The losses stood as 61,000."])
    before: Text | None = Field(
        None, description="The words as they stood, to be shown beside `now`", max_length=400, examples=["61,000 men"]
    )
    now: Text | None = Field(
        None, description="The words that stand in their place", max_length=400, examples=["16,000 men"]
    )
    reason: Text | None = Field(None, description="Why", max_length=400, examples=["The source says 16,000."])

    @model_validator(mode="after")
    def _shows_both_sides(self) -> Correction:
        if (self.before is None) != (self.now is None):
            message = "the words before the change and those after it are shown side by side"
            raise RuleError("correction-halves", message, "write both before: and now:, or neither")
        return self


class Event(Record):
    """One event of the timeline, with everything that its page says."""

    title: Text = Field(
        description="What happened, in a few words", max_length=90, examples=["Napoleon defeats Blücher at Ligny"]
    )
    date: EdtfDate = Field(
        description="When, as EDTF, no more precise than the sources",
        examples=["1815-06-18", "1815-06~", "1815-06-15/1815-06-18"],
    )
    date_note: Text | None = Field(
        None,
        description="What the date stands for, when that is not plain",
        max_length=200,
        examples=["Day of the signing; the treaty took effect a month later."],
    )
    summary: Text = Field(
        description="One sentence that stands alone: card, feed entry, social card",
        max_length=200,
        examples=["Two days before Waterloo the French beat the Prussians for the last time."],
    )
    topics: tuple[TopicId, ...] = Field(
        min_length=1,
        description="Ids from reference/topics.yaml; the first is the event's lane",
        examples=[["battle"]],
    )
    importance: Importance = Field(description="How large it is drawn", examples=["minor"])
    places: tuple[PlaceId, ...] = Field((), description="Ids from reference/places.yaml", examples=[["ligny"]])
    actors: tuple[ActorId, ...] = Field((), description="Ids of files in reference/actors/", examples=[["napoleon"]])
    body: Text = Field(
        description="80 to 220 words of Markdown; every paragraph cites: [@key, p. 3]",
        examples=["What happened, who did it, what it changed, what was left open [@clark-2006, p. 301]."],
    )
    figures: tuple[Figure, ...] = Field((), description="Numbers as data")
    disputes: tuple[Dispute, ...] = Field((), description="Where sources disagree")
    quotes: tuple[Quote, ...] = Field((), description="Short quotations in their own language")
    links: Links = Field(default_factory=Links, description="Typed links to other events")
    citations: tuple[Citation, ...] = Field(min_length=1, description="Everything the event cites")
    aliases: tuple[Id, ...] = Field((), description="Former ids: they redirect for ever", examples=[["1815-sombreffe"]])
    corrections: tuple[Correction, ...] = Field((), description="What was changed after publication, and why")

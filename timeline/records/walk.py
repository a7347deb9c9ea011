"""Short walks through the timeline that begin with a question."""

from __future__ import annotations

from pydantic import Field

from timeline.records.stage import Stage
from timeline.records.values import EventId, Record, Text


class Step(Record):
    """One stop of a walk: an event, and what to look for there."""

    event: EventId = Field(description="Id of the event")
    look: Text = Field(description="What to look for in it, or why it comes next", max_length=240)
    stage: Stage | None = Field(None, description="What stands beside it, where the event alone does not say it")


class Walk(Record):
    """A question, and the events that let a reader answer it."""

    question: Text = Field(description="The question, as a reader would ask it", max_length=80)
    summary: Text = Field(description="What the walk shows, in a sentence; it does not give the answer", max_length=240)
    steps: tuple[Step, ...] = Field(min_length=2, max_length=8, description="The stops, in the order of the walk")

"""The story that the whole timeline tells, moment by moment."""

from __future__ import annotations

from pydantic import Field

from timeline.records.stage import Stage
from timeline.records.values import EventId, Record, Text


class Moment(Record):
    """One step of the story: an event, and why it is a turning point."""

    event: EventId = Field(description="Id of the event")
    heading: Text = Field(description="A few words for the step", max_length=60)
    gist: Text | None = Field(None, description="The step in one sentence, for those who skim", max_length=160)
    text: Text = Field(description="Why this is a turning point; cites", max_length=700)
    stage: Stage | None = Field(None, description="What stands beside it, where the event alone does not say it")


class Story(Record):
    """The defining moments, in order."""

    title: Text = Field(description="Name of the walk", max_length=80)
    moments: tuple[Moment, ...] = Field(min_length=1, description="The steps, in order of time")

"""The story that the whole timeline tells, moment by moment."""

from __future__ import annotations

from pydantic import Field

from timeline.records.values import EventId, Record, Text


class Moment(Record):
    """One step of the story: an event, and why it is a turning point."""

    event: EventId = Field(description="Id of the event")
    heading: Text = Field(description="A few words for the step", max_length=60)
    text: Text = Field(description="Why this is a turning point; cites", max_length=700)


class Story(Record):
    """The defining moments, in order."""

    title: Text = Field(description="Name of the walk", max_length=80)
    moments: tuple[Moment, ...] = Field(min_length=1, description="The steps, in order of time")

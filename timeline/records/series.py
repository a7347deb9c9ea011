"""Numbers over time: polls, votes, prices."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from timeline.records.values import Cited, EdtfDate, EventId, Id, Number, Record, Text


class Point(Record):
    """One value of a series."""

    date: EdtfDate = Field(
        description="When the value held: the wave of a poll, the day of a vote, the year of a price"
    )
    value: Number = Field(description="The number")
    citations: tuple[Cited, ...] = Field(min_length=1, description="Citation keys of the project")
    note: Text | None = Field(None, description="A caveat of this one value", max_length=300)


class Line(Record):
    """One line of a chart: values that may be compared with each other."""

    title: Text = Field(description="What the line shows, in a few words", max_length=60)
    measured_by: Text | None = Field(None, description="Who measured, when lines differ in that", max_length=160)
    points: tuple[Point, ...] = Field(min_length=1, description="Values in order of time")


class Series(Record):
    """Numbers over time that one chart may show: same question, same measure, comparable base."""

    title: Text = Field(description="What is shown", max_length=100)
    summary: Text = Field(description="What a reader should see in it, in one or two sentences", max_length=320)
    kind: Literal["poll", "vote", "price", "ranking", "count"] = Field(description="What sort of numbers these are")
    unit: Text = Field(description="Unit of all values", max_length=60)
    base: Text | None = Field(None, description="What a share is a share of", max_length=160)
    question: Text | None = Field(None, description="Wording of the question, for polls and votes", max_length=400)
    measured_by: Text = Field(description="Who measured", max_length=200)
    method: Text | None = Field(None, description="Population, sample, way of asking", max_length=400)
    note: Text | None = Field(None, description="Caveats: what must not be read into it", max_length=600)
    joined: bool = Field(True, description="Whether values are joined by lines; false for single values side by side")
    lines: tuple[Line, ...] = Field(min_length=1, description="The lines of the chart")
    events: tuple[EventId, ...] = Field((), description="Events that these numbers belong to")
    places_up: bool = Field(False, description="Whether 1 stands on top, as for places in a ranking")
    aliases: tuple[Id, ...] = Field((), description="Former ids: they redirect for ever", examples=[["former-name"]])

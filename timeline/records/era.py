"""An era: a stretch of the timeline with a name and a story."""

from __future__ import annotations

from pydantic import Field

from timeline.records.quote import Quote
from timeline.records.source import Citation
from timeline.records.teaching import Teaching
from timeline.records.values import EdtfDate, Id, Record, Text


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

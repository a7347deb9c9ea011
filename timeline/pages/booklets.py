"""Booklets of sources: quotations of events with what a class needs to judge them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.citations.house_style import label
from timeline.language import lessons
from timeline.language.labels import KIND_WORDS
from timeline.records.era import Era
from timeline.records.event import Event
from timeline.records.quote import Quote
from timeline.records.teaching import Extract
from timeline.records.texts import cite_of


class Source(NamedTuple):
    """A quotation in a booklet, with the event that holds it and what is asked of it."""

    event: Item[Event]
    quote: Quote
    extract: Extract


def extracts(catalogue: Catalogue, era: Item[Era]) -> list[Source]:
    """Return the sources of an era's booklet in reading order."""
    teaching = era.record.teaching
    found = []
    for extract in teaching.booklet.sources if teaching and teaching.booklet else ():
        event = catalogue.events[extract.event]
        if quote := extract.find(event.record.quotes):
            found.append(Source(event, quote, extract))
    return found


def kept(catalogue: Catalogue, quote: Quote) -> str:
    """Return where the words of a quotation can be found, in short: maker, kind, place in it, host or archive."""
    return "; ".join(_kept(catalogue, text) for text in quote.citations)


def _kept(catalogue: Catalogue, text: str) -> str:
    cite = cite_of(text)
    source = catalogue.sources[cite.key].record
    return lessons.kept(
        label(source), KIND_WORDS[source.kind], cite.locator or "", source.host, bool(source.archive_location)
    )


HELPERS: dict[str, Callable[..., Any]] = {"extracts": extracts, "kept": kept, "law_of_quotations": lambda: lessons.LAW}
"""Functions that the templates of packs call by name."""

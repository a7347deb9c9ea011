"""Questions for learning platforms: which of two came first, who said it, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.language import handouts as words
from timeline.language.dates import words as in_words
from timeline.pages import booklets, classroom
from timeline.pages.plain_text import plain
from timeline.records.era import Era

LONGEST = 200
"""Letters of a quotation that a learning platform shows on one screen."""


class Choice(NamedTuple):
    """A question with one right answer; the answers stand in the order of their letters."""

    id: str
    ask: str
    right: str
    others: tuple[str, ...]
    why: str

    @property
    def answers(self) -> list[str]:
        """Return every answer, in an order that does not give the right one away."""
        return sorted((self.right, *self.others), key=str.casefold)


def questions(catalogue: Catalogue, era: Item[Era]) -> list[Choice]:
    """Return the questions of an era's quiz."""
    return [*_firsts(catalogue, era), *_voices(catalogue, era)]


def _firsts(catalogue: Catalogue, era: Item[Era]) -> Iterator[Choice]:
    told = {(first.id, then.id): plain(why) for first, then, why in classroom.reasons(catalogue, era)}
    for first, then in pairwise(classroom.to_order(catalogue, era)):
        one, other = sorted((first.record.title, then.record.title), key=str.casefold)
        why = words.because(
            f"{first.record.title}: {in_words(first.record.date)}; {then.record.title}: {in_words(then.record.date)}",
            told.get((first.id, then.id), ""),
        )
        yield Choice(f"first-{first.id}", words.first_of(one, other), first.record.title, (then.record.title,), why)


def _voices(catalogue: Catalogue, era: Item[Era]) -> Iterator[Choice]:
    found = booklets.extracts(catalogue, era)
    speakers = list(dict.fromkeys(source.quote.speaker for source in found))
    for number, source in enumerate(found, 1):
        quote = source.quote
        said = quote.translation or quote.text
        others = tuple(name for name in speakers if name != quote.speaker)[:3]
        if others and len(said) <= LONGEST:
            when = in_words(quote.date) if quote.date else ""
            why = words.because(words.speaker(quote.speaker, when), quote.context or "")
            yield Choice(f"voice-{number}-{source.event.id}", words.who_says(said), quote.speaker, others, why)

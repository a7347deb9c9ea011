"""Rules about quotations: words in the language that they claim, a translation where readers need one, a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.language.labels import language_name
from timeline.language.scripts import misfit
from timeline.problems import Problem
from timeline.project import settings
from timeline.reading.corpus import Corpus, Entry
from timeline.records.quote import Quote
from timeline.records.texts import cite_of


def quoted_words(corpus: Corpus) -> Iterator[Problem]:
    """A quotation is in the language that it names, and has a translation unless that is the site's."""
    site = settings.language(corpus.root)
    for entry, number, quote in quotes(corpus):
        trail = ("quotes", number)
        if strange := misfit(quote.text, quote.language):
            remedy = "write the language of these very words, such as fr, en-GB or sr-Latn, or mend their letters"
            yield entry.problem((*trail, "language"), "quote-language", strange, remedy)
        if quote.translation is None:
            if not _same(quote.language, site):
                message = f"words in {language_name(quote.language)} stand without a translation"
                remedy = f"add translation: in {language_name(site)}, and translated_by:"
                yield entry.problem((*trail, "text"), "quote-translation", message, remedy)
        elif strange := misfit(quote.translation, site):
            remedy = f"write the translation in {language_name(site)}, the language of the site"
            yield entry.problem((*trail, "translation"), "quote-translation", strange, remedy)


def quoted_places(corpus: Corpus) -> Iterator[Problem]:
    """Each citation of a quotation says where in its source the words stand, or why that cannot be said."""
    for entry, number, quote in quotes(corpus):
        located = {citation.key for citation in entry.record.citations if citation.locator}
        for index, text in enumerate(quote.citations):
            cite = cite_of(text)
            if not (cite.locator or quote.unlocated or cite.key in located):
                message = f'"{text}" does not say where in the source the words stand'
                remedy = f'write "{cite.key}, p. 3", or say why that cannot be told: unlocated: a page without numbers'
                yield entry.problem(("quotes", number, "citations", index), "quote-place", message, remedy)


def quotes(corpus: Corpus) -> Iterator[tuple[Entry[Any], int, Quote]]:
    """Yield every quotation with what holds it and its number there."""
    for entries in (corpus.events, corpus.eras):
        for entry in entries.values():
            for number, quote in enumerate(entry.record.quotes):
                yield entry, number, quote


def _same(one: str, other: str) -> bool:
    return one.partition("-")[0] == other.partition("-")[0]

"""Words that pages take from many records at once: the glossary, titles of sources, quotations for the search."""

from __future__ import annotations

from collections import Counter
from typing import Any

from timeline.catalogue import Catalogue
from timeline.citations.house_style import label, title_of
from timeline.pages.plain_text import plain


def quoted(record: Any) -> list[str]:
    """Return what the search knows of the quotations of a record: who speaks, in either language."""
    parts = (part for quote in record.quotes for part in (quote.speaker, quote.text, quote.translation))
    return [part for part in parts if part]


def titles(catalogue: Catalogue) -> dict[str, str]:
    """Return what tells the page of each source from all others: title, maker and date, and the key if need be."""
    titles = {key: f"{title_of(item.record)} ({label(item.record)})" for key, item in catalogue.sources.items()}
    counts = Counter(titles.values())
    return {key: title if counts[title] == 1 else f"{title}, {key}" for key, title in titles.items()}


def glossary(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Return every word of the glossary with the id and the plain definition of its entry."""
    return {
        word: (item.id, plain(item.record.definition))
        for item in catalogue.terms.values()
        for word in (item.record.term, *item.record.variants)
    }

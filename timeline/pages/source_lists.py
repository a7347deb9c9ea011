"""Lists of sources as templates need them: by letter, by kind, by use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from timeline.catalogue import Catalogue, Item, Use, sorted_by, source_order
from timeline.language.labels import (
    ALL_OF_THEM,
    BALANCE_WORDS,
    CHECKED_WORDS,
    KIND_WORDS,
    NO_LANGUAGE,
    UNSEEN_WORDS,
    language_name,
)
from timeline.language.letters import initial
from timeline.language.phrases import capital
from timeline.records.source import Citation, Source

Rows = list[tuple[str, int, str]]


def by_letter(sources: Iterable[Item[Source]]) -> Iterator[tuple[str, list[Item[Source]]]]:
    """Yield sources under the first letter of the name they are sorted by."""

    def letter(item: Item[Source]) -> str:
        return initial(sorted_by(item.record)) or "0–9"

    for name, group in groupby(sorted(sources, key=lambda item: source_order(item.record)), key=letter):
        yield name, list(group)


def balance(catalogue: Catalogue) -> list[tuple[str, Rows]]:
    """Return tables that describe the sources: by kind, by language, by what was read of them and what was not seen."""
    sources = [item.record for item in catalogue.sources.values()]
    best = Counter(best_read(use.checked for use in catalogue.uses.get(key, ())) for key in catalogue.sources)
    tables = [
        (BALANCE_WORDS["kind"], _rows(Counter(KIND_WORDS[source.kind] for source in sources))),
        (BALANCE_WORDS["language"], _rows(Counter(_language(source) for source in sources))),
        (BALANCE_WORDS["read"], _rows(best)),
        (BALANCE_WORDS["era"], _by_era(catalogue)),
        (BALANCE_WORDS["unseen"], _rows(_unseen(sources))),
    ]
    return [(title, rows) for title, rows in tables if rows]


def _unseen(sources: list[Source]) -> Counter[str]:
    """Return how many sources lack what a reference should name."""
    counts = {said: sum(not getattr(source, field) for source in sources) for field, said in UNSEEN_WORDS.items()}
    return +Counter(counts)


def _language(source: Source) -> str:
    return language_name(source.language) if source.language else NO_LANGUAGE


def _by_era(catalogue: Catalogue) -> Rows:
    cited = {
        (catalogue.era_of.get(use.id, ""), key)
        for key, uses in catalogue.uses.items()
        for use in uses
        if use.kind == "event"
    }
    counts = Counter(era for era, _ in cited)
    most = max(counts.values(), default=1)
    return [
        (era.record.title, counts[era.id], f"{counts[era.id] / most:.4f}")
        for era in catalogue.eras.values()
        if counts[era.id]
    ]


def best_read(states: Iterable[str | None]) -> str:
    """Return how much of a source was read at best: a key of the words for it."""
    order = list(CHECKED_WORDS)
    return min((state for state in states if state), key=order.index, default=order[-1])


def _rows(counts: Counter[str]) -> Rows:
    most = max(counts.values(), default=1)
    return [(capital(name), count, f"{count / most:.4f}") for name, count in counts.most_common()]


def checked_counts(citations: Iterable[Citation]) -> list[tuple[str, str]]:
    """Return how many sources of an event were read in full, in part or not, as words."""
    counts: Counter[str] = Counter(citation.checked for citation in citations)
    total = sum(counts.values())
    return [
        (said, ALL_OF_THEM if counts[key] == total and total > 1 else str(counts[key]))
        for key, said in CHECKED_WORDS.items()
        if counts[key]
    ]


def citer(catalogue: Catalogue, use: Use) -> tuple[str, str]:
    """Return the name of what cites a source, and its address below the root."""
    item = catalogue.item(use.kind, use.id)
    return item.name, item.path

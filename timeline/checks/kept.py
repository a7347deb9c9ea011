"""Addresses that were published are kept: by the record, by an alias of one, or by a reason why it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from timeline.problems import MOST, Problem
from timeline.reading import registry
from timeline.reading.corpus import Corpus, Entry, defined_keys
from timeline.records.kinds import KIND, KIND_OF_MANY, KINDS
from timeline.records.source import CitedRecord


def kept_ids(corpus: Corpus) -> Iterator[Problem]:
    """Every published id is still one, is a former one of a record, or has a reason in the list of what is gone."""
    found = registry.read(corpus.root)
    yield from found.problems
    for many, ids in found.ids.items():
        known = existing(corpus, many)
        if known is None or many not in KIND_OF_MANY:
            continue
        kind = KIND_OF_MANY[many]
        known |= aliases(corpus, many)
        lost = ((index, id_) for index, id_ in enumerate(ids) if id_ not in known)
        lost = ((index, id_) for index, id_ in lost if f"{kind.one}:{id_}" not in found.gone)
        for index, id_ in islice(lost, MOST + 1):
            message = f'{kind.one} "{id_}" was published, and nothing keeps its address'
            remedy = f"write aliases: [{id_}] in what it became, or the reason in {registry.GONE}"
            yield found.file.problem((many, index), "lost-id", message, remedy)
    for name in found.gone:
        one, _, id_ = name.partition(":")
        many = KIND[one].many
        led = id_ in aliases(corpus, many)
        if led or id_ in (existing(corpus, many) or ()):
            message = f'{one} "{id_}" is not gone' + (": it is among the aliases of another" if led else "")
            yield Problem(registry.GONE, 1, 1, "not-gone", message, "take it out of the list")


def existing(corpus: Corpus, many: str) -> set[str] | None:
    """Return the ids of a kind, or None while nobody knows them all."""
    if many == "sources":
        return defined_keys(corpus)
    return set(corpus.ids[many]) if many in corpus.ids else None


def aliases(corpus: Corpus, many: str) -> set[str]:
    """Return the former ids of a kind."""
    found = {alias for entry in getattr(corpus, many).values() for alias in getattr(entry.record, "aliases", ())}
    if many == "sources":
        holders: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
        inline = (c for entry in holders for c in entry.record.citations if isinstance(c, CitedRecord))
        found |= {alias for citation in inline for alias in citation.aliases}
    return found


def published(corpus: Corpus) -> str:
    """Return the text of the registry with the ids of today added; none is ever taken away."""
    known = registry.read(corpus.root).ids
    ids = {kind.many: {*known.get(kind.many, ()), *(existing(corpus, kind.many) or ())} for kind in KINDS}
    return registry.text({many: tuple(found) for many, found in ids.items()})

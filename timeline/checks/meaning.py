"""What somebody means who writes a name or a title where an id has to stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.language.letters import lookalike
from timeline.reading.corpus import Corpus
from timeline.records.ids import slug


def meant(text: str, kind: str, corpus: Corpus) -> str | None:
    """Return the id of the one record of a kind (`topics`) that bears this name or title, in any spelling."""
    known = getattr(corpus, kind)
    if (id_ := slug(text)) in known:
        return id_
    name = lookalike(text)
    found = {entry.id for entry in known.values() if name in map(lookalike, _names(entry.record))}
    return found.pop() if len(found) == 1 else None


def _names(record: Any) -> Iterator[str]:
    for field in ("title", "name", "term", "sort"):
        if value := getattr(record, field, None):
            yield value
    yield from getattr(record, "variants", ())
    names = getattr(record, "names", {})
    yield from names.values() if isinstance(names, dict) else ()

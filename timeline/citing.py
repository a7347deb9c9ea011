"""Where a record cites: its texts, and its lists of citation keys, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from timeline import prose
from timeline.base import Record
from timeline.corpus import Corpus, Entry
from timeline.sources import CitedRecord
from timeline.yamlfile import Trail


class Citing(NamedTuple):
    """One citation, the way to the text or list entry that holds it, and the words to look for there."""

    trail: Trail
    needle: str
    cite: prose.Cite


def citings(record: Record) -> Iterator[Citing]:
    """Yield every citation of a record, those of its texts first."""
    for trail, text in texts(record):
        for cite in prose.cites(text):
            yield Citing(trail, f"@{cite.key}" if cite.key else cite.locator or "@", cite)
    for trail, key in _listed(record):
        cite = prose.cite_of(key)
        yield Citing(trail, cite.key, cite)


def texts(record: Record) -> Iterator[tuple[Trail, str]]:
    """Yield the Markdown texts of a record with the way to each."""
    for name in ("body", "narrative", "definition"):
        if text := getattr(record, name, None):
            yield (name,), text
    for index, moment in enumerate(getattr(record, "moments", ())):
        yield ("moments", index, "text"), moment.text
    if teaching := getattr(record, "teaching", None):
        for trail, text in teaching.texts():
            yield ("teaching", *trail), text


def _listed(record: Record) -> Iterator[tuple[Trail, str]]:
    for name in ("figures", "disputes"):
        for index, part in enumerate(getattr(record, name, ())):
            yield from _keys(part, (name, index))
            for number, position in enumerate(getattr(part, "positions", ())):
                yield from _keys(position, (name, index, "positions", number))
    for index, line in enumerate(getattr(record, "lines", ())):
        for number, point in enumerate(line.points):
            yield from _keys(point, ("lines", index, "points", number))
    yield from _keys(record, ())


def _keys(holder: Record, trail: Trail) -> Iterator[tuple[Trail, str]]:
    for number, key in enumerate(getattr(holder, "citations", ())):
        if isinstance(key, str):
            yield (*trail, "citations", number), key


def citers(corpus: Corpus) -> list[Entry[Any]]:
    """Return every record that can cite."""
    entries: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    entries += [*corpus.actors.values(), *corpus.terms.values(), *corpus.series.values()]
    return [*entries, *([corpus.story] if corpus.story else [])]


def defined_keys(corpus: Corpus) -> set[str] | None:
    """Return the key of every source that a file or a citation defines, or None while some cannot be read."""
    if corpus.unread & {"events", "eras"}:
        return None
    holders: list[Entry[Any]] = [*corpus.events.values(), *corpus.eras.values()]
    inline = (c.key for entry in holders for c in entry.record.citations if isinstance(c, CitedRecord))
    return corpus.ids["sources"] | set(inline)

"""Names in texts: which people, bodies, states and places a text names, so that each is linked where it first does.

Only what can mean one record alone is linked: a record's own name anywhere, unless another record or a word of the
glossary has it too; other spellings, and the family name of a person, where the event says that they took part.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from timeline.catalogue import Catalogue, Item
from timeline.records.entities import sort_name


class Named(NamedTuple):
    """A name as it stands in texts, whose it is, and what is said of them beside it."""

    name: str
    kind: str
    id: str
    about: str
    family: bool = False
    """Whether it is a family name alone: then it belongs to others too, whose given name stands before it."""


Index = Mapping[str, tuple[Named, ...]]
"""Names by their first word, the longest first."""

WORD = r"(?<![\w-])[^\W\d_](?:[\w./-]*\w)?"
"""A word that may begin a name."""

_WORD_BEFORE = re.compile(r"(?P<end>^|[.!?:;]|[\x03\n])?\s*(?P<word>[^\s\x02\x03]+)\s+$")
_CAPITAL_AFTER = re.compile(r"\s+[A-ZÀ-ÞА-ЯЁЎІ]")


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a text may hold: those that mean one record everywhere, and those that do so in this text."""

    everywhere: Index = field(default_factory=dict)
    own: Index = field(default_factory=dict)

    def at(self, text: str, start: int, end: int) -> Named | None:
        """Return whose name begins with the word that stands there, or None."""
        word = text[start:end]
        if word[0].islower():
            return None
        for named in (*self.own.get(word, ()), *self.everywhere.get(word, ())):
            if length(named, text, start):
                return named if _alone(named, text, start) else None
        return None


def length(named: Named, text: str, start: int) -> int:
    """Return how far a name reaches from its place in a text, which may break its line; 0 where it does not stand."""
    pattern = r"\s+".join(map(re.escape, named.name.split())) + r"(?![\w-])"
    match = re.compile(pattern).match(text, start)
    return match.end() - start if match else 0


def _alone(named: Named, text: str, start: int) -> bool:
    """Return whether a name is no part of a longer one or of somebody's words, so far as letters tell."""
    before, size = text[:start], length(named, text, start)
    if not size or before.count("“") > before.count("”") or before.count('"') % 2:
        return False
    if " " in named.name:
        return True
    if _CAPITAL_AFTER.match(text, start + size) and not named.family:
        return False
    found = _WORD_BEFORE.search(before)
    if found is None or not found["word"][0].isupper() or found["word"][-1] in ".,;:!?)":
        return True
    return not named.family and found["end"] is not None


def everywhere(catalogue: Catalogue) -> dict[str, tuple[Named, ...]]:
    """Return the records' own names, each of which means one record alone.

    One word is enough for states alone: it may be any word for a body, and a government for a place.
    """
    items: list[Item[Any]] = [*catalogue.actors.values(), *catalogue.places.values()]
    said = Counter(item.record.name for item in items)
    said.update(word for term in catalogue.terms.values() for word in (term.record.term, *term.record.variants))
    chosen = (item for item in items if said[item.record.name] == 1 and _telling(item.record))
    return _index(_named(item, item.record.name) for item in chosen)


def of_event(catalogue: Catalogue, event: Any) -> dict[str, tuple[Named, ...]]:
    """Return the names and spellings of who took part in an event, and of where it was, without those of several."""
    items: list[Item[Any]] = [catalogue.actors[id_] for id_ in event.actors]
    items += [catalogue.places[id_] for id_ in event.places]
    found = [_named(item, name) for item in items for name in {item.record.name, *item.record.variants}]
    persons = [item for item in items if item.kind == "actor" and item.record.kind == "person"]
    found += [_named(item, sort_name(item.record).partition(",")[0], family=True) for item in persons]
    whose = defaultdict[str, set[str]](set)
    for named in found:
        whose[named.name].add(named.id)
    return _index(named for named in found if len(whose[named.name]) == 1)


def _telling(record: Any) -> bool:
    return " " in record.name or getattr(record, "kind", "") == "state"


def _named(item: Item[Any], name: str, family: bool = False) -> Named:
    record = item.record
    about = record.description or (record.country if item.kind == "place" else "")
    return Named(name, item.kind, item.id, about, family)


def _index(names: Iterable[Named]) -> dict[str, tuple[Named, ...]]:
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for named in names:
        first = re.match(WORD, named.name)
        if first:
            found[first.group()].append(named)
    return {word: tuple(sorted(some, key=lambda n: (-len(n.name), n))) for word, some in found.items()}

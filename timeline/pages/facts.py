"""Facts: what was read for a page, as it means the same in every run, and what a run leaves to the next."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from timeline.catalogue import Item


class Fact(NamedTuple):
    """One thing that was read: where (`catalogue`, `by_actor`), how, and by which key or arguments."""

    place: tuple[str, ...]
    how: str
    key: Hashable = ()


@dataclass(slots=True)
class Made:
    """A value that was made, and the numbers of the facts that were read for it."""

    value: Any
    facts: tuple[int, ...]


@dataclass(slots=True)
class Memory:
    """What one run leaves to the next: every fact with its mark, and what was made of them by key."""

    facts: tuple[tuple[Fact, bytes], ...] = ()
    grounds: Mapping[Fact, bytes] = field(default_factory=dict)
    """What answers rest on whose root says it: the same ground gives the same answer."""
    made: Mapping[bytes, Made] = field(default_factory=dict)


class Named(NamedTuple):
    """A record as an argument: the one that has this id."""

    kind: str
    id: str


def known(key: Any) -> tuple[Any] | None:
    """Return a key as it means the same in every run, or None if there is no such."""
    if key is None or isinstance(key, str | int | float):
        return (key,)
    if isinstance(key, Item):
        return (Named(key.kind, key.id),)
    if type(key) in (list, tuple):
        parts = [known(part) for part in key]
        return None if None in parts else (tuple(part[0] for part in parts if part),)
    return None

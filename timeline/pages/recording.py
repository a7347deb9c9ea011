"""What a page was made of: whatever it reads of catalogue and site is noted, so that it need not be made twice.

A fact is one thing that was read: a record by its id, a whole list, what a method answered. Its mark stands for what
was there. A page that was made before holds as long as every fact that it read has the same mark today.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from types import MethodType
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from timeline.catalogue import Item
from timeline.pages.facts import Fact, Made, Memory, Named, known
from timeline.project.cache import digest
from timeline.project.history import History

T = TypeVar("T")
P = ParamSpec("P")

_ABSENT = "absent"
_NEVER = "never"
"""How something was read that no later run can ask for again: what rests on it is made each time."""


class Recorder:
    """Notes what is read of its roots, and keeps what is made of it."""

    def __init__(
        self, roots: Mapping[str, Any], before: Memory | None = None, grounds: Mapping[str, bytes] | None = None
    ) -> None:
        """`roots`: from a name to what is watched; `before`: what the last run left.

        grounds: what stands for all that a root's answers rest on besides what it is asked; it is not asked in vain.
        """
        self._roots = dict(roots)
        self._before = before or Memory()
        self._rests_on = dict(grounds or {})
        self._grounds: dict[Fact, bytes] = {}
        self._old = {fact: mark for fact, mark in self._before.facts if fact in self._before.grounds}
        self._frames: list[set[int]] = []
        self._numbers: dict[Fact, int] = {}
        self._marks: dict[Fact, bytes] = {}
        self._same: dict[int, bool] = {}
        self._shared: dict[Hashable, Made] = {}
        self._common: set[int] = set()
        self._made: dict[bytes, Made] = {}
        self.still: Callable[[Any], bool] = lambda value: False
        """Whether what was made before can be had without being made again."""
        self.trimmed: Callable[[Any], Any] = lambda value: value
        """What is left of a value for the next run."""

    def watched(self, root: str) -> Any:
        """Return a stand-in for a root that notes what is read of it."""
        real = self._roots[root]
        return (_WatchedMapping if isinstance(real, Mapping) else _Watched)(self, (root,), real)

    def note(self, place: tuple[str, ...], how: str, key: Hashable = ()) -> None:
        """Note a fact for what is being made now."""
        if self._frames:
            means = known(key)
            self._frames[-1].add(self._number(Fact(place, _NEVER) if means is None else Fact(place, how, means[0])))

    def _number(self, fact: Fact) -> int:
        return self._numbers.setdefault(fact, len(self._numbers))

    def _observed(self, make: Callable[[], T]) -> tuple[T, tuple[int, ...]]:
        self._frames.append(set())
        try:
            value = make()
        finally:
            facts = tuple(self._frames.pop())
        self._replay(facts)
        return value, facts

    def _replay(self, facts: Iterable[int]) -> None:
        if self._frames:
            self._frames[-1].update(facts)

    def common(self, make: Callable[[], T]) -> T:
        """Return what all that is made later rests on, and so do the facts that are read for it."""
        value, facts = self._observed(make)
        self._common.update(facts)
        return value

    def shared(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what several share within this run: made once, noted for each."""
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = Made(*self._observed(make))
        else:
            self._replay(found.facts)
        value: T = found.value
        return value

    def kept(self, name: str, arguments: Sequence[Any], make: Callable[[], T]) -> T:
        """Return what was made before of the same, if it can still be had, or make it."""
        key = digest(name, *map(self._mark, arguments))
        old = self._before.made.get(key)
        if old and all(map(self._holds, old.facts)) and self.still(old.value):
            facts = tuple(self._number(self._before.facts[number][0]) for number in old.facts)
            self._replay(facts)
            self._made[key] = Made(old.value, facts)
            kept: T = old.value
            return kept
        value, facts = self._observed(make)
        self._made[key] = Made(self.trimmed(value), tuple({*facts, *self._common}))
        return value

    def memory(self) -> Memory:
        """Return what this run leaves to the next."""
        return Memory(tuple((fact, self._mark_of(fact)) for fact in self._numbers), self._grounds, self._made)

    def _holds(self, number: int) -> bool:
        found = self._same.get(number)
        if found is None:
            fact, mark = self._before.facts[number]
            found = self._same[number] = mark == self._mark_of(fact)
        return found

    def _mark_of(self, fact: Fact) -> bytes:
        """Return the mark of a fact as it is in this run."""
        found = self._marks.get(fact)
        if found is None:
            if fact.how == _NEVER:
                return os.urandom(8)
            try:
                found = self._same_ground(fact) or self._mark(self._look(fact))
            except Exception as error:  # a record that is gone: the page is made again, and says what is missing
                found = digest("error", repr(error))
            self._marks[fact] = found
        return found

    def _same_ground(self, fact: Fact) -> bytes | None:
        """Return the mark of an answer that rests on what it rested on before."""
        ground = self._rests_on.get(fact.place[0])
        if ground is None:
            return None
        self._grounds[fact] = ground = digest(ground, self._mark(self._meant(fact.key)))
        return self._old[fact] if self._before.grounds.get(fact) == ground else None

    def _look(self, fact: Fact) -> Any:
        place: Any = self._roots[fact.place[0]]
        for name in fact.place[1:]:
            place = getattr(place, name)
        match fact.how:
            case "at":
                return place.get(fact.key, _ABSENT)
            case "keys":
                return list(place)
            case "all":
                return list(place.items())
            case "call":
                name, *arguments = self._meant(fact.key)
                return getattr(place, name)(*arguments)
        return place

    def _meant(self, key: Any) -> Any:
        """Return a key with the records of this run in it."""
        if isinstance(key, Named):
            return self._roots["catalogue"].item(key.kind, key.id)
        return tuple(map(self._meant, key)) if isinstance(key, tuple) else key

    def _mark(self, value: Any) -> bytes:
        """Return what stands for a value: of records their contents, whoever holds them."""
        if isinstance(value, Item):
            place = value.kind, value.id, value.file, value.line
            found = _RECORDS.get(place)
            if found is None or found[0] is not value.record:
                found = _RECORDS[place] = value.record, digest(repr(value))
            return found[1]
        if isinstance(value, list | tuple):
            return digest(type(value).__name__, *map(self._mark, value))
        if isinstance(value, dict):
            return digest("dict", *(self._mark(part) for pair in value.items() for part in pair))
        return digest(type(value).__name__, repr(value))


_RECORDS: dict[tuple[str, str, str, int], tuple[Any, bytes]] = {}
"""The marks of records in this process: a preview makes most records only once."""


class _Watched:
    """Stands in for an object: what is read of it is noted."""

    def __init__(self, recorder: Recorder, place: tuple[str, ...], real: Any) -> None:
        self.__dict__.update(_recorder=recorder, _place=place, _real=real)

    def __getattr__(self, name: str) -> Any:
        recorder, place = self._recorder, self._place
        found = getattr(self._real, name)
        if isinstance(found, MethodType):
            return _asked(recorder, place, name, found)
        if isinstance(found, Mapping):
            self.__dict__[name] = mapping = _WatchedMapping(recorder, (*place, name), found)
            return mapping
        if isinstance(found, History):
            self.__dict__[name] = inner = _Watched(recorder, (*place, name), found)
            return inner
        recorder.note((*place, name), "value")
        return found


def _asked(recorder: Recorder, place: tuple[str, ...], name: str, method: MethodType) -> Callable[..., Any]:
    def ask(*arguments: Any) -> Any:
        recorder.note(place, "call", (name, *arguments))
        return method(*arguments)

    return ask


class _WatchedMapping(Mapping[Any, Any]):
    """Stands in for a mapping: which keys are asked for is noted, or that it is read as a whole."""

    def __init__(self, recorder: Recorder, place: tuple[str, ...], real: Mapping[Any, Any]) -> None:
        self._recorder, self._place, self._real = recorder, place, real

    def __getitem__(self, key: Any) -> Any:
        self._recorder.note(self._place, "at", key)
        return self._real[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._recorder.note(self._place, "at", key)
        return self._real.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._recorder.note(self._place, "at", key)
        return key in self._real

    def __iter__(self) -> Iterator[Any]:
        self._recorder.note(self._place, "keys")
        return iter(self._real)

    def __len__(self) -> int:
        self._recorder.note(self._place, "keys")
        return len(self._real)

    def keys(self) -> Any:
        self._recorder.note(self._place, "keys")
        return self._real.keys()

    def values(self) -> Any:
        self._recorder.note(self._place, "all")
        return self._real.values()

    def items(self) -> Any:
        self._recorder.note(self._place, "all")
        return self._real.items()


def kept(
    make: Callable[Concatenate[Any, P], T],
) -> Callable[Concatenate[Any, P], T]:
    """Let a method that makes a page, and whose object has a `recorder`, make it only when what it is made of changed.

    The method may read only of what the recorder watches, of its arguments, and of the engine's own files.
    """

    @wraps(make)
    def page(self: Any, *arguments: P.args, **named: P.kwargs) -> T:
        recorder: Recorder = self.recorder
        parts = [*arguments, *(part for pair in sorted(named.items()) for part in pair)]
        return recorder.kept(make.__name__, parts, lambda: make(self, *arguments, **named))

    return cast(Callable[Concatenate[Any, P], T], page)

"""What the search knows of a record beside its title and its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def text(prose: Iterable[str], named: Iterable[str]) -> str:
    """Return what a page says, and below it a line for each that it is about, with all its names.

    A result that is found by a name tells that name and whose it is, and not the list of all its spellings.
    """
    return "\n".join([" ".join(" ".join(prose).split()), *named])


def spellings(record: Any) -> str:
    """Return every name of a record in one line, with ` · ` between."""
    return " · ".join([record.name, *others(record)])


def others(record: Any) -> tuple[str, ...]:
    """Return the names of a record in other languages and spellings."""
    return tuple(name for name in dict.fromkeys([*record.names.values(), *record.variants]) if name != record.name)

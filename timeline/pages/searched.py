"""What the search knows of a record beside its title and its text."""

from __future__ import annotations

from typing import Any


def spellings(record: Any) -> str:
    """Return every name of a record in one line."""
    return " ".join([record.name, *others(record)])


def others(record: Any) -> tuple[str, ...]:
    """Return the names of a record in other languages and spellings."""
    return tuple(name for name in dict.fromkeys([*record.names.values(), *record.variants]) if name != record.name)

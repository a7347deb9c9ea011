"""Records and their definitions read back, as only tests do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from timeline.editing.fields import FieldOf
from timeline.exports import published


def loads(kind: str, text: str) -> list[published.Addressed]:
    """Return the records of a JSON file of the dataset; raises ValueError when it holds anything else."""
    model, _ = published.KINDS[kind]
    return [model.model_validate(row) for row in json.loads(text, parse_float=Decimal)[kind]]


def walk(found: tuple[FieldOf, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], FieldOf]]:
    """Yield every field of a definition with the keys that lead to it."""
    for field in found:
        yield (*above, field.key), field
        yield from walk(field.parts, (*above, field.key))

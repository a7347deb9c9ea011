"""Tables as spreadsheets take them: CSV (RFC 4180) in UTF-8 with a byte order mark, and the Table Schema of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from timeline.catalogue import Catalogue

Cell = str | int | float | Decimal | None

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula; a text that begins so gets an apostrophe before it."""

LIST = "; "
"""Parts the values of a cell that holds several."""


class Column(NamedTuple):
    """One column: name, Frictionless type, what it holds, and what holds of its values."""

    name: str
    type: str
    description: str
    constraints: Mapping[str, Any] = MappingProxyType({})


class Table(NamedTuple):
    """One table: its columns, and what yields its rows."""

    columns: tuple[Column, ...]
    rows: Callable[[Catalogue], Iterable[tuple[Cell, ...]]]
    key: str | None = None
    """The column that no two rows have in common."""
    foreign: Mapping[str, tuple[str, str]] = MappingProxyType({})
    """From a column to the table and the column that its values are in."""


def text(columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> str:
    """Return the text of a table, with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(column.name for column in columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of a table."""
    found: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        found["primaryKey"] = table.key
    if table.foreign:
        found["foreignKeys"] = [
            {"fields": column, "reference": {"resource": resource, "fields": field}}
            for column, (resource, field) in table.foreign.items()
        ]
    return found


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    return field | ({"constraints": dict(column.constraints)} if column.constraints else {})

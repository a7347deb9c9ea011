"""The text of a new record file: its values, and above each key what the definition of the record says of it."""

from __future__ import annotations

import json
import posixpath
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.editing.fields import FieldOf, fields
from timeline.records.kinds import SCHEMAS

WIDTH = 110

HEADER = "# yaml-language-server:"
"""How the line begins that leads an editor to a schema."""

_PLAIN = re.compile(r"[^\W_].*|[(“„«./].*")
"""How a text starts that needs no quotation marks."""

_BREAKS = re.compile(r": |:$| #|[\x00-\x1f\x7f]")
_FLOW = re.compile(r"[\[\]{},]")
_OTHER_TYPE = re.compile(r"[-+.]?[0-9][0-9_,.eExXo]*|true|false|yes|no|on|off|null|~", re.IGNORECASE)


def text(name: str, path: str, values: Mapping[str, Any], with_help: bool = True) -> str:
    """Return the text of a record file of the kind `name` at `path`.

    A key that has no value stands there as a comment, with an example, unless no help is asked for.
    """
    lines = [head(name, path)]
    for field in fields(name):
        if with_help:
            lines += [*_above(field), *_lines(field, values.get(field.key))]
        elif field.key in values:
            lines += _written(field, values[field.key])
    return "\n".join(lines) + "\n"


def head(name: str, path: str) -> str:
    """Return the first line of a record file, which leads an editor to its schema."""
    schema = posixpath.relpath(f"{SCHEMAS}/{name}.schema.json", posixpath.dirname(path) or ".")
    return f"{HEADER} $schema={schema}"


def led(text: str, name: str, path: str) -> str:
    """Return the text of a record file with the first line that leads an editor to its schema, if it has one at all."""
    first, mark, rest = text.partition("\n")
    return f"{head(name, path)}{mark}{rest}" if first.startswith(HEADER) and first.strip() != head(name, path) else text


def example(field: FieldOf) -> str:
    """Return the line of a key with its example."""
    return _written(field, None)[0]


def scalar(value: Any, typed: bool = False, flow: bool = False) -> str:
    """Return a value as YAML on one line, between quotation marks where YAML would read something else.

    typed: what looks like a number may stay one, as in dates and numbers; flow: within brackets.
    """
    written = str(value).lower() if isinstance(value, bool) else str(value)
    plain = _PLAIN.fullmatch(written) and not _BREAKS.search(written) and written == written.strip()
    if plain and not (flow and _FLOW.search(written)) and (typed or not _OTHER_TYPE.fullmatch(written)):
        return written
    return (
        written if typed and re.fullmatch(r"-[0-9][-0-9.X/~?%]*", written) else json.dumps(written, ensure_ascii=False)
    )


def _above(field: FieldOf) -> Iterator[str]:
    """Yield the comment above a key, wrapped."""
    said = "; ".join(part for part in (field.description, field.limits) if part)
    words = said if field.required else f"Optional. {said}"
    yield from textwrap.wrap(words, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _lines(field: FieldOf, value: Any) -> list[str]:
    """Return the lines of a key: with its value, or with an example and as a comment."""
    if value in (None, "", [], (), {}):
        return [f"# {line}" for line in _written(field, None)]
    return _written(field, value)


def _written(field: FieldOf, value: Any) -> list[str]:
    if field.parts:
        return [f"{field.key}:", *_records(field, value)]
    value = field.example if value is None else value
    if isinstance(value, Mapping):
        pairs = (f"{key}: {scalar(part, flow=True)}" for key, part in value.items())
        return [f"{field.key}: {{{', '.join(pairs)}}}"]
    if field.many:
        values = value if isinstance(value, list | tuple) else [value]
        return [f"{field.key}: [{', '.join(scalar(part, _typed(field), flow=True) for part in values)}]"]
    if "\n" in str(value):
        return [f"{field.key}: |", *(f"  {line}".rstrip() for line in str(value).rstrip("\n").split("\n"))]
    return [f"{field.key}: {scalar(value, _typed(field))}"]


def _typed(field: FieldOf) -> bool:
    return field.kind in ("date", "number", "flag")


def _records(field: FieldOf, value: Any) -> list[str]:
    """Return the lines of the records below a key; every key of them, as an example, when there is no value."""
    if value is None:
        lines = [line for part in field.parts for line in _example(part)]
        return _listed(lines) * max(1, field.least or 1) if field.many else [f"  {line}" for line in lines]
    records: Sequence[Mapping[str, Any]] = value if field.many else [value]
    found: list[str] = []
    for record in records:
        lines = [line for part in field.parts if part.key in record for line in _written(part, record[part.key])]
        found += _listed(lines) if field.many else [f"  {line}" for line in lines]
    return found


def _example(part: FieldOf) -> list[str]:
    lines = _written(part, None)
    said = "; ".join(words for words in (part.description, part.limits) if words)
    return [f"{lines[0]}   # {said if part.required else f'Optional. {said}'}", *lines[1:]]


def _listed(lines: list[str]) -> list[str]:
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]

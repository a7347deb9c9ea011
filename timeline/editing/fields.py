"""What each field of a record is, read from the JSON Schemas: templates, the field reference and the form ask here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from timeline.editing.schemas import schemas
from timeline.records.id_rules import ID_PATTERN
from timeline.records.values import DATE_PATTERN, LANGUAGE_PATTERN, NAMES

Kind = Literal["text", "date", "id", "language", "address", "number", "flag", "choice", "names", "record"]

_BY_PATTERN: dict[str, Kind] = {
    ID_PATTERN: "id",
    DATE_PATTERN: "date",
    LANGUAGE_PATTERN: "language",
    "^https?://": "address",
}


@dataclass(frozen=True, slots=True)
class FieldOf:
    """One key of a record, and everything that its definition says of it."""

    key: str
    kind: Kind
    required: bool
    description: str
    many: bool = False
    """Whether the value is a list."""
    longest: int | None = None
    least: int | None = None
    """How many parts a list has at least."""
    lowest: float | None = None
    highest: float | None = None
    choices: tuple[str, ...] = ()
    examples: tuple[Any, ...] = ()
    parts: tuple[FieldOf, ...] = ()
    """The keys of the records below this key."""
    names: str = ""
    """The kind of the records whose ids stand here, such as `events`; `citations` stands for the keys of sources."""

    @property
    def example(self) -> Any:
        """Return a value that this key could have."""
        if self.examples:
            return self.examples[0]
        return self.choices[0] if self.choices else None

    @property
    def limits(self) -> str:
        """Return what the definition asks for besides the description, in words: `at most 90 characters`."""
        said = [
            f"at most {self.longest} characters" if self.longest else "",
            f"one of: {', '.join(self.choices)}" if self.choices else "",
        ]
        return "; ".join(part for part in said if part)


@cache
def fields(name: str) -> tuple[FieldOf, ...]:
    """Return the fields of a kind of record file, such as `event`, in the order of their definition."""
    schema = schemas()[f"{name}.schema.json"]
    if "properties" not in schema:  # a table of records under their ids
        schema = {**_resolved(schema["additionalProperties"], schema), "$defs": schema["$defs"]}
    return tuple(_fields(schema, schema))


def _fields(record: dict[str, Any], schema: dict[str, Any]) -> Iterator[FieldOf]:
    needed = record.get("required", ())
    for key, part in sorted(record["properties"].items(), key=lambda pair: pair[0] != "key"):
        yield _field(key, part, key in needed, schema)  # a key comes first, although a cited source inherits the rest


def _field(key: str, part: dict[str, Any], required: bool, schema: dict[str, Any]) -> FieldOf:
    whole = _resolved(part, schema)
    many = whole.get("type") == "array"
    value = _one(_resolved(whole["items"], schema) if many else whole, schema)
    return FieldOf(
        key=key,
        kind=_kind(value),
        required=required,
        description=part.get("description", ""),
        many=many,
        longest=value.get("maxLength"),
        least=whole.get("minItems"),
        lowest=value.get("minimum"),
        highest=value.get("maximum"),
        choices=tuple(value.get("enum", ())),
        examples=tuple(part.get("examples", ())),
        parts=tuple(_fields(value, schema)) if "properties" in value else (),
        names=value.get(NAMES, ""),
    )


def _resolved(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    reference = part.get("$ref")
    return {**schema["$defs"][reference.rsplit("/", 1)[1]], **part} if reference else part


def _one(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return the widest of several forms: a citation may be a key alone, or carry its whole record."""
    forms = [_resolved(form, schema) for form in part.get("oneOf", ())]
    return max(forms, key=lambda form: len(form["properties"])) if forms else part


def _kind(value: dict[str, Any]) -> Kind:
    if "properties" in value:
        return "record"
    if "enum" in value:
        return "choice"
    if value.get("pattern") in _BY_PATTERN:
        return _BY_PATTERN[value["pattern"]]
    if value.get("type") == "boolean":
        return "flag"
    if value.get("type") in ("number", "integer"):
        return "number"
    return "names" if value.get("type") == "object" else "text"


def plain_words(key: str) -> str:
    """Return a key as words for a label: `container-title` is "Container title"."""
    words = re.sub(r"[_-]", " ", key)
    return words if words.isupper() else words[:1].upper() + words[1:]

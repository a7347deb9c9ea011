"""What pages for contributors show: the fields of all records, the form, and the corrections made so far."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from timeline.catalogue import corrections_of
from timeline.editing import record_file
from timeline.editing.fields import FieldOf, fields
from timeline.language.labels import RECORD_WORDS
from timeline.pages.form import form_data
from timeline.records.kinds import KINDS, STORY

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Part:
    """The fields of one kind of record: its name in a heading, its anchor, and where its files lie."""

    title: str
    anchor: str
    file: str
    fields: tuple[FieldOf, ...]


@cache
def parts() -> tuple[Part, ...]:
    """Return every kind of record, those first that people write most."""
    found = [_part(kind.schema, kind.file) for kind in KINDS]
    first = ("event", "source", "actor")
    found.sort(key=lambda part: first.index(part.anchor) if part.anchor in first else len(first))
    return (*found, _part("story", STORY))


def part(name: str) -> Part:
    """Return one kind of record by its name."""
    return next(one for one in parts() if one.anchor == name)


def own_of_citation(found: tuple[FieldOf, ...]) -> tuple[FieldOf, ...]:
    """Return those fields of a citation that its source does not have."""
    source = {field.key for field in fields("source")}
    return tuple(field for field in found if field.key not in source)


def _part(name: str, file: str) -> Part:
    return Part(RECORD_WORDS.get(name, name.capitalize()), name, file, fields(name))


def html_of(text: str) -> Markup:
    """Return a description as HTML: what stands between backticks becomes code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text.replace("'", "’")))))


def example(field: FieldOf) -> str:
    """Return the line that an example of the field would make, or nothing."""
    return "" if field.parts or field.example is None else record_file.example(field)


HELPERS = {
    "record_parts": parts,
    "record_part": part,
    "own_of_citation": own_of_citation,
    "html_of": html_of,
    "example": example,
    "corrections_of": corrections_of,
    "form_data": form_data,
}
"""What templates may call."""

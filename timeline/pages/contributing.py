"""What pages for contributors show: the fields of all records, the form, and the corrections made so far."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from timeline.catalogue import Catalogue, corrections_of
from timeline.editing import completion, record_file
from timeline.editing.fields import FieldOf, fields, plain_words
from timeline.language.labels import KIND_WORDS, RECORD_WORDS, language_names
from timeline.project.site import Site
from timeline.records.id_rules import ID_PATTERN
from timeline.records.kinds import KIND, KINDS, STORY
from timeline.records.values import DATE_PATTERN, LANGUAGE_PATTERN

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


def form_data(catalogue: Catalogue, site: Site) -> dict[str, Any]:
    """Return what the form for a new event is built from: the definition of an event, and the ids that exist."""
    own = KIND["source"].path
    shared = {key: item.record for key, item in catalogue.sources.items() if item.file == own(key)}
    return {
        "fields": [_for_form(field) for field in fields("event")],
        "ids": {
            "topics": {id_: item.record.title for id_, item in catalogue.topics.items()},
            "places": {id_: item.record.name for id_, item in catalogue.places.items()},
            "actors": {id_: item.record.name for id_, item in catalogue.actors.items()},
            "events": {id_: item.record.title for id_, item in catalogue.events.items()},
            "sources": {key: completion.of_source(source) for key, source in shared.items()},
        },
        "sources": {
            key: source.model_dump(mode="json", by_alias=True, exclude_defaults=True) for key, source in shared.items()
        },
        "words": {"kinds": KIND_WORDS, "languages": language_names()},
        "patterns": {"date": DATE_PATTERN, "id": ID_PATTERN, "language": LANGUAGE_PATTERN},
        "create": site.repository.create_url(KIND["event"].place) if site.repository.url else None,
        "head": record_file.head("event", "events/ID.yaml"),
    }


def _for_form(field: FieldOf) -> dict[str, Any]:
    return {
        "key": field.key,
        "label": plain_words(field.key),
        "kind": field.kind,
        "required": field.required,
        "many": field.many,
        "longest": field.longest,
        "least": field.least,
        "description": field.description.replace("`", ""),
        "choices": field.choices,
        "example": field.example,
        "names": field.names,
        "parts": [_for_form(part) for part in field.parts],
    }


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

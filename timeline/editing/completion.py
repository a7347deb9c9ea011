"""What an editor offers where a record names another: every id and what it stands for, as a JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.catalogue import Catalogue
from timeline.citations import house_style
from timeline.language.dates import words
from timeline.project import disk
from timeline.reading.corpus import Corpus
from timeline.records.id_rules import ID_PATTERN
from timeline.records.source import CitedRecord, Source
from timeline.records.values import DIALECT

FILE = "reference/ids.schema.json"
"""Where the list lies below the timeline's root; the schemas of the record files refer to it."""

CLOSED = ("topics",)
"""Kinds of which a contributor adds none: another id is a mistake even where the list is not fresh."""

_NOTE = "Written by `build.py schema` for editors. Nobody has to keep it fresh: ids that it lacks are accepted too."


_TEXT = """{{
"$schema": {dialect},
"$id": "ids.schema.json",
"description": {note},
"$defs": {{
{kinds}
}}
}}
"""


Records = Corpus | Catalogue


def names(records: Records) -> dict[str, dict[str, str]]:
    """Return what each id stands for, by kind and in the order of ids.

    `sources` are what an event or an era may list, `citations` what may stand before a place in a source.
    """
    sources = {id_: of_source(entry.record) for id_, entry in records.sources.items()} | dict(_cited(records))
    found = {
        "actors": {id_: f"{entry.record.name} ({entry.record.kind})" for id_, entry in records.actors.items()},
        "citations": sources,
        "eras": {id_: _dated(entry.record) for id_, entry in records.eras.items()},
        "events": {id_: _dated(entry.record) for id_, entry in records.events.items()},
        "places": {id_: f"{entry.record.name}, {entry.record.country}" for id_, entry in records.places.items()},
        "sources": sources,
        "topics": {id_: entry.record.title for id_, entry in records.topics.items()},
    }
    return {kind: dict(sorted(ids.items())) for kind, ids in found.items()}


def of_source(source: Source) -> str:
    """Return what a citation key stands for: the title of the source, its maker and year."""
    return f"{house_style.title_of(source)} ({house_style.label(source)})"


def _dated(record: Any) -> str:
    return f"{record.title} ({words(record.date)})"


def _cited(records: Records) -> Iterator[tuple[str, str]]:
    for entry in (*records.events.values(), *records.eras.values()):
        for citation in entry.record.citations:
            if isinstance(citation, CitedRecord):
                yield citation.key, of_source(citation)


def text(records: Records) -> str:
    """Return the text of the schema: a line an id, so that the changes of several people seldom meet."""
    kinds = ",\n".join(_definition(kind, ids) for kind, ids in names(records).items())
    return _TEXT.format(dialect=_json(DIALECT), note=_json(_NOTE), kinds=kinds)


def _definition(kind: str, ids: Mapping[str, str]) -> str:
    forms = [{"const": id_, "description": name} for id_, name in ids.items()]
    if kind == "citations":
        forms.append({"type": "string"})  # a locator may follow the key
    elif kind not in CLOSED or not forms:
        forms.append({"type": "string", "pattern": ID_PATTERN})
    lines = ",\n".join(_json(form) for form in forms)
    return f'{_json(kind)}: {{"anyOf": [\n{lines}\n]}}'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def refresh(root: Path, corpus: Corpus, write: bool = True) -> bool:
    """Return whether the list in `root` differs from the records; bring it up to date unless told not to."""
    path = root / FILE
    fresh = text(corpus)
    if path.exists() and path.read_text(encoding="utf-8") == fresh:
        return False
    if write:
        disk.write(root, FILE, fresh)
    return True

"""The dataset as files below data/v1: JSON with its JSON Schemas (draft 2020-12)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from timeline.catalogue import Catalogue
from timeline.exports import published
from timeline.exports.format import SCHEMA_VERSION, SCHEMAS
from timeline.project.site import Site
from timeline.records.values import Record

_NUMBER = "\x00"
"""Opens a text that is to stand in the JSON as a number: the one control character that no YAML can hold."""
_MARKED = re.compile(r'"\\u0000(-?[0-9][0-9.E+-]*)"')


def files(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield every JSON file of the dataset and its schemas, by its path below data/v1."""
    header = json.dumps(_header(site), ensure_ascii=False)[:-1]
    rows: dict[str, dict[str, str]] = {}
    for name, (_, records) in published.KINDS.items():
        rows[name] = {record.id: dumps(record) for record in records(catalogue)}
        yield f"{name}.json", f"{header}, {_list(name, rows[name].values())}}}\n"
    for event in catalogue.events.values():
        keys = dict.fromkeys(citation.key for citation in event.record.citations)
        sources = _list("sources", (rows["sources"][key] for key in keys))
        yield f"events/{event.id}.json", f'{header}, "event": {rows["events"][event.id]}, {sources}}}\n'
    for schema in sorted(SCHEMAS.glob("*.schema.json")):
        yield f"schema/{schema.name}", schema.read_text(encoding="utf-8")


def _header(site: Site) -> dict[str, str | None]:
    return {
        "schema_version": SCHEMA_VERSION,
        "title": site.name,
        "url": site.url or None,
        "version": site.version or None,
        "licence": site.licence or None,
    }


def _list(name: str, rows: Iterable[str]) -> str:
    """Return a list with one record a line, so that versions compare well."""
    return f'"{name}": [\n' + ",\n".join(rows) + "\n]"


def dumps(record: Record) -> str:
    """Return a record as JSON on one line; numbers keep their digits: 83.30 stays 83.30."""
    text = json.dumps(record.model_dump(by_alias=True), ensure_ascii=False, default=_number)
    return _MARKED.sub(r"\1", text)


def _number(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{_NUMBER}{value}"
    raise TypeError(f"{value!r} has no place in JSON")

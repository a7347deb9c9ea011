"""What readers of the published data may rely on: the version of its format, and JSON Schemas (draft 2020-12)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from timeline.exports import published
from timeline.records.values import DIALECT, NAMES, Record

SCHEMA_VERSION = "1.1.0"
"""Version of the data format. Within v1, fields and files are added and never taken away or given another sense."""

ROOT = f"data/v{SCHEMA_VERSION.partition('.')[0]}"
"""Where the files lie below the site's root: a second version of the format would get a folder of its own."""

HEADER: dict[str, Any] = {
    "schema_version": {"type": "string", "description": "Version of the data format"},
    "title": {"type": "string", "description": "Name of the timeline"},
    "url": {"type": ["string", "null"], "description": "Address of the site, before which each `path` makes a link"},
    "version": {"type": ["string", "null"], "description": "Version of the content: date and commit"},
    "licence": {"type": ["string", "null"], "description": "Licence of the data by its SPDX identifier"},
}
"""What stands on top of every JSON file."""


def texts() -> dict[str, str]:
    """Return the text of every schema by its file name."""
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas().items()}


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every JSON file of the dataset, and of the file that each event has to itself."""
    found = {f"{name}.schema.json": _of_kind(name, model) for name, (model, _) in published.KINDS.items()}
    definitions = {**_definitions(published.EventData), **_definitions(published.SourceData)}
    properties = {"event": {"$ref": "#/$defs/EventData"}, "sources": _rows(published.SourceData)}
    return {**found, "event.schema.json": _file("event", properties, definitions)}


def _of_kind(name: str, model: type[Record]) -> dict[str, Any]:
    return _file(name, {name: _rows(model)}, _definitions(model))


def _rows(model: type[Record]) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{model.__name__}"}}


def _file(name: str, properties: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {**HEADER, **properties}
    return {
        "$schema": DIALECT,
        "$id": f"{name}.schema.json",
        "title": name,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "$defs": definitions,
    }


def _definitions(model: type[Record]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    inner = schema.pop("$defs", {})
    return {name: _as_written(part) for name, part in {**inner, model.__name__: schema}.items()}


def _as_written(part: Any) -> Any:
    """Return a schema for what we write: texts are never numbers, and readers must bear fields to come."""
    if isinstance(part, list):
        return [_as_written(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") in (["string", "integer"], ["string", "number"]):
        part = {**part, "type": "string"}
    kept = {key: value for key, value in part.items() if key != "additionalProperties" or value}
    if isinstance(kept.get("examples"), list):
        del kept["examples"]  # they help who writes records, not who reads them
    kept.pop(NAMES, None)  # which helps editors alone
    if isinstance(kept.get("properties"), dict):
        kept["required"] = list(kept["properties"])  # what is not known is written as null or as an empty list
    return {key: _as_written(value) for key, value in kept.items()}


SCHEMAS = Path(__file__).parent / "schema" / "v1"
"""Where the schemas of the published data lie: a change of the format shows in review as a change of these files."""

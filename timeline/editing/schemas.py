"""JSON Schemas of the record files, made from the records themselves (draft 2020-12)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from timeline.catalogue import Catalogue
from timeline.editing import completion
from timeline.records import schema_files
from timeline.records.kinds import KINDS, SCHEMAS
from timeline.records.story import Story
from timeline.records.values import DIALECT, NAMES


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the schemas for editors, by their path on the site: for those who write without a checkout."""
    names = PurePosixPath(completion.FILE).name
    for name, text in (for_editors(names) | {names: completion.text(catalogue)}).items():
        yield f"contribute/schema/{name}", text


_NAMES = os.path.relpath(completion.FILE, SCHEMAS).replace(os.sep, "/")


@cache
def schemas() -> Mapping[str, dict[str, Any]]:
    """Return every schema by its file name: one for each kind of record file. Made once: nobody changes them."""
    types: dict[str, Any] = {
        kind.schema: dict[str, kind.model] if kind.shared_file else kind.model  # type: ignore[name-defined]
        for kind in KINDS
    }
    types["story"] = Story
    return {f"{name}.schema.json": _schema(name, type_) for name, type_ in types.items()}


def for_editors(names: str) -> dict[str, str]:
    """Return the text of the schemas of record files; what names a record is looked up in the schema at `names`."""
    found = {file: _looked_up(schema, names) for file, schema in schemas().items()}
    return {file: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for file, schema in found.items()}


def stale(root: Path) -> list[str]:
    """Return the names of schemas of the timeline in `root` that differ from the records, are missing or left over."""
    return schema_files.stale(root / SCHEMAS, for_editors(_NAMES))


def write(root: Path) -> list[str]:
    """Bring the schemas of the timeline in `root` up to date; return the names of those that changed."""
    return schema_files.renew(root / SCHEMAS, for_editors(_NAMES))


def _schema(name: str, type_: Any) -> dict[str, Any]:
    schema = TypeAdapter(type_).json_schema(by_alias=True)
    return {"$schema": DIALECT, "$id": f"{name}.schema.json", **_without_nulls(schema)}


def _without_nulls(part: Any) -> Any:
    """Return a schema in which an optional key may be left out but not be empty: that is what the checks ask for."""
    if isinstance(part, list):
        return [_without_nulls(item) for item in part]
    if not isinstance(part, dict):
        return part
    choices = part.get("anyOf")
    if choices and {"type": "null"} in choices:
        rest = [choice for choice in choices if choice != {"type": "null"}]
        kept = {key: value for key, value in part.items() if key not in ("anyOf", "default")}
        part = {**(rest[0] if len(rest) == 1 else {"anyOf": rest}), **kept}
    return {key: _without_nulls(value) for key, value in part.items()}


def _looked_up(part: Any, names: str) -> Any:
    """Return a schema in which each value that names a record refers to the list of those that exist."""
    if isinstance(part, list):
        return [_looked_up(item, names) for item in part]
    if not isinstance(part, dict):
        return part
    if NAMES in part:
        kept = {key: value for key, value in part.items() if key not in (NAMES, "type", "pattern", "examples")}
        return {"$ref": f"{names}#/$defs/{part[NAMES]}", **kept}
    named = isinstance(part.get("items"), dict) and NAMES in part["items"]
    kept = {key: value for key, value in part.items() if not (named and key == "examples")}  # real ids say more
    return {key: _looked_up(value, names) for key, value in kept.items()}

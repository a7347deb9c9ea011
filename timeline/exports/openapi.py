"""The dataset as a read-only interface: an OpenAPI 3.1 description of its files, made from the list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.catalogue import Catalogue
from timeline.exports import inventory, published
from timeline.exports.format import ROOT, SCHEMA_VERSION
from timeline.exports.inventory import File
from timeline.language import data_texts
from timeline.project.site import Site

NAME = "openapi.json"

SHAPES: Mapping[str, dict[str, Any]] = {
    "csl.json": {"type": "array", "items": {"type": "object", "required": ["id", "type"]}},
    "schema.json": {"type": "object", "required": ["$schema", "$id", "$defs"]},
    "events.geojson": {"type": "object", "required": ["type", "features"]},
    "timelinejs.json": {"type": "object", "required": ["title", "events", "eras"]},
    "vis.json": {"type": "object", "required": ["items", "groups"]},
    "feed.json": {"type": "object", "required": ["version", "title", "items"]},
    "corrections.json": {"type": "object", "required": ["version", "title", "items"]},
    "datapackage.json": {"type": "object", "required": ["name", "resources"]},
    NAME: {"type": "object", "required": ["openapi", "info", "paths"]},
}
"""What can be relied on in JSON whose form others have laid down, by the end of the path."""


def text(catalogue: Catalogue, site: Site) -> str:
    """Return the description. Without the site's address its server is the folder it lies in."""
    ids = inventory.ids(catalogue)
    described: dict[str, Any] = {
        "openapi": "3.1.1",
        "info": _info(site),
        "servers": [{"url": f"{site.url}{ROOT}" if site.url else "."}],
        "tags": [{"name": section.title} for section in inventory.SECTIONS.values()],
        "paths": {
            f"/{file.path}": {"get": _get(file, section.title, ids)}
            for section in inventory.SECTIONS.values()
            for file in section.files
            if not file.of or ids[file.of]
        },
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _info(site: Site) -> dict[str, Any]:
    info: dict[str, Any] = {
        "title": site.name,
        "version": SCHEMA_VERSION,
        "description": data_texts.INTERFACE,
    }
    return info | ({"license": {"name": site.licence, "url": site.licence_url}} if site.licence else {})


def _get(file: File, tag: str, ids: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    response = {"description": file.what, "content": {file.media: {"schema": _schema(file)}}}
    found: dict[str, Any] = {
        "operationId": re.sub(r"\W+", "_", file.path.replace("{id}", "id")),
        "tags": [tag],
        "summary": file.what,
    }
    if file.of:
        example = ids[file.of][0]
        about = {"description": data_texts.ONE_ID, "schema": {"type": "string"}, "example": example}
        found["parameters"] = [{"name": "id", "in": "path", "required": True, **about}]
    return found | {"responses": {"200": response}}


def _schema(file: File) -> dict[str, Any]:
    """Return the schema of a file: a published one for records, otherwise what can be said of its form."""
    if file.path == "events/{id}.json":
        return {"$ref": "schema/event.schema.json"}
    if file.path.removesuffix(".json") in published.KINDS:
        return {"$ref": f"schema/{file.path.removesuffix('.json')}.schema.json"}
    return next((shape for end, shape in SHAPES.items() if file.path.endswith(end)), {"type": "string"})

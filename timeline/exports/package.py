"""What makes files a dataset: the Frictionless Data Package, checksums, and a ZIP archive of all of them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from timeline.catalogue import Catalogue
from timeline.exports import inventory
from timeline.exports.csv_files import schema
from timeline.exports.format import SCHEMA_VERSION
from timeline.exports.tables import TABLES
from timeline.language import data_texts
from timeline.project.site import Site

STAMP = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the archive bears, so that the same files give the same bytes."""

SUMS = "SHA256SUMS"

MEDIA = {file.path: file.media for file in inventory.files()}
"""The media type of each file."""


def datapackage(catalogue: Catalogue, site: Site, files: Mapping[str, bytes]) -> bytes:
    """Return the descriptor (Data Package 1.0) of the files on the top level of the dataset."""
    resources = [_resource(name, content) for name, content in files.items() if "/" not in name]
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "timeline",
        "title": site.name,
        "description": data_texts.package(len(catalogue.events), len(catalogue.sources)),
        "version": SCHEMA_VERSION,
        "resources": resources,
    }
    if site.version:
        package["created"] = f"{site.history.last:%Y-%m-%dT%H:%M:%SZ}"
    if site.url:
        package["homepage"] = site.url
    if site.licence:
        package["licenses"] = [{"name": site.licence, "path": site.licence_url}]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(name: str, content: bytes) -> dict[str, Any]:
    stem, _, suffix = name.rpartition(".")
    found: dict[str, Any] = {
        "name": name.replace("_", "-").lower() if suffix != "csv" else stem,
        "path": name,
        "format": {"bib": "bibtex"}.get(suffix, suffix),
        "mediatype": MEDIA[name],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if suffix == "csv":
        found |= {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema(TABLES[stem])}
    return found


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the checksums of files, as `sha256sum --check` reads them."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()).encode()


def archive(files: Mapping[str, bytes], folder: str, compresslevel: int = 1) -> bytes:
    """Return a ZIP archive of files below `folder`; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", STAMP)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            packed.writestr(entry, files[name], compresslevel=compresslevel)
    return out.getvalue()

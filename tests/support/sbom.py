"""The bill of materials of a release (CycloneDX 1.6): every package of requirements.lock that is installed here.

Usage: python tests/support/sbom.py > sbom.json
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def locked(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield name, version and hashes of each package of a lock file."""
    for block in re.split(r"\n(?=\S)", text):
        if named := re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", block):
            yield named[1], named[2], re.findall(r"--hash=sha256:([0-9a-f]{64})", block)


def component(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    """Return a package as CycloneDX has it; its licence is what its own metadata says."""
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name.lower()}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name.lower()}@{version}",
        "properties": [{"name": "lock:sha256", "value": value} for value in hashes],
    }
    if licence := licence_of(name):
        found["licenses"] = [{"license": {"name": licence}}]
    return found


def licence_of(name: str) -> str:
    """Return the licence that an installed package names, or nothing."""
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classes = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License")]
    short = next(
        (text for key in ("License-Expression", "License") if (text := said.get(key)) and "\n" not in text), ""
    )
    return short or ", ".join(classes)


def bill(lock: Path) -> dict[str, Any]:
    """Return the bill of materials of a lock file; the same file gives the same bill."""
    parts = [component(*part) for part in sorted(locked(lock.read_text(encoding="utf-8")))]
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": parts}


if __name__ == "__main__":
    json.dump(bill(ROOT / "requirements.lock"), sys.stdout, indent=1, ensure_ascii=False)
    print()

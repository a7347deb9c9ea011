"""JSON Schemas that are kept as files: which of them lag behind the code that makes them, and their renewal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from timeline.project import disk

SUFFIX = ".schema.json"


def stale(folder: Path, fresh: Mapping[str, str]) -> list[str]:
    """Return the names of files in `folder` that differ from the texts in `fresh`, are missing or are left over."""
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob(f"*{SUFFIX}")}
    return sorted(name for name in fresh.keys() | found.keys() if fresh.get(name) != found.get(name))


def renew(folder: Path, fresh: Mapping[str, str]) -> list[str]:
    """Bring the files up to date; return the names of those that changed. Raises OSError."""
    changed = stale(folder, fresh)
    for name in changed:
        if name in fresh:
            disk.write(folder.parent.parent, f"{folder.parent.name}/{folder.name}/{name}", fresh[name])
        else:
            disk.safe(folder.parent.parent, folder / name)
            (folder / name).unlink()
    return changed

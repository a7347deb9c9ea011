"""Records as they were read before, kept in `.cache/records`: a file that says the same is not read and judged again.

What is kept counts only with the whole text of its file. Records without a mistake are kept, and only of timelines so
large that it pays; they lie in parts, so that an edit writes one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

from timeline.project import cache, disk
from timeline.reading import validation, yamlfile
from timeline.reading.yamlfile import YamlFile
from timeline.records.values import Record

FOLDER = f"{disk.CACHE}/records"

_FROM = 200
"""Records from which it pays to keep them."""

_PARTS = 32
_KEY = b"records"

Part = list[tuple[YamlFile, Record]]

_LEFT: dict[Path, dict[int, set[int]]] = {}
"""The files that lie in each part of a timeline, as far as this process knows, by their identity."""


def recall(root: Path) -> None:
    """Know again what was kept of the timeline in `root`, once a process."""
    if root in _LEFT:
        return
    _LEFT[root] = left = {}
    for number in range(_PARTS) if (root / FOLDER).is_dir() else ():
        part: Part = cache.load(root / FOLDER / f"{number}", _KEY) or []
        for file, record in part:
            if file.path not in yamlfile.BEFORE:
                yamlfile.BEFORE[file.path] = file
                validation.BEFORE[type(record), file.path] = file, record, []
        left[number] = {id(file) for file, _ in part}


def leave(root: Path, entries: Iterable[Any]) -> None:
    """Keep what was read just now for the next process, where it is not what lies there."""
    sound = [entry for entry in entries if not entry.trail and not entry.file.problems]
    if len(sound) < _FROM:
        return
    parts: dict[int, Part] = {number: [] for number in range(_PARTS)}
    for entry in sound:
        parts[crc32(entry.file.path.encode()) % _PARTS].append((entry.file, entry.record))
    left = _LEFT.setdefault(root, {})
    for number, part in parts.items():
        files = {id(file) for file, _ in part}
        if left.get(number) != files:
            cache.save(root / FOLDER / f"{number}", _KEY, part)
            left[number] = files

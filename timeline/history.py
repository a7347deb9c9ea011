"""When each file was first and last changed, as git tells: the only clock of feeds and calendars."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where there is neither a checkout nor SOURCE_DATE_EPOCH."""


@dataclass(frozen=True, slots=True)
class Change:
    """The instants of a file's first and last commit."""

    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class History:
    """The last change of all, and those of each file by its path below the timeline's root."""

    last: datetime = UNKNOWN
    files: Mapping[str, Change] = field(default_factory=dict)

    def of(self, file: str) -> Change:
        """Return the changes of a file; one that is not committed yet counts as changed with the last commit."""
        return self.files.get(file, Change(self.last, self.last))


def read(root: Path, folder: str = "events") -> History:
    """Return the history of the files in `folder` below `root`; SOURCE_DATE_EPOCH dates a tree without git."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    fallback = datetime.fromtimestamp(epoch, tz=UTC)
    last = _git(root, "log", "-1", "--format=%ct")
    if not last.strip():
        return History(fallback)
    log = _git(root, "-c", "core.quotePath=false", "log", "--relative", "--format=@%ct", "--name-only", "--", folder)
    files: dict[str, Change] = {}
    when = fallback
    for line in log.splitlines():
        if line.startswith("@"):
            when = datetime.fromtimestamp(int(line[1:]), tz=UTC)
        elif line:
            known = files.get(line, Change(when, when))
            files[line] = Change(min(known.first, when), max(known.last, when))
    return History(datetime.fromtimestamp(int(last), tz=UTC), files)


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""

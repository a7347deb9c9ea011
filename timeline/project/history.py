"""When each file was first and last changed, as git tells: the only clock of pages, feeds and calendars."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
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
        """Return the changes of a file, or the last change of all where nobody knows: feeds have to name a date."""
        return self.files.get(file, Change(self.last, self.last))

    def changed(self, file: str) -> datetime | None:
        """Return when a file was last changed, or None where nobody knows: pages then say nothing."""
        known = self.files.get(file)
        return known.last if known else None

    def latest(self, starts: tuple[str, ...]) -> datetime | None:
        """Return the last change of all files whose paths begin so, or None where nobody knows."""
        return max((change.last for file, change in self.files.items() if file.startswith(starts)), default=None)


def read(root: Path, folders: Sequence[str] = ("events", "reference", "docs")) -> History:
    """Return the history of the files in `folders` below `root`; SOURCE_DATE_EPOCH dates a tree without git.

    A file is missing in it if it is not committed as it stands, or if the clone does not reach back to its last change.
    """
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    fallback = datetime.fromtimestamp(epoch, tz=UTC)
    last = _git(root, "log", "-1", "--format=%ct")
    if not last.strip():
        return History(fallback)
    cut, files = _cut(root), dict[str, Change]()
    when, known = fallback, True
    for line in _git(root, "log", "--relative", "--format=@%H %ct", "--name-only", "--", *folders).splitlines():
        if line.startswith("@"):
            commit, _, seconds = line[1:].partition(" ")
            when, known = datetime.fromtimestamp(int(seconds), tz=UTC), commit not in cut
        elif line and known:
            change = files.get(line, Change(when, when))
            files[line] = Change(min(change.first, when), max(change.last, when))
    for line in _git(root, "diff", "--relative", "--name-only", "HEAD", "--", *folders).splitlines():
        files.pop(line, None)
    return History(datetime.fromtimestamp(int(last), tz=UTC), files)


def version(root: Path) -> str:
    """Return day and name of the last commit, such as `2026-11-22 (53042ed)`; nothing without a checkout."""
    return _git(root, "log", "-1", "--format=%cs (%h)").strip()


def refusal(root: Path) -> str:
    """Return why git tells nothing of a checkout that is there, such as one of another owner; otherwise nothing.

    Pages, feeds and citations then stand without dates, which somebody who did not ask for it should know.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return ""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, encoding="utf-8", check=False
        )
    except OSError as error:
        return f"git: {error.strerror}"
    return done.stderr.partition("\n")[0] if done.returncode else ""


def _cut(root: Path) -> frozenset[str]:
    """Return the commits at which a shallow clone ends: they seem to add every file that they hold."""
    path = root / _git(root, "rev-parse", "--git-path", "shallow").strip()
    return frozenset(path.read_text(encoding="ascii").split()) if path.is_file() else frozenset()


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""

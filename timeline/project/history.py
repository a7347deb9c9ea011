"""When each file was first and last changed, as git tells: the only clock of pages, feeds and calendars."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

SHORT = 7
"""Letters of a commit's name that stand on pages, however many a user's git would show."""

LATEST = 253_402_300_799
"""The last second of the year 9999."""

_SETTINGS = ("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
"""What may not hang on the settings of whoever builds."""

_LEFT_OUT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY")
"""Variables that would have git speak of another repository than that of the timeline."""

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

    def of(self, file: str, former: Sequence[str] = ()) -> Change:
        """Return the changes of a file, or the last change of all where nobody knows: feeds have to name a date.

        former: other names that the file has had; it was first there under the oldest of them.
        """
        known = self.files.get(file, Change(self.last, self.last))
        return Change(
            min([known.first, *(self.files[name].first for name in former if name in self.files)]), known.last
        )

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
    fallback = datetime.fromtimestamp(epoch(), tz=UTC)
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
    day, _, commit = _git(root, "log", "-1", "--format=%cs %H").strip().partition(" ")
    return f"{day} ({commit[:SHORT]})" if commit else ""


def epoch() -> int:
    """Return what SOURCE_DATE_EPOCH says, or 0 without it; raises OSError when that is no number of seconds."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "0")
    if not (text.isascii() and text.isdigit() and int(text[:20]) <= LATEST):
        raise OSError(errno.EINVAL, f'"{text[:40]}" is not a number of seconds since 1970', "SOURCE_DATE_EPOCH")
    return int(text)


def shallow(root: Path) -> bool:
    """Return whether the clone lacks its beginning, so that files without a later change have no date."""
    return bool(_cut(root))


def commit(root: Path) -> str:
    """Return the whole hash of the last commit; nothing without a checkout."""
    return _git(root, "rev-parse", "HEAD").strip()


def refusal(root: Path) -> str:
    """Return why git tells nothing of a checkout that is there, such as one of another owner; otherwise nothing.

    Pages, feeds and citations then stand without dates, which somebody who did not ask for it should know.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return ""
    try:
        command = ["git", "-C", str(root), "rev-parse", "HEAD"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=_environment())
    except OSError as error:
        return f"git: {error.strerror}"
    return done.stderr.partition("\n")[0] if done.returncode else ""


def _cut(root: Path) -> frozenset[str]:
    """Return the commits at which a shallow clone ends: they seem to add every file that they hold."""
    path = root / _git(root, "rev-parse", "--git-path", "shallow").strip()
    return frozenset(path.read_text(encoding="ascii").split()) if path.is_file() else frozenset()


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *_SETTINGS, *arguments]
    try:
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=_environment()).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""

"""Releases: the tags of the repository that are named after versions, and the records as they stood at each."""

from __future__ import annotations

import io
import os
import re
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

SWITCH = "TIMELINE_VERSIONS"
"""The environment variable by which a build is told to keep the versions that were released."""

FOLDERS = ("events", "reference")
_NAME = re.compile(r"v?[0-9][0-9A-Za-z._-]*")


@dataclass(frozen=True, slots=True)
class Release:
    """One release: the name of its tag, its day and commit, and the files of records that it holds."""

    name: str
    day: str
    commit: str
    root: Path = Path()
    """The folder of the timeline whose release it is."""
    files: frozenset[str] = frozenset()

    @property
    def path(self) -> str:
        """Return the address of its pages below the site's root."""
        return f"v/{self.name}/"


def wanted() -> bool:
    """Return whether this build keeps versions."""
    return bool(os.environ.get(SWITCH))


def releases(root: Path) -> tuple[Release, ...]:
    """Return the releases of the timeline in `root`, the newest first; other tags, such as `before-move`, are none."""
    form = "%(refname:strip=2)%09%(creatordate:short)%09%(objectname)%09%(*objectname)"
    listed = _git(
        root, "for-each-ref", "refs/tags", "--sort=-creatordate", "--sort=-version:refname", f"--format={form}"
    )
    found = []
    for line in listed.decode().splitlines():
        name, day, own, peeled = line.split("\t")
        if _NAME.fullmatch(name) and ".." not in name:
            files = _git(root, "ls-tree", "-r", "-z", "--name-only", f"refs/tags/{name}", "--", *FOLDERS)
            found.append(Release(name, day, peeled or own, root, frozenset(filter(None, files.decode().split("\0")))))
    return tuple(found)


def extract(release: Release, target: Path) -> bool:
    """Write the records of a release below `target`; return False when it holds none."""
    folders = [folder for folder in FOLDERS if any(file.startswith(f"{folder}/") for file in release.files)]
    if "events" not in folders:
        return False
    packed = _git(release.root, "archive", "--format=tar", f"refs/tags/{release.name}", "--", *folders)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(target, filter="data")
    return True


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""

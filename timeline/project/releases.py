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
_CITED = r"\bkey: *[^] ,}]+"
_SOURCES = "reference/sources/"


@dataclass(frozen=True, slots=True)
class Release:
    """One release: the name of its tag, its day and commit, and the files of records and the sources that it holds."""

    name: str
    day: str
    commit: str
    root: Path = Path()
    """The folder of the timeline whose release it is."""
    files: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()

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
    tags = _git(root, "for-each-ref", "refs/tags", "--sort=-creatordate", "--sort=-version:refname", f"--format={form}")
    found = []
    for line in tags.decode().splitlines():
        name, day, own, peeled = line.split("\t")
        if _NAME.fullmatch(name) and ".." not in name:
            tag = f"refs/tags/{name}"
            listed = _git(root, "ls-tree", "-r", "-z", "--name-only", tag, "--", *FOLDERS).decode()
            files = frozenset(filter(None, listed.split("\0")))
            found.append(Release(name, day, peeled or own, root, files, _sources(root, tag, files)))
    return tuple(found)


def _sources(root: Path, tag: str, files: frozenset[str]) -> frozenset[str]:
    """Return the keys of all sources of a tag: those that have a file, and those that a record describes or cites."""
    cited = _git(root, "grep", "-h", "-o", "-E", _CITED, tag, "--", *FOLDERS).decode(errors="replace").splitlines()
    own = (Path(file).stem for file in files if file.startswith(_SOURCES))
    return frozenset([*own, *(line.partition(":")[2].strip().strip("'\"") for line in cited)])


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

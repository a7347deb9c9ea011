"""The folder of a timeline on the disk: read and written in regular files alone, never through a symbolic link.

A link in somebody's proposal could have files of the machine published, or have others written over and deleted.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline.characters import visible
from timeline.problems import Problem

LARGEST = 262_144
"""Bytes: above this a file is not a record but an accident, and a parser's time is not worth it."""

CACHE = ".cache"
"""What the engine keeps for the next build; other programs keep theirs below it too."""

_LEFT_ALONE = {"__pycache__", "node_modules"}
"""Folders that no site is made of."""


def irregular(root: Path, places: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each link, device or pipe at or below the places in `root`."""
    for place in places:
        path = root / place
        if linked := next((part for part in _way(root, path) if part.is_symlink()), None):
            yield refused(linked, path.relative_to(root).as_posix())
        elif path.is_dir():
            yield from _below(root, path)
        elif path.exists() and not path.is_file():
            yield refused(path, path.relative_to(root).as_posix())


def _below(root: Path, folder: Path) -> Iterator[Problem]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _LEFT_ALONE:
                yield from _below(root, Path(entry.path))
        elif not entry.is_file(follow_symlinks=False) and not _is_lock(entry):
            yield refused(Path(entry.path), Path(entry.path).relative_to(root).as_posix())


def _is_lock(entry: os.DirEntry[str]) -> bool:
    """Return whether this is what editors put beside a file with unsaved changes: a hidden link that leads nowhere."""
    return entry.name.startswith(".") and entry.is_symlink() and not Path(entry.path).exists()


def refused(path: Path, shown: str) -> Problem:
    """Return the problem of a link, a device or a pipe."""
    word = "a symbolic link" if path.is_symlink() else "neither a file nor a folder"
    return Problem(visible(shown), 1, 1, "not-a-file", f"this is {word}", "put the file itself here, or take it away")


def _way(root: Path, path: Path) -> list[Path]:
    """Return every folder from below `root` down to `path`, and `path` itself."""
    return [path, *(parent for parent in path.parents if parent != root and parent.is_relative_to(root))]


def read(path: Path, most: int) -> bytes:
    """Return at most `most` bytes of a regular file; raises OSError for a link, a device or a pipe."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        code = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
        raise OSError(code, os.strerror(code) if code == errno.EISDIR else "is not a regular file", str(path))
    with os.fdopen(handle, "rb") as file:
        return file.read(most)


def write(root: Path, name: str, content: bytes | str) -> None:
    """Write a file below `root` whole or not at all: beside its place first, so that no reader ever sees a half of it.

    Raises OSError where a link stands in the way.
    """
    path = root / name
    safe(root, path)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path, "new")
    try:
        beside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def together(root: Path, texts: Mapping[str, str], gone: str = "") -> Iterator[None]:
    """Write several files, and take another away, before the block; if anything fails all is as it was before.

    All are written beside their places first, so a disk that is full is full before anything has changed.
    """
    fresh = {root / name: text for name, text in texts.items()}
    places = [*fresh, *([root / gone] if gone else [])]
    made: list[Path] = []
    try:
        for path in places:
            safe(root, path)
        for path, text in fresh.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _beside(path, "new").write_text(text, encoding="utf-8", newline="")
        for path in places:
            if path.exists():
                path.rename(_beside(path, "old"))
            made.append(path)
            if path in fresh:
                _beside(path, "new").rename(path)
        yield
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        for path in places:
            with suppress(FileNotFoundError):
                _beside(path, "old").rename(path)
        raise
    finally:
        for path in places:
            for word in ("new", "old"):
                _beside(path, word).unlink(missing_ok=True)


def _beside(path: Path, word: str) -> Path:
    """Return a hidden name in the same folder that no other process writes to."""
    return path.with_name(f".{path.name[:100]}.{os.getpid()}.{word}")


def safe(root: Path, path: Path) -> None:
    """Raise OSError when a symbolic link stands on the way from `root` to `path`, or at its end."""
    if linked := next((part for part in _way(root, path) if part.is_symlink()), None):
        raise OSError(errno.ELOOP, "is a symbolic link: nothing is written or deleted through it", str(linked))

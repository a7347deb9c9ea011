"""The place of a site, where a whole one stands at every moment: the new one comes in one step, or the old one stays.

Work goes on in scratch folders beside it. Each is locked by the process that owns it, so that the next build can tell
which belong to nobody any more.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where nothing can be taken away that somebody has open
    fcntl = None  # type: ignore[assignment]

PREFIX = ".site-"
LOCK = "lock"

_HERE = -100
_EXCHANGE = 2


@contextmanager
def scratch(parent: Path) -> Iterator[Path]:
    """Yield a fresh folder in `parent` that goes afterwards, whatever happens; those of dead builds go first."""
    sweep(parent)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    lock = -1
    try:
        lock = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        _remove(folder)
        if lock >= 0:
            os.close(lock)


def _remove(folder: Path) -> None:
    """Remove a scratch folder, its lock last: who is killed in the middle leaves one that is known to be nobody's."""
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.name != LOCK:
            shutil.rmtree(path, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def sweep(parent: Path) -> None:
    """Remove the scratch folders in `parent` that no living process owns."""
    for folder in parent.glob(f"{PREFIX}*"):
        if folder.is_symlink() or not folder.is_dir() or fcntl is None:
            continue
        try:
            lock = os.open(folder / LOCK, os.O_RDWR | os.O_NOFOLLOW)
        except OSError:
            if _is_young(folder):  # its owner may not have come to lock it yet
                continue
            shutil.rmtree(folder, ignore_errors=True)
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(folder)
        except OSError:
            pass  # somebody builds in it
        finally:
            os.close(lock)


def _is_young(folder: Path) -> bool:
    beside = Path(tempfile.mkdtemp(prefix=".now-", dir=folder.parent))
    try:
        return beside.stat().st_mtime - folder.stat().st_mtime < 60
    finally:
        beside.rmdir()


def place(site: Path, fresh: Path) -> None:
    """Put the fresh site in the place of the old one, which then lies where the fresh one was; raises OSError.

    Where the system cannot exchange two folders in one step, the old one waits aside, and is back if anything fails.
    """
    with _alone(site.parent):
        mend(site)
        if not site.exists():
            fresh.rename(site)
        elif os.path.ismount(site):
            remedy = "is a mount point, and cannot be exchanged: build into a folder within it, with --site-dir"
            raise OSError(errno.EBUSY, remedy, str(site))
        elif not _exchange(site, fresh):
            aside = _aside(site)
            site.rename(aside)
            try:
                fresh.rename(site)
            finally:
                mend(site)


def mend(site: Path) -> None:
    """Finish a swap that was cut short: put the old site back where there is none, or drop it where the new one is."""
    aside = _aside(site)
    if aside.is_dir() and not aside.is_symlink():
        if site.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(site)


def _aside(site: Path) -> Path:
    """Return where the old site waits while the new one takes its place; always the same, so that it is found again."""
    return site.with_name(f".{site.name}.old")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build changes what stands in the folder."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return False where the system knows no such step."""
    names = os.fsencode(one), os.fsencode(other)
    system = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else object()
    if linux := getattr(system, "renameat2", None):
        done = linux(_HERE, names[0], _HERE, names[1], _EXCHANGE)
    elif mac := getattr(system, "renamex_np", None):
        done = mac(*names, _EXCHANGE)
    else:
        return False
    if done == 0:
        return True
    if (code := ctypes.get_errno()) in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code), str(one))

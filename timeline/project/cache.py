"""What was made before and is kept in `.cache/` of a timeline: never needed, and believed only when it is whole.

A value is kept under a key that says what it was made of. What is damaged, comes from another engine or another
machine's packages, or names classes that are none of ours, counts as absent.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import timeline

_DIGEST = 32
_OTHERS = {
    ("builtins", "set"),
    ("builtins", "frozenset"),
    ("collections", "Counter"),
    ("decimal", "Decimal"),
    ("markupsafe", "Markup"),
    ("pathlib", "PosixPath"),
}
"""Classes from elsewhere that a kept value may hold. A pickle that names anything else is not read."""


class _Reader(pickle.Unpickler):
    """Makes nothing but values of the engine's own classes, so that a file from elsewhere cannot run programs."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no class")
        # by what the class says of itself: one of our modules may import a class that runs programs
        home = found.__module__
        if (home, found.__qualname__) not in _OTHERS and not home.startswith("timeline."):
            raise pickle.UnpicklingError(f"{module}.{name} is none of ours")
        return found


def digest(*parts: str | bytes) -> bytes:
    """Return what stands for some texts: other texts have another."""
    made = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(raw).to_bytes(8, "big") + raw)
    return made.digest()


def tree(folder: Path) -> bytes:
    """Return what stands for the names and contents of all files in a folder."""
    return digest(*_parts(folder))


def _parts(folder: Path) -> Iterator[bytes]:
    for top, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = Path(top, name)
            yield os.fsencode(path.relative_to(folder).as_posix())
            yield path.read_bytes()


@cache
def engine() -> bytes:
    """Return what stands for the engine's own files, for the packages beside it and for this Python."""
    folders = (Path(folder) for folder in sys.path if Path(folder).is_dir())
    packages = {path.name for folder in folders for path in folder.glob("*.dist-info")}
    return digest(tree(Path(timeline.__file__).parent), sys.version, *sorted(packages))


@cache
def secret() -> bytes:
    """Return what only programs of this user know: what somebody else has put into a cache does not bear its seal."""
    place = Path(os.environ.get("XDG_STATE_HOME") or Path("~/.local/state").expanduser()) / "timeline" / "key"
    made = os.urandom(_DIGEST)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with (
            suppress(FileExistsError),
            os.fdopen(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as f,
        ):
            f.write(made)
        known = place.read_bytes()
    except (OSError, RuntimeError):
        return made  # nothing that was kept is believed
    return known if len(known) == _DIGEST else made


def seal(key: bytes, payload: bytes) -> bytes:
    """Return what stands before a kept value: of this engine, under this key, by this user."""
    return hashlib.blake2b(digest(engine(), key, payload), digest_size=_DIGEST, key=secret()).digest()


def load(path: Path, key: bytes) -> Any | None:
    """Return the value that was saved at `path` under this key, or None."""
    try:
        raw = path.read_bytes()
        payload = raw[_DIGEST:]
        if raw[:_DIGEST] != seal(key, payload):
            return None
        return _Reader(BytesIO(payload)).load()
    except Exception:  # whatever is wrong with a kept value, it can be made anew
        return None


def save(path: Path, key: bytes, value: Any) -> None:
    """Save a value under a key; where nothing can be written nothing is kept."""
    try:
        payload = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            file.write(seal(key, payload) + payload)
        Path(file.name).replace(path)
    except OSError:
        return


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Say whether this process has `folder` for itself until the end of the block: two builds must not mix."""
    try:
        import fcntl

        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("ab")
    except (ImportError, OSError):
        yield False
        return
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True

"""Ends a build, or fails it, at each of its moments: before every call that touches the disk.

Usage: python tests/support/moments.py FOLDER WHAT HOW: prints a line for each moment, and how the site was afterwards.
WHAT: exchange (as most systems do it), aside (as others have to) or offline. HOW: kill, or the number of an error.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from timeline.project.site import Site
from timeline.website import builder, offline, swap

TOUCHING = ("os.", "open", "shutil.", "tempfile.", "ctypes.call")
FILES = ("index.html", "a/index.html", "data/index.html")


def site(folder: Path, word: str) -> Path:
    """Write a site of three pages that all say one word."""
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{word} <!-- offline copy --><!-- /offline copy -->", encoding="utf-8")
    return folder


def state(folder: Path) -> str:
    """Return the one word of a whole site; nothing where pages lack or differ."""
    words = {(folder / name).read_text(encoding="utf-8")[:3] if (folder / name).is_file() else "" for name in FILES}
    return words.pop() if len(words) == 1 else ""


def moment(number: int, how: str) -> Callable[[], bool]:
    """End this process, or raise an error, before the call of that number; return what tells whether it came."""
    left = number

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event.startswith(TOUCHING):
            left -= 1
            if left == 0 and how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            elif left == 0:
                raise OSError(int(how), os.strerror(int(how)))

    sys.addaudithook(hook)
    return lambda: left <= 0


def child(folder: Path, what: str, how: str, number: int) -> int:
    """Run once in a process of its own; return how it ended: 0 well, 2 so in spite of an error, 1 badly, -9 killed."""
    if pid := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    try:
        came = moment(number, how)
        if what == "offline":
            offline.pack(folder / "site", Site("A"))
        else:
            builder.build(folder, folder / "site")
    except OSError:
        os._exit(1)
    os._exit(2 if came() else 0)


def main(folder: Path, what: str, how: str) -> None:
    """Go through all moments; every line has number, end, what the site says, and what lies beside it."""
    builder._mkdocs = lambda root, command, option, target: site(Path(target), "new") and 0  # type: ignore[assignment]
    if what == "aside":
        swap._exchange = lambda one, other: False  # type: ignore[assignment]
    for number in range(1, 400):
        shutil.rmtree(folder, ignore_errors=True)
        site(folder / "site", "old")
        end = child(folder, what, how, number)
        swap.mend(folder / "site")
        whole = state(folder / "site")
        archive = folder / "site" / offline.ARCHIVE
        packed = archive.read_bytes()[-22:-18] == b"PK\x05\x06" if archive.exists() else True
        again = child(folder, what, "kill", 100_000)
        beside = sorted(path.name for path in folder.iterdir())
        print(number, end, whole, packed, again, state(folder / "site"), *beside, flush=True)
        if end == 0 and number > 1:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])

"""Runs the site builder as a child process, and puts its result in place only when it is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import timeline
from timeline.project import releases
from timeline.website import swap

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Silences the theme's notice about MkDocs 2: docs/adr/0001 says what we do about it."""

PATIENCE = 10
"""Seconds that a child has to end by itself when it is told to."""


def build(root: Path, site: Path, versions: bool = False) -> int:
    """Build the timeline in `root` into `site`, with its releases if asked; return 0, or 1 and leave the old site."""
    if versions:
        os.environ[releases.SWITCH] = "1"  # the child inherits it
    site.parent.mkdir(parents=True, exist_ok=True)
    swap.mend(site)
    with _ended_by_signal(), swap.scratch(site.parent) as folder:
        fresh = folder / "site"
        if _mkdocs(root, "build", "--site-dir", str(fresh)) != 0:
            return 1
        swap.place(site, fresh)
    return 0


def may_replace(site: Path, root: Path) -> bool:
    """Return whether a build may take the place of `site`, because it is a site, is empty or is not there.

    What was in the folder is gone after a build, so a slip such as `--site-dir docs` must not name anything else.
    """
    if site.is_symlink() or root.is_relative_to(site):
        return False
    return not site.exists() or (site / "index.html").is_file() or (site.is_dir() and not any(site.iterdir()))


def serve(root: Path, address: str) -> int:
    """Serve the timeline in `root` and rebuild it on every save, until interrupted."""
    try:
        with _ended_by_signal():
            return _mkdocs(root, "serve", "--dev-addr", address)
    except KeyboardInterrupt:
        return 0


def _mkdocs(root: Path, *arguments: str) -> int:
    """Run the site builder; whatever ends this process ends that one, for it reads from a pipe that closes then."""
    command = [sys.executable, "-m", "timeline.mkdocs_runner", *arguments, "--with-parent"]
    with subprocess.Popen(command, cwd=root, env=_environment(), stdin=subprocess.PIPE) as child:
        try:
            return child.wait()
        except BaseException:
            child.terminate()
            try:
                child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                child.kill()
            raise


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    """Let SIGTERM end a build as Ctrl-C does, with everything put away."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _environment() -> dict[str, str]:
    """Return the environment of the child, which has to find this engine wherever it was started from."""
    paths = [str(Path(timeline.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, **QUIET, "PYTHONPATH": os.pathsep.join(filter(None, paths))}

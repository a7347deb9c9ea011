"""Makes a site, with the site builder as a child process, and puts it in place only when it is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import timeline
from timeline import problems
from timeline.catalogue import build as catalogue_of
from timeline.checks.rules import check
from timeline.pages.sections import sections
from timeline.problems import Problem
from timeline.project import releases, settings
from timeline.reading.corpus import load
from timeline.website import assembly, live, rendered, swap
from timeline.website.shell import ShellError

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Silences the theme's notice about MkDocs 2: docs/adr/0001 says what we do about it."""

PATIENCE = 10
"""Seconds that a child has to end by itself when it is told to."""


Tell = Callable[[Sequence[Problem], str], None]
"""Takes what is wrong, and with what: the data, the built site, or a shell, of which it takes the words."""


def build(root: Path, site: Path, versions: bool = False, tell: Tell = lambda found, word: None) -> int:
    """Build the timeline in `root` into `site`, with its releases if asked; return 0, or 1 and leave the old site."""
    if versions:
        os.environ[releases.SWITCH] = "1"  # the child inherits it
    site.parent.mkdir(parents=True, exist_ok=True)
    swap.mend(site)
    with _ended_by_signal(), swap.scratch(site.parent) as folder:
        fresh = folder / "site"
        found = settings.readable(root)
        if (_made(root, fresh, found, tell) if rendered.is_known(root, found) else _rendered(root, fresh)) != 0:
            return 1
        swap.place(site, fresh)
    return 0


def _rendered(root: Path, fresh: Path) -> int:
    """Let the site builder make all of the site: nobody knows what it runs besides us."""
    return _mkdocs(root, "build", "--site-dir", str(fresh))


def _made(root: Path, fresh: Path, found: Mapping[str, Any], tell: Tell) -> int:
    """Make the site here; the site builder renders its frame, unless that is known."""
    wrong = check(corpus := load(root))
    tell(wrong, "data")
    if problems.failed(wrong):
        return 1
    catalogue = catalogue_of(corpus)
    frame = rendered.Frame(root, found, sections(catalogue))
    prepared = frame.place(fresh)
    if not prepared:
        if _mkdocs(root, "build", "--site-dir", str(fresh), frame=frame.sections) != 0:
            return 1
        try:
            prepared = assembly.prepare(fresh)
        except ShellError as error:
            tell((), str(error))
            return 1
        frame.keep(fresh, prepared)
    broken = assembly.fill(fresh, prepared, catalogue, settings.site_of(found, root))
    tell(broken, "site")
    return 1 if broken else 0


def may_replace(site: Path, root: Path) -> bool:
    """Return whether a build may take the place of `site`, because it is a site, is empty or is not there.

    What was in the folder is gone after a build, so a slip such as `--site-dir docs` must not name anything else.
    """
    if site.is_symlink() or root.is_relative_to(site):
        return False
    return not site.exists() or (site / "index.html").is_file() or (site.is_dir() and not any(site.iterdir()))


def serve(root: Path, address: str, tell: Tell, ready: Callable[[], None]) -> int:
    """Serve the timeline in `root` and rebuild it on every save, until interrupted; `ready`: called when it answers."""
    host, _, port = address.rpartition(":")

    def render(fresh: Path, frame: str) -> int:
        return _mkdocs(root, "build", "--site-dir", str(fresh), "--lenient", frame=frame)

    try:
        with _ended_by_signal():
            if not rendered.is_known(root, settings.readable(root)):  # nobody but the site builder knows what it runs
                return _mkdocs(root, "serve", "--dev-addr", address)
            return live.serve(root, host.strip("[]"), int(port), render, tell, ready)
    except KeyboardInterrupt:
        return 0


def _mkdocs(root: Path, *arguments: str, frame: str = "") -> int:
    """Run the site builder; whatever ends this process ends that one, for it reads from a pipe that closes then.

    frame: the sections of the header, when it is to render nothing but the frame.
    """
    command = [sys.executable, "-m", "timeline.mkdocs_runner", *arguments, "--with-parent"]
    with subprocess.Popen(command, cwd=root, env=_environment(frame), stdin=subprocess.PIPE) as child:
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

    numbers = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = [(number, signal.signal(number, end)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _environment(frame: str) -> dict[str, str]:
    """Return the environment of the child, which has to find this engine wherever it was started from."""
    paths = [str(Path(timeline.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    asked = {rendered.ENVIRONMENT: frame} if frame else {}
    return {**os.environ, **QUIET, **asked, "PYTHONPATH": os.pathsep.join(filter(None, paths))}

"""Runs the site builder as a child process, and puts its result in place only when it is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import timeline

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Silences the theme's notice about MkDocs 2: docs/adr/0001 says what we do about it."""


def build(root: Path, site: Path) -> int:
    """Build the timeline in `root` into `site`; return 0, or 1 and leave the old site as it was."""
    site.parent.mkdir(parents=True, exist_ok=True)
    _mend(site)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site.parent) as scratch:
        fresh = Path(scratch) / "site"
        if _mkdocs(root, "build", "--site-dir", str(fresh)) != 0:
            return 1
        _swap(site, fresh)
    return 0


def _aside(site: Path) -> Path:
    """Return where the old site waits while the new one takes its place; always the same, so that it is found again."""
    return site.with_name(f".{site.name}.old")


def _mend(site: Path) -> None:
    """Finish a swap that was cut short: put the old site back where there is none, or drop it where the new one is."""
    aside = _aside(site)
    if aside.exists():
        if site.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(site)


def _swap(site: Path, fresh: Path) -> None:
    """Put the fresh site in the place of the old one; raises OSError, and then the old one is back."""
    aside = _aside(site)
    if site.exists():
        site.rename(aside)
    try:
        fresh.rename(site)
    finally:
        _mend(site)


def may_replace(site: Path, root: Path) -> bool:
    """Return whether a build may take the place of `site`, because it is a site, is empty or is not there.

    What was in the folder is gone after a build, so a slip such as `--site-dir docs` must not name anything else.
    """
    if root.is_relative_to(site):
        return False
    return not site.exists() or (site / "index.html").is_file() or (site.is_dir() and not any(site.iterdir()))


def serve(root: Path, address: str) -> int:
    """Serve the timeline in `root` and rebuild it on every save, until interrupted."""
    try:
        return _mkdocs(root, "serve", "--dev-addr", address)
    except KeyboardInterrupt:
        return 0


def _mkdocs(root: Path, *arguments: str) -> int:
    command = [sys.executable, "-m", "timeline.mkdocs_runner", *arguments]
    return subprocess.run(command, cwd=root, env=_environment(), check=False).returncode


def _environment() -> dict[str, str]:
    """Return the environment of the child, which has to find this engine wherever it was started from."""
    paths = [str(Path(timeline.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, **QUIET, "PYTHONPATH": os.pathsep.join(filter(None, paths))}

"""Runs the site builder as a child process, and puts its result in place only when it is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Silences the theme's notice about MkDocs 2: docs/adr/0001 says what we do about it."""


def build(root: Path, site: Path) -> int:
    """Build the timeline in `root` into `site`; return 0, or 1 and leave the old site as it was."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site.parent) as scratch:
        fresh = Path(scratch) / "site"
        if _mkdocs(root, "build", "--strict", "--site-dir", str(fresh)) != 0:
            return 1
        if site.exists():
            site.rename(Path(scratch) / "old")
        shutil.move(fresh, site)
    return 0


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
        return _mkdocs(root, "serve", "--no-strict", "--dev-addr", address)
    except KeyboardInterrupt:
        return 0


def _mkdocs(root: Path, *arguments: str) -> int:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, env={**os.environ, **QUIET}, check=False).returncode

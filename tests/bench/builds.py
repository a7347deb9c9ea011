"""Builds and checks of synthetic timelines: ours, and plain MkDocs on the same events."""

import json
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench import processes
from bench.processes import Cost

REPO = Path(__file__).resolve().parents[2]
BUILD = [sys.executable, REPO / "build.py"]


def first(folder: Path) -> dict[str, Any]:
    """Build the timeline in `folder` with our command for the first time: every social card is drawn."""
    return _built(processes.run([*BUILD, "-C", folder, "build"], folder), folder / "site")


def ours(folder: Path, times: int) -> dict[str, Any]:
    """Build the timeline in `folder` again, as its authors do: the cards are there from the build before."""
    cost = processes.median(lambda: processes.run([*BUILD, "-C", folder, "build"], folder), times)
    return _built(cost, folder / "site")


def plain(folder: Path, times: int, limit: float) -> dict[str, Any]:
    """Build the pages in `folder` with MkDocs and Material, for at most `limit` seconds."""

    def once() -> Cost:
        shutil.rmtree(folder / "site", ignore_errors=True)
        return processes.run([sys.executable, "-m", "mkdocs", "build", "-q"], folder, limit)

    return _built(processes.median(once, times), folder / "site")


def checks(folder: Path, times: int) -> dict[str, Any]:
    """Check all files, and report on one."""
    one = min((folder / "events").iterdir())
    check = [*BUILD, "-C", folder, "check"]
    return {
        "all": asdict(processes.median(lambda: processes.run(check, folder), times)),
        "one": asdict(processes.median(lambda: processes.run([*check, one], folder), times)),
    }


def phases(folder: Path) -> dict[str, Any]:
    """Where the time of one of our builds goes."""
    command = [sys.executable, str(Path(__file__).parent / "phases.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise processes.Failed(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _built(cost: Cost, site: Path) -> dict[str, Any]:
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return {**asdict(cost), "bytes": sum(path.stat().st_size for path in files), "pages": pages}

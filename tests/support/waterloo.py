"""The second timeline, which has nothing to do with the first: tests/timelines/waterloo."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from harness import REPO, Project
from timeline.catalogue import Catalogue, build
from timeline.checks.rules import check
from timeline.reading.corpus import load

ROOT = REPO / "tests/timelines/waterloo"


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of the timeline."""
    corpus = load(ROOT)
    assert check(corpus) == []
    return build(corpus)


def copy(root: Path) -> Project:
    """Copy the timeline to a new folder; the engine and its shells stay those of the repository."""
    shutil.copytree(ROOT, root)
    project = Project(root)
    project.write({"mkdocs.yml": project.read("mkdocs.yml").replace("../../..", REPO.as_posix())})
    for page in (REPO / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        if text.startswith('---\ntitle: "%%title%%"\n'):
            project.write({page.relative_to(REPO).as_posix(): text})
    return project

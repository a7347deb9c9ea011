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
    """Copy the timeline to a new folder; the engine stays that of the repository."""
    shutil.copytree(ROOT, root)
    project = Project(root)
    project.write({"mkdocs.yml": project.read("mkdocs.yml").replace("../../..", REPO.as_posix())})
    return project

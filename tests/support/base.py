"""The base of the gallery, a timeline without a mistake, and changes to it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from harness import REPO
from timeline.checks import rules
from timeline.problems import render
from timeline.reading.corpus import Corpus, load

BASE = REPO / "tests/gallery/base"
LIGNY = "events/1815-ligny.yaml"
WATERLOO = "events/1815-waterloo.yaml"

Change = str | tuple[str, str]
"""The whole of a file, or words that stand in it once and words to put in their place."""


def corpus(root: Path, changes: Mapping[str, Change]) -> Corpus:
    """Return the base, copied to `root` and changed."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name, change in changes.items():
        path = root / name
        text = change if isinstance(change, str) else _replaced(path, *change)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(root)


def report(root: Path, changes: Mapping[str, Change]) -> str:
    """Return what the check says of the base, copied to `root` and changed."""
    return render(rules.check(corpus(root, changes)))


def _replaced(path: Path, old: str, new: str) -> str:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} holds {text.count(old)} times: {old}"
    return text.replace(old, new)

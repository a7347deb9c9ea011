"""The pages of the last build, kept for the next one: those whose records and frame are as they were are not made anew.

The files of the pages lie in `.cache/pages/`, as further names of the files in the site. One that has been changed
since, in either place, counts as absent; so a build with what is kept gives the same bytes as one without.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from timeline.pages.facts import Memory
from timeline.pages.page import Page
from timeline.project import cache
from timeline.project.site import Picture
from timeline.website.link_check import Document

_KEY = b"pages"


@dataclass(slots=True)
class Leaf:
    """One page as it was written: its frame, its picture, its file then, and what it links."""

    frame: bytes
    picture: Picture | None
    file: tuple[int, int, int]
    document: Document


@dataclass(slots=True)
class Left:
    """What one build leaves to the next."""

    memory: Memory = field(default_factory=Memory)
    leaves: dict[str, Leaf] = field(default_factory=dict)


class Keeping:
    """What the last build left, and what this one will leave. Without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "pages" if folder else None
        self._before = (self._folder and cache.load(self._folder / "index", _KEY)) or Left()
        self._leaves: dict[str, Leaf] = {}
        self._expected: tuple[bytes, dict[str, Picture]] = b"", {}
        self.memory: Memory = self._before.memory

    def expect(self, frame: bytes, pictures: dict[str, Picture]) -> None:
        """Say what the pages of this build stand in: a page from another frame is none of it."""
        self._expected = frame, pictures

    def has(self, page: Page) -> bool:
        """Return whether the page was written in the same frame, and its file is as it was written."""
        leaf = self._before.leaves.get(page.path)
        frame, pictures = self._expected
        if not leaf or leaf.frame != frame or leaf.picture != (pictures.get(page.path) or pictures.get("")):
            return False
        if _state(self._file(page.path)) != leaf.file:
            return False
        self._leaves[page.path] = leaf
        return True

    def place(self, page: Page, target: Path) -> bool:
        """Put the file of a page that was made before in its place; return False if there is none."""
        if page.path not in self._leaves:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        _join(self._file(page.path), target)
        return True

    def keep(self, page: Page, target: Path, document: Document) -> None:
        """Keep the file of a page that was written just now."""
        if not self._folder:
            return
        frame, pictures = self._expected
        file = self._file(page.path)
        try:
            file.unlink(missing_ok=True)
            _join(target, file)
        except OSError:
            return
        picture = pictures.get(page.path) or pictures.get("")
        if state := _state(file):
            self._leaves[page.path] = Leaf(frame, picture, state, document)

    def leave(self, memory: Memory) -> None:
        """Leave all of this build to the next one, and nothing of those before."""
        if not self._folder:
            return
        names = {self._file(path).name for path in self._leaves}
        for old in self._folder.glob("*.html"):
            if old.name not in names:
                old.unlink()
        cache.save(self._folder / "index", _KEY, Left(memory, self._leaves))

    def documents(self) -> dict[str, Document]:
        """Return what the pages of this build link, by their files."""
        return {leaf.document.path: leaf.document for leaf in self._leaves.values()}

    def _file(self, path: str) -> Path:
        assert self._folder
        return self._folder / f"{hashlib.blake2b(path.encode(), digest_size=16).hexdigest()}.html"


@contextmanager
def keeping(folder: Path | None) -> Iterator[Keeping]:
    """Open what is kept in the cache folder; to a second build at the same time it is closed."""
    if not folder:
        yield Keeping(None)
        return
    with cache.alone(folder / "pages") as alone:
        yield Keeping(folder if alone else None)


def trimmed(page: Any) -> Any:
    """Return a page without its HTML, which stands in its file."""
    return replace(page, content=Markup(), head="")


def _state(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _join(file: Path, target: Path) -> None:
    """Give a file a second name, or copy it where that cannot be done."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)

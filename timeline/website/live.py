"""The preview in one process: it watches the files of a timeline, makes the site anew after each save, and shows it."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import timeline
from timeline.catalogue import Catalogue
from timeline.catalogue import build as catalogue_of
from timeline.checks.rules import check
from timeline.pages.sections import sections
from timeline.problems import Problem, failed
from timeline.project import cache, disk, settings, settings_check
from timeline.reading.corpus import TOPS, load
from timeline.website import assembly, preview, rendered, serving, swap
from timeline.website.shell import ShellError

Render = Callable[[Path, str], int]
"""Has the frame of a site rendered into a folder, with the sections of its header; returns 0 if it was."""

Tell = Callable[[Sequence[Problem], str], None]

_SHARE = 20
"""How many times longer than a look at all files the pause before the next one is."""

_PAUSE = 0.1


class Live:
    """A timeline that is shown while somebody writes it."""

    def __init__(self, root: Path, folder: Path, render: Render, tell: Tell) -> None:
        """`folder`: where the sites are made."""
        self.stage = serving.Stage()
        self._root, self._folder, self._render, self._tell = root, folder, render, tell
        self._catalogue: Catalogue | None = None
        self._sites: list[Path] = []
        self._count = 0

    def rebuild(self, changed: Iterable[str] = ()) -> bool:
        """Make the site of what the files say, or show what is wrong with them; return whether there is a site."""
        found: dict[str, Any] = {**settings.readable(self._root), "site_url": ""}
        wrong = [*settings_check.problems_of(self._root), *check(corpus := load(self._root))]
        self._tell(wrong, "data")
        if not failed(wrong):
            self._catalogue = catalogue_of(corpus)
            return self._make(found, self._catalogue, wrong, list(changed))
        if self._sites:
            self._show(self._sites[-1], wrong, [])
            return True
        return self._make(found, None, wrong, [])

    def _make(
        self, found: Mapping[str, Any], catalogue: Catalogue | None, wrong: list[Problem], changed: list[str]
    ) -> bool:
        self._count += 1
        fresh = self._folder / f"{self._count}"
        frame = rendered.Frame(self._root, found, sections(catalogue) if catalogue else [], lenient=True)
        prepared = frame.place(fresh)
        if not prepared:
            if self._render(fresh, frame.sections) != 0:
                return bool(self._sites)
            try:
                prepared = assembly.prepare(fresh)
            except ShellError as error:
                self._tell((), str(error))
                return bool(self._sites)
            frame.keep(fresh, prepared)
        if catalogue is None:
            assembly.fill_fragments(fresh, {})
            self._show(fresh, wrong, [])
            return True
        site = settings.site_of(found, self._root)
        show = partial(self._show, fresh, wrong, changed)
        if broken := assembly.fill(fresh, prepared, catalogue, site, show):
            self._tell(broken, "site")
            self._show(fresh, [*wrong, *broken], changed)
        return True

    def _show(self, site: Path, wrong: list[Problem], changed: list[str]) -> None:
        ways = preview.ways_to(site, changed)
        wrong = sorted(set(wrong))
        self.stage.show(
            site, lambda page, here: preview.noted(page, here, site, root=self._root, found=wrong, ways=ways)
        )
        if site not in self._sites:
            self._sites.append(site)
        for old in self._sites[:-2]:  # somebody may still load parts of a page of the last one
            shutil.rmtree(old, ignore_errors=True)
        del self._sites[:-2]


def watch(root: Path, rebuild: Callable[[list[str]], object]) -> None:
    """Call `rebuild` with the files that were changed, after each change, until something is raised."""
    engine = Path(timeline.__file__).parent
    before, parts = _times(*_watched(root)), _times(engine)
    while True:
        started = time.monotonic()
        now, engine_now = _times(*_watched(root)), _times(engine)
        changed = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
        pause = max(_PAUSE, _SHARE * (time.monotonic() - started))
        if engine_now != parts:
            cache.engine.cache_clear()
        if changed or engine_now != parts:
            before, parts = now, engine_now
            rebuild([os.path.relpath(name, root).replace(os.sep, "/") for name in changed if name in now])
        else:
            time.sleep(pause)


def _watched(root: Path) -> Iterator[Path]:
    """Yield the files and folders that a site is made of."""
    found = settings.readable(root)
    theme, more = found.get("theme"), found.get("watch") or []
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    names = [*TOPS, settings.FILE, found.get("docs_dir") or "docs", *([custom] if custom else [])]
    yield from (root / name for name in [*names, *(more if isinstance(more, list) else [])])


def _times(*places: Path) -> dict[str, tuple[int, int]]:
    """Return the time of the last change and the size of each file at or below some places."""
    found: dict[str, tuple[int, int]] = {}
    for place in places:
        try:
            if place.is_dir():
                found.update(_below(place))
            else:
                found[f"{place}"] = place.stat().st_mtime_ns, place.stat().st_size
        except OSError:
            continue  # it has just gone, and shows at the next look
    return found


def _below(folder: str | Path) -> Iterator[tuple[str, tuple[int, int]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            elif entry.is_file():
                state = entry.stat()
                yield entry.path, (state.st_mtime_ns, state.st_size)


def serve(root: Path, host: str, port: int, render: Render, tell: Tell, ready: Callable[[], None]) -> int:
    """Show the timeline until interrupted; return 1 if there is nothing to show. Raises OSError."""
    kept = root / disk.CACHE
    kept.mkdir(exist_ok=True)
    with swap.scratch(kept if os.access(kept, os.W_OK) else Path(tempfile.gettempdir())) as folder:
        live = Live(root, folder, render, tell)
        with serving.server(host, port, live.stage) as server:
            if not live.rebuild():
                return 1
            threading.Thread(target=server.serve_forever, daemon=True).start()
            ready()
            try:
                watch(root, live.rebuild)
            finally:
                server.shutdown()
    return 0

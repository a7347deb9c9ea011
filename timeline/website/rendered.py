"""The frame of a site as MkDocs has rendered it, kept: it is made anew only when something that it rests on changes.

It rests on the settings, on the handwritten pages and what lies beside them, on the sections of the header, and on the
engine with the packages beside it. Settings under which MkDocs runs anybody else's code are never taken for known.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import timeline
from timeline.project import cache, disk
from timeline.website.assembly import Prepared

ENVIRONMENT = "TIMELINE_FRAME"
"""The variable that asks the hooks for the frame alone, and holds the sections of its header as JSON."""

FOLDER = f"{disk.CACHE}/frame"

_MOST = 4
"""Frames that are kept of a timeline: with and without the site's address, and those before."""

_EXTENSIONS = {
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
    *("md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
}
"""Extensions of Markdown that come with it, and make nothing but HTML of the text that they are given."""

_ENGINE = Path(timeline.__file__).parent


@dataclass(slots=True)
class Kept:
    """A frame as it was kept: the sum of each file by its path, and what was read of its pages."""

    files: dict[str, bytes]
    prepared: Prepared


class Frame:
    """The frame of one build; `key` is None where nobody knows all that it rests on."""

    def __init__(
        self, root: Path, found: Mapping[str, Any], sections: list[dict[str, str]], lenient: bool = False
    ) -> None:
        """`found`: the settings of the timeline in `root`; `lenient`: whether links may lead nowhere."""
        self.sections = json.dumps(sections)
        self._folder = root / FOLDER
        self.key = _key(root, found, f"{self.sections} {lenient}") if is_known(root, found) else None

    def place(self, site_dir: Path) -> Prepared | None:
        """Write the frame as it was kept into the site; None where it is not, or not as it was."""
        kept = cache.load(self._index, self.key) if self.key else None
        if not isinstance(kept, Kept):
            return None
        texts = {name: self._read(sum_) for name, sum_ in kept.files.items()}
        if None in texts.values():
            return None
        for folder in sorted({(site_dir / name).parent for name in texts}):
            folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (site_dir / name).write_bytes(text or b"")
        return kept.prepared

    def keep(self, site_dir: Path, prepared: Prepared) -> None:
        """Keep a frame that was prepared just now, and a few before it."""
        if not self.key:
            return
        files = {}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for path in sorted(path for path in site_dir.rglob("*") if path.is_file()):
                text = path.read_bytes()
                files[path.relative_to(site_dir).as_posix()] = sum_ = cache.digest(text)
                if self._read(sum_) is None:
                    disk.write(self._folder, sum_.hex(), text)
            cache.save(self._index, self.key, Kept(files, prepared))
            self._forget()
        except OSError:
            return

    @property
    def _index(self) -> Path:
        assert self.key
        return self._folder / f"{self.key.hex()}.index"

    def _read(self, sum_: bytes) -> bytes | None:
        try:
            text = (self._folder / sum_.hex()).read_bytes()
        except OSError:
            return None
        return text if cache.digest(text) == sum_ else None

    def _forget(self) -> None:
        """Remove what the latest frames do not need; another build that misses a file renders it anew."""
        indexes = sorted(self._folder.glob("*.index"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in indexes[_MOST:]:
            path.unlink(missing_ok=True)
        left = [cache.load(path, bytes.fromhex(path.stem)) for path in indexes[:_MOST]]
        needed = {sum_.hex() for kept in left if kept for sum_ in kept.files.values()}
        for path in self._folder.iterdir():
            if path.suffix != ".index" and path.name not in needed:
                path.unlink(missing_ok=True)


def is_known(root: Path, found: Mapping[str, Any]) -> bool:
    """Return whether MkDocs runs nothing but itself, its theme and the engine under these settings."""
    plugins, extensions = found.get("plugins", ["search"]), found.get("markdown_extensions") or []
    theme = found.get("theme") or "material"
    names = [name for part in extensions for name in ([part] if isinstance(part, str) else part)]
    hooks = [root / name for name in found.get("hooks") or ()]
    return (
        bool(found.get("site_name"))
        and plugins in ([], ["search"], {"search": {}})
        and _EXTENSIONS.issuperset(names)
        and (theme if isinstance(theme, str) else theme.get("name")) == "material"
        and all(map(_is_ours, hooks))
    )


def _is_ours(hook: Path) -> bool:
    """Return whether a hook is the engine's and does nothing else."""
    own = _ENGINE.parent / "build.py"
    if hook.resolve() == _ENGINE / "mkdocs_hooks.py":
        return True
    return hook.is_file() and own.is_file() and hook.read_bytes() == own.read_bytes()


def _key(root: Path, found: Mapping[str, Any], sections: str) -> bytes:
    theme = found.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    folders = [root / (found.get("docs_dir") or "docs"), *([root / custom] if custom else [])]
    settings = {key: value for key, value in found.items() if key not in ("hooks", "watch", "site_dir", "strict")}
    own = [json.dumps(settings, sort_keys=True, default=repr), sections, os.environ.get("SOURCE_DATE_EPOCH", "")]
    return cache.digest(*own, *map(cache.tree, folders))

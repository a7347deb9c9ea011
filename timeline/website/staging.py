"""The way out: a plain tree that another site builder can render, and the filling of what it rendered."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from timeline.catalogue import Catalogue
from timeline.problems import Problem
from timeline.project import settings
from timeline.website import bundles, frame
from timeline.website.assembly import assemble

OURS = ("hooks", "watch", "strict", "site_dir")
"""Settings that only our own build needs."""


def stage(root: Path, target: Path) -> None:
    """Write handwritten pages, shells, theme and settings of the timeline in `root` into `target`.

    Zensical, ProperDocs or MkDocs itself render that tree as it is; `fill` completes the result.
    """
    config: dict[str, Any] = {key: value for key, value in settings.read(root).items() if key not in OURS}
    named = config.get("theme") or frame.material()
    theme: dict[str, Any] = {"name": named} if isinstance(named, str) else named
    shutil.copytree(frame.THEME, target / "theme", dirs_exist_ok=True)
    shutil.move(target / "theme/assets", target / "docs/assets")  # not every builder looks for files in a theme
    for name, text in bundles.assets():
        (target / "docs/assets" / name).write_text(text, encoding="utf-8")
    for place, path in frame.shells().items():
        (target / "docs" / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / "docs" / place)
    for source, name in ((config.get("docs_dir", "docs"), "docs"), (theme.get("custom_dir"), "theme")):
        if source:
            shutil.copytree(root / source, target / name, dirs_exist_ok=True)
    config |= {
        "docs_dir": "docs",
        "theme": {**theme, "custom_dir": "theme", "font": False},
        "not_in_nav": f"{config.get('not_in_nav', '')}\n/shells/\n/embed.md\n",
        "extra_css": frame.styles(config.get("extra_css", [])),
        "extra_javascript": frame.scripts(config.get("extra_javascript", [])),
    }
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (target / "mkdocs.yml").write_text(text, encoding="utf-8")


def fill(root: Path, site_dir: Path, catalogue: Catalogue) -> list[Problem]:
    """Fill the shells of a site that another builder has rendered; return its broken links."""
    return assemble(site_dir, catalogue, settings.site_of(settings.read(root), root))

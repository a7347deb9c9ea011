"""The settings of a timeline: what mkdocs.yml says, read without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from timeline.project import history
from timeline.project.repository import Repository
from timeline.project.site import CardStyle, Map, Site


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml as MkDocs does: `!ENV` names an environment variable, with a value for when it is not set."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
        return next((os.environ[name] for name in names if name in os.environ), default)
    return os.environ.get(str(node.value))


_Loader.add_constructor("!ENV", _environment)


def read(root: Path) -> dict[str, Any]:
    """Return the settings of the timeline in `root`; raises OSError when it has no mkdocs.yml."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader) or {}


def site_of(settings: Mapping[str, Any], root: Path) -> Site:
    """Return what pages need of the settings; the version is date and commit, where there is a checkout."""
    repository = str(settings.get("repo_url") or "").rstrip("/")
    extra = settings.get("extra") or {}
    place, card = extra.get("map"), extra.get("card", {})
    return Site(
        name=settings["site_name"],
        subtitle=extra.get("subtitle", ""),
        language=_language(settings.get("theme")),
        leads=extra.get("leads") or {},
        url=settings.get("site_url") or "",
        repository=Repository(f"{repository}/" if repository else "", **extra.get("repository", {})),
        version=history.version(root),
        map=Map(**place) if place else None,
        card=CardStyle(**card) if card is not False else None,
        cache=root / ".cache" / "cards",
        licence=extra.get("licence", ""),
        licence_url=extra.get("licence_url", ""),
        history=history.read(root),
        description=settings.get("site_description") or "",
        handwritten=_handwritten(root, settings.get("docs_dir") or "docs"),
    )


def _handwritten(root: Path, folder: str) -> dict[str, str]:
    """Return the file of each handwritten page by the path at which a site builder puts the page."""
    found = {}
    for file in sorted((root / folder).rglob("*.md")):
        place = file.relative_to(root / folder)
        parts = place.parent.parts if place.stem in ("index", "README") else place.with_suffix("").parts
        found["".join(f"{part}/" for part in parts)] = os.path.relpath(file, root).replace(os.sep, "/")
    return found


def _language(theme: Any) -> str:
    """Return the language of the theme, which is a mapping in mkdocs.yml and an object of MkDocs in its hooks."""
    if theme is None or isinstance(theme, str) or "language" not in theme:
        return "en"
    return str(theme["language"])

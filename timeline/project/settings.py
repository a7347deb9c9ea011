"""The settings of a timeline: what mkdocs.yml says, read without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from timeline.project import disk, history, releases
from timeline.project.repository import Repository
from timeline.project.site import LANGUAGE, CardStyle, Extent, Links, Site

FILE = "mkdocs.yml"

LARGEST = 1_000_000
"""Bytes of a file of settings that are read."""


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml as MkDocs does: `!ENV` names an environment variable, with a value for when it is not set.

    What is a function for MkDocs (`!!python/name:…`, `!relative`) is nothing to us, and stays a text.
    """


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
        return next((os.environ[name] for name in names if name in os.environ), default)
    return os.environ.get(str(node.value))


def _foreign(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> str:
    return tag


Loader.add_constructor("!ENV", _environment)
Loader.add_constructor("!relative", lambda loader, node: str(node.value))
Loader.add_multi_constructor("tag:yaml.org,2002:python/", _foreign)


def read(root: Path) -> dict[str, Any]:
    """Return the settings of the timeline in `root`, with those of the files that they inherit from.

    Raises OSError when one of the files is missing, and yaml.YAMLError when one is no YAML.
    """
    found: dict[str, Any] = _inherited(root / FILE)
    return found


def readable(root: Path) -> dict[str, Any]:
    """Return the settings of the timeline in `root`, or none where they cannot be read: the check says why."""
    try:
        found = read(root)
    except (OSError, yaml.YAMLError, UnicodeDecodeError, RecursionError, AttributeError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _inherited(path: Path) -> Any:
    text = disk.read(path, LARGEST).decode("utf-8")
    found = yaml.load(text, Loader=Loader) or {}
    parent = found.pop("INHERIT", None) if isinstance(found, dict) else None
    return _merged(_inherited(path.parent / parent), found) if parent else found


def _merged(below: Any, above: Any) -> Any:
    """Return settings in which those `above` win, key by key, as MkDocs merges them."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}


def language(root: Path) -> str:
    """Return the language of the pages of the timeline in `root`: English where its settings do not say."""
    try:
        return _language(read(root).get("theme"))
    except (OSError, yaml.YAMLError, AttributeError):  # whoever builds is told what is wrong with the settings
        return _language(None)


def site_of(settings: Mapping[str, Any], root: Path) -> Site:
    """Return what pages need of the settings; the version is date and commit, where there is a checkout."""
    url = str(settings.get("site_url") or "")
    repository = str(settings.get("repo_url") or "").rstrip("/")
    extra = settings.get("extra") or {}
    place, inset, card = extra.get("map"), extra.get("inset"), extra.get("card", {})
    return Site(
        name=settings["site_name"],
        subtitle=extra.get("subtitle", ""),
        language=_language(settings.get("theme")),
        leads=extra.get("leads") or {},
        official=tuple(extra.get("official") or ()),
        url=url if url.endswith("/") or not url else f"{url}/",
        repository=Repository(**{**(extra.get("repository") or {}), "url": f"{repository}/" if repository else ""}),
        version=history.version(root),
        map=Extent(**place) if place else None,
        inset=Extent(**inset) if inset else None,
        card=CardStyle(**card) if card is not False else None,
        media=root / "reference" / "media",
        cache=root / ".cache" / "cards",
        licence=extra.get("licence", ""),
        licence_url=extra.get("licence_url", ""),
        history=history.read(root),
        releases=releases.releases(root) if releases.wanted() else (),
        description=settings.get("site_description") or "",
        links=Links(**(extra.get("links") or {})),
        identity=extra.get("identity") or "",
        contact=extra.get("contact") or "",
        next=tuple(extra.get("next") or ()),
        root=root,
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
        return LANGUAGE
    return str(theme["language"])

"""The hooks that MkDocs calls: the only module that imports it. Loaded through build.py (`hooks: [build.py]`)."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel

from timeline import problems
from timeline.catalogue import Catalogue, build
from timeline.checks import page_harm
from timeline.checks.rules import check
from timeline.pages.sections import sections
from timeline.problems import Problem
from timeline.project import settings_check
from timeline.project.settings import site_of
from timeline.reading.corpus import load
from timeline.website import bundles, frame, policy, preview, rendered
from timeline.website.assembly import assemble, fill_fragments
from timeline.website.shell import ShellError

EXTENSIONS = ("attr_list", "md_in_html")
"""What shells and handwritten pages are written with, beside plain Markdown."""


class _State:
    """What one run of MkDocs remembers between its hooks and, when serving, between its builds."""

    serving = False
    catalogue: Catalogue | None = None
    found: tuple[Problem, ...] = ()
    times: Mapping[str, int] = MappingProxyType({})
    changed: Sequence[str] = ()


_state = _State()


def on_startup(command: str, dirty: bool) -> None:
    """Note whether MkDocs serves: then a mistake must not end it."""
    _state.serving = command == "serve"


def on_config(config: Any) -> Any:
    """Bring the engine's theme, styles and scripts, and the settings that its pages rely on."""
    theme = config["theme"]
    if str(frame.THEME) not in theme.dirs:
        theme.dirs.insert(1 if theme.custom_dir else 0, str(frame.THEME))
    theme["font"] = False
    config["markdown_extensions"] += [name for name in EXTENSIONS if name not in config["markdown_extensions"]]
    root = Path(config["config_file_path"]).parent
    config["watch"] += [str(root / name) for name in ("events", "reference") if (root / name).is_dir()]
    config["extra_css"] = frame.styles(config["extra_css"])
    config["extra_javascript"] = frame.scripts(config["extra_javascript"])
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add the shells, styles and scripts to the files of the timeline; one of its own in the same place stays.

    What the theme would bring of its own is left out: no page asks for it.
    """
    for file in [file for file in files if file.src_uri.startswith(frame.FOREIGN) and not _own(file, config)]:
        files.remove(file)
    for place, path in frame.shells().items():
        if files.get_file_from_path(place) is None:
            shell = File.generated(config, place, abs_src_path=str(path), inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(shell)
    for name, text in bundles.assets():
        if files.get_file_from_path(f"assets/{name}") is None:
            files.append(File.generated(config, f"assets/{name}", content=text))
    return files


def _own(file: Any, config: Any) -> bool:
    return str(file.abs_src_path).startswith(str(config["docs_dir"]))


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Give the home page the width that a timeline needs, whatever else it is made of."""
    if page.is_homepage:
        page.meta.setdefault("template", "home.html")
    return markdown


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Look a last time at what a handwritten page has become: stop for harm, and mark its links that leave."""
    if page.file.src_uri not in frame.shells() and (harm := page_harm.of_page(html)):
        raise Abort(f"{page.file.src_uri}: {harm.code} {harm.message}\n    help: {harm.remedy}")
    return policy.outward(html)


def on_pre_build(config: Any) -> None:
    """Load and check the data before MkDocs cleans the old site; stop the build when there are errors."""
    if asked := os.environ.get(rendered.ENVIRONMENT):
        config["extra"].setdefault("sections", json.loads(asked))
        return
    root = Path(config["config_file_path"]).parent
    if _state.serving:
        _state.times, _state.changed = preview.saved(_state.times, root, ("events", "reference", "docs"))
    found = [*settings_check.problems_of(root), *check(corpus := load(root))]
    _state.found = tuple(found)
    if found:
        print(problems.render(found), file=sys.stderr)
    if not problems.failed(found):
        _state.catalogue = build(corpus)
        config["extra"].setdefault("sections", sections(_state.catalogue))
    elif not _state.serving:
        raise Abort(f"The data has {problems.tally(found)}; the site is as it was.")


def on_post_build(config: Any) -> None:
    """Fill the shells that MkDocs has rendered, unless the builder does that itself."""
    if os.environ.get(rendered.ENVIRONMENT):
        return
    site_dir = Path(config["site_dir"])
    if _state.catalogue is None:
        fill_fragments(site_dir, {})
    else:
        try:
            broken = assemble(site_dir, _state.catalogue, site_of(config, Path(config["config_file_path"]).parent))
        except ShellError as error:
            raise Abort(f"A page of the timeline's own stands in the place of a shell: {error}") from error
        if broken and not _state.serving:
            print(problems.render(broken), file=sys.stderr)
            raise Abort(f"The built site has {problems.tally(broken)}.")
        _state.found += tuple(broken)
    if _state.serving:
        policy.lift(site_dir)
        preview.show(site_dir, Path(config["config_file_path"]).parent, _state.found, _state.changed)

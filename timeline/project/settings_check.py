"""What is wrong with the settings: said with line and remedy before anything is built."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

import timeline
from timeline.problems import Problem, Trail, choices
from timeline.project import disk, settings, settings_harm
from timeline.project.repository import Repository
from timeline.project.settings_harm import Fault
from timeline.project.site import CardStyle, Extent, Links

FILE = settings.FILE

_TEXTS = ("site_name", "site_url", "site_description", "repo_url", "copyright", "docs_dir")
_OURS: Mapping[str, type] = {
    "map": Extent,
    "inset": Extent,
    "card": CardStyle,
    "repository": Repository,
    "links": Links,
}
"""Settings below `extra` that the engine reads, and what each holds."""

_PATTERNS = {
    field.name: {name for _, name, _, _ in Formatter().parse(field.default) if name}
    for field in dataclasses.fields(Repository)
    if isinstance(field.default, str) and "{" in field.default
}
"""Key of `extra.repository` -> what its pattern may leave blank: what the default one does."""

_YAML = "tag:yaml.org,2002:"
_PROGRAM = re.compile(rf"{_YAML}python/(?!name:(?:material\.extensions|pymdownx)\.)")
"""What MkDocs calls or imports as it reads the settings, but for the functions that the theme's handbook names."""

_EXTRA_TEXTS = ("subtitle", "licence", "licence_url", "identity", "locale", "contact")
_TYPES = {"str": "a text", "int": "a whole number", "float": "a number", "tuple[str, ...]": "a list of texts"}


def problems_of(root: Path) -> list[Problem]:
    """Return what is wrong with the settings of the timeline in `root`; raises OSError when it has none."""
    linked = list(
        disk.irregular(root, (FILE, *(f"{disk.CACHE}/{name}" for name in ("cards", "frame", "pages", "records"))))
    )
    if any(problem.path == FILE for problem in linked):
        return linked
    text = (root / FILE).read_text(encoding="utf-8", errors="replace")
    try:
        node = yaml.compose(text, Loader=settings.Loader)
        if (above := _step(node, "INHERIT")) and not (root / str(above[1].value)).resolve().is_relative_to(root):
            message, remedy = "settings of a file outside the timeline", "write them here"
            return [Problem(FILE, above[0].line + 1, above[0].column + 1, "wrong-setting", message, remedy)]
        found = settings.read(root)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = str(getattr(error, "problem", None) or error)
        return [Problem(FILE, line, column, "yaml-syntax", said, "look at this line and the one before")]
    except (RecursionError, ValueError):
        return [Problem(FILE, 1, 1, "yaml-syntax", "nobody can read this", "write keys with values")]
    if program := next((part for part in _nodes(node) if _PROGRAM.match(part.tag)), None):
        at = program.start_mark
        message = f"!!{program.tag.removeprefix(_YAML)} would run a program"
        return [Problem(FILE, at.line + 1, at.column + 1, "wrong-setting", message, "leave it out")]
    if not isinstance(found, dict):
        return [Problem(FILE, 1, 1, "wrong-setting", "expected keys with values", "begin with: site_name: …")]
    folders = [found.get("docs_dir") or "docs", _custom(found)]
    ours = [name for name in folders if isinstance(name, str) and _is_ours(root / name, root)]
    linked += disk.irregular(root, ours)
    return [*linked, *(_placed(node, *what) for what in _wrong(found, root))]


def _nodes(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yield a node and all below it."""
    if node is not None:
        yield node
    parts = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else []
    for part in node.value if isinstance(node, yaml.SequenceNode) else parts:
        yield from _nodes(part)


def _custom(found: Mapping[str, Any]) -> Any:
    theme = found.get("theme")
    return theme.get("custom_dir") if isinstance(theme, dict) else None


def _wrong(found: Mapping[str, Any], root: Path) -> Iterator[Fault]:
    yield from settings_harm.faults(found)
    if not found.get("site_name"):
        yield Fault(("site_name",), "missing-setting", "the timeline has no name", "write: site_name: …")
    for key in _TEXTS:
        yield from _text((key,), found.get(key))
    docs = found.get("docs_dir") or "docs"
    if isinstance(docs, str) and not (root / docs / "index.md").is_file():
        remedy = f"write {docs}/index.md: a title, and <!-- timeline:chronology --> where the timeline is to stand"
        yield Fault(("docs_dir",), "missing-page", f"{docs}/index.md, the home page, does not exist", remedy)
    for trail, folder in ((("docs_dir",), docs), (("theme", "custom_dir"), _custom(found))):
        if isinstance(folder, str) and not _is_ours(root / folder, root):
            message = f'"{folder}" lies outside the timeline: its files would be published'
            yield Fault(trail, "wrong-setting", message, "name a folder of the timeline")
    theme = found.get("theme") or {}
    name = theme if isinstance(theme, str) else theme.get("name") if isinstance(theme, dict) else None
    if isinstance(theme, dict):
        yield from _text(("theme", "language"), theme.get("language"))
    if theme and name != "material":
        yield Fault(
            ("theme", "name"), "wrong-setting", "the engine's pages need the theme material", "write: name: material"
        )
    extra = found.get("extra") or {}
    if not isinstance(extra, dict):
        yield Fault(
            ("extra",), "wrong-setting", "expected keys with values", "write the settings of the timeline below it"
        )
        return
    for key in _EXTRA_TEXTS:
        yield from _text(("extra", key), extra.get(key))
    for key, model in _OURS.items():
        if extra.get(key) not in (None, False):
            yield from _record(("extra", key), extra[key], model)
    yield from _patterns(extra.get("repository"))
    if not _fits(extra.get("official") or [], "tuple[str, ...]"):
        yield Fault(("extra", "official"), "wrong-setting", "expected a list of texts", "write: official: [Name, Name]")
    if extra.get("next") is not None and not _fits(extra["next"], "tuple[str, ...]"):
        yield Fault(("extra", "next"), "wrong-setting", "expected a list of texts", "write one sentence a line: - …")
    yield from _leads(extra.get("leads"))
    yield from _sections(extra.get("sections"))


def _is_ours(folder: Path, root: Path) -> bool:
    """Return whether a folder belongs to the timeline, or to the engine."""
    found, own = folder.resolve(), root.resolve()
    return found != own and (found.is_relative_to(own) or found.is_relative_to(Path(timeline.__file__).parent))


def _text(trail: Trail, value: Any) -> Iterator[Fault]:
    if value is not None and not isinstance(value, str):
        yield Fault(trail, "wrong-setting", "expected a text", "put it between quotation marks")


def _record(trail: Trail, value: Any, model: Any) -> Iterator[Fault]:
    known = {field.name: field for field in dataclasses.fields(model)}
    if not isinstance(value, dict):
        yield Fault(trail, "wrong-setting", "expected keys with values", f"write below it: {', '.join(known)}")
        return
    for key, given in value.items():
        if key not in known:
            yield Fault((*trail, key), "unknown-setting", f'nothing reads "{key}" here', choices(str(key), known))
        elif not _fits(given, str(known[key].type)):
            expected = _TYPES.get(str(known[key].type), "another value")
            yield Fault((*trail, key), "wrong-setting", f"expected {expected}, found {given!r}", f"write {expected}")
    needed = [key for key, field in known.items() if field.default is dataclasses.MISSING and key not in value]
    if needed:
        yield Fault(trail, "missing-setting", f"it lacks {', '.join(needed)}", "add each with its value")


def _patterns(repository: Any) -> Iterator[Fault]:
    """Yield what the patterns of addresses leave blank that nobody fills in; each takes what it has of its own."""
    for key, given in repository.items() if isinstance(repository, dict) else ():
        if not isinstance(given, str) or key not in _PATTERNS:
            continue
        remedy = f"write {', '.join(f'{{{name}}}' for name in sorted(_PATTERNS[key]))} where they belong, and no other"
        try:
            blanks = {name for _, name, _, _ in Formatter().parse(given) if name is not None}
        except ValueError as error:
            yield Fault(("extra", "repository", key), "wrong-setting", f"not a pattern: {error}", remedy)
            continue
        if lost := sorted(blanks - _PATTERNS[key]):
            message = f"nothing fills in {', '.join(f'{{{name}}}' for name in lost)} here"
            yield Fault(("extra", "repository", key), "wrong-setting", message, remedy)


def _fits(value: Any, kind: str) -> bool:
    if kind == "float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "int":
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if kind == "tuple[str, ...]":
        return isinstance(value, list) and all(isinstance(part, str) for part in value)
    return isinstance(value, str)


def _leads(leads: Any) -> Iterator[Fault]:
    if leads is not None and not isinstance(leads, dict):
        remedy = "write below it the name of a list and what it opens with, such as places: Where it was."
        yield Fault(("extra", "leads"), "wrong-setting", "expected keys with values", remedy)
    elif leads:
        for key, lead in leads.items():
            yield from _text(("extra", "leads", key), lead)


def _sections(sections: Any) -> Iterator[Fault]:
    if sections is None:
        return
    if not isinstance(sections, list):
        remedy = 'write a list such as - {path: "eras/", name: Eras}'
        yield Fault(("extra", "sections"), "wrong-setting", "expected a list", remedy)
        return
    for index, section in enumerate(sections):
        whole = isinstance(section, dict) and all(isinstance(section.get(key), str) for key in ("path", "name"))
        if not whole:
            remedy = "write path, the address below the root, and name"
            yield Fault(
                ("extra", "sections", index), "wrong-setting", "a section has a path and a name, both texts", remedy
            )


def _placed(node: yaml.Node | None, trail: Trail, code: str, message: str, remedy: str) -> Problem:
    """Return the problem at the place of a setting, or at that of the last key on the way to it."""
    line, column = 1, 1
    for part in trail:
        step = _step(node, part)
        if step is None:
            break
        mark, node = step
        line, column = mark.line + 1, mark.column + 1
    return Problem(FILE, line, column, code, message, remedy)


def _step(node: yaml.Node | None, part: str | int) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark, node.value[part]
    return None

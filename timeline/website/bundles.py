"""Bundles: the sources of scripts and styles, joined into the files that a page loads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

from timeline.website import words

_HERE = Path(__file__).parent

SCRIPTS = (
    *("site", "timeline", "map", "lists", "cards", "charts", "form", "references", "classroom", "story", "search"),
    *("finder", "tongues", "places", "correcting", "moved"),
)
"""The entries: each is a folder of `scripts/` whose `main.js` imports the rest, and becomes `assets/NAME.js`."""

STYLES: Mapping[str, tuple[str, ...]] = {
    "site": (
        *(
            "base/page",
            "base/type",
            "site/colours",
            "site/frame",
            "site/footer",
            "site/type",
            "site/pages",
            "site/figures",
            "site/records",
        ),
        *(
            "site/quotes",
            "site/audits",
            "site/citations",
            "site/neighbours",
            "site/strip",
            "site/lists",
            "site/tables",
            "site/cards",
            "site/home",
        ),
        *("site/map", "site/pictures", "site/glossary", "site/charts", "site/chart-marks", "site/bars"),
        *("site/search", "site/forced", "site/fields", "site/correcting"),
    ),
    "print": ("print",),
    "timeline": (
        *(
            "timeline/controls",
            "timeline/lanes",
            "timeline/plot",
            "timeline/panel",
            "timeline/small",
            "timeline/vertical",
        ),
        "timeline/embed",
    ),
    "map": ("map/page",),
    "cards": ("cards/cards",),
    "lists": ("lists/filter",),
    "charts": ("charts/tools",),
    "story": ("story/pages", "story/stage", "story/show"),
    "kept": ("kept",),
    "form": ("form/form", "form/steps", "form/preview"),
    "classroom": (
        "classroom/packs",
        "classroom/readings",
        "classroom/quiz",
        "classroom/slides",
        "classroom/sheets",
        "classroom/leaves",
        "classroom/cards",
        "classroom/boxes",
        "classroom/wall",
        "classroom/assign",
    ),
}
"""The parts of each style sheet, `assets/NAME.css`, in the order in which they have the last word."""

_IMPORT = re.compile(r'^import \{(?P<names>[\w\s,$]+)\} from "(?P<path>\.\.?/[\w./-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|function\*?|class) )", re.MULTILINE)
_NAMED = re.compile(r"^(?P<export>export )?(?:async )?(?:const|let|function\*?|class) (?P<name>[\w$]+)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export|var|(?:const|let) [{\[]).*", re.MULTILINE)


class BundleError(ValueError):
    """Modules that cannot share one scope: what is wrong, and in which of them."""


@dataclass(frozen=True, slots=True)
class Module:
    """One source: what it takes from others, what it names at its top, and its text without import and export."""

    path: str
    imports: tuple[tuple[str, tuple[str, ...]], ...]
    names: tuple[str, ...]
    exports: frozenset[str]
    text: str


def read(path: str, text: str) -> Module:
    """Return the module in a text; raises BundleError where it is written in a way that cannot be joined."""
    imports = tuple(
        (normpath(join(dirname(path), match["path"])), tuple(re.findall(r"[\w$]+", match["names"])))
        for match in _IMPORT.finditer(text)
    )
    body = _IMPORT.sub("", text)
    found = list(_NAMED.finditer(body))
    body = _EXPORT.sub("", body)
    if left := _LEFT.search(body):
        raise BundleError(f'{path}: "{left.group()}" cannot be joined: import {{names}}, export declarations by name')
    exports = frozenset(match["name"] for match in found if match["export"])
    return Module(path, imports, tuple(match["name"] for match in found), exports, body.strip())


def bundle(entry: str, sources: Mapping[str, str], name: str = "") -> str:
    """Return the classic script of an entry and all that it imports: what is needed stands first, in one scope.

    With a `name` the script leaves what the entry exports under that name. Raises BundleError.
    """
    modules = _ordered(entry, sources)
    owners: dict[str, str] = {}
    for module in modules:
        for top in module.names:
            if top in owners:
                raise BundleError(f'{module.path}: "{top}" has the name of one in {owners[top]}; call it otherwise')
            owners[top] = module.path
    wanted = {name for module in modules for _, names in module.imports for name in names}
    texts = [_without(module, module.exports - wanted) for module in modules[:-1]] + [modules[-1].text]
    start = f"globalThis.{name} = (() => {{" if name else "(() => {"
    end = [f"return {{ {', '.join(sorted(modules[-1].exports))} }};"] if name else []
    return "\n".join([start, '"use strict";', *texts, *end, "})();", ""])


def _without(module: Module, idle: frozenset[str]) -> str:
    """Leave out the values that nobody asks for, where each stands on a line: long lists of words."""
    lines = (line for line in module.text.splitlines() if not any(line.startswith(f"const {name} = ") for name in idle))
    return "\n".join(lines) if module.path == "words.js" else module.text


def _ordered(entry: str, sources: Mapping[str, str]) -> list[Module]:
    done: dict[str, Module] = {}

    def visit(path: str, way: tuple[str, ...]) -> Module:
        if path in way:
            raise BundleError(f"{way[-1]}: imports in a circle: {' → '.join([*way[way.index(path) :], path])}")
        if path not in done:
            if path not in sources:
                raise BundleError(f"{way[-1] if way else path}: there is no script {path}")
            module = read(path, sources[path])
            for other, names in module.imports:
                exports = visit(other, (*way, path)).exports
                if missing := [name for name in names if name not in exports]:
                    raise BundleError(f'{path}: {other} exports no "{missing[0]}"')
            done[path] = module  # after what it imports: a dict keeps that order
        return done[path]

    visit(entry, ())
    return list(done.values())


@cache
def sources() -> Mapping[str, str]:
    """Return the texts of all modules by their paths, with those that are made of the engine's own words."""
    folder = _HERE / "scripts"
    found = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}
    return {**found, "words.js": words.module()}


def assets() -> Iterator[tuple[str, str]]:
    """Yield every script and style sheet of a site: its name in `assets/`, and its text."""
    for name in SCRIPTS:
        yield f"{name}.js", bundle(f"{name}/main.js", sources())
    for name, parts in STYLES.items():
        yield f"{name}.css", "\n".join((_HERE / f"styles/{part}.css").read_text(encoding="utf-8") for part in parts)

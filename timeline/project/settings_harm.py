"""Settings that would bring markup, scripts or other sites into every page: what stands in mkdocs.yml is words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from typing import Any, NamedTuple

from timeline import characters
from timeline.problems import Trail


class Fault(NamedTuple):
    """What is wrong with a setting: the way to it, a code, what is wrong and what to write instead."""

    trail: Trail
    code: str
    message: str
    remedy: str


_SHOWN = ("site_name", "site_description", "site_author", "copyright", "repo_name", "nav", "theme", "extra")
"""Settings whose texts stand on pages."""

_OWN_FILES = ("extra_css", "extra_javascript")
_THIRD_PARTIES = ("analytics", "consent", "alternate")
"""What Material makes of `extra`: scripts of others, and a banner that asks to be allowed to."""

_MARKUP = re.compile(r"[<>]|%%\w+%%|\{[{%]")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][^\s\"'<>\\]*")
_ELSEWHERE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[\\/]{2})")
_FOLDERS = ("docs_dir", "site_dir", "custom_dir")


_READERS = ("pymdownx.snippets", "pymdownx.b64", "pymdownx.pathconverter", "markdown_include.include")
"""Extensions of Markdown that put files of the machine into pages."""


def faults(found: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with texts and addresses of the settings."""
    yield from _programs(found)
    yield from _leads(found.get("extra"))
    for key in _SHOWN:
        for trail, text in _texts(found.get(key), (key,)):
            yield from _wrong_text(trail, text)
    for key in ("site_url", "repo_url"):
        yield from _wrong_address((key,), found.get(key))
    extra = found.get("extra")
    for key in ("licence_url", "homepage") if isinstance(extra, dict) else ():
        yield from _wrong_address(("extra", key), extra.get(key))  # type: ignore[union-attr]
    for key in _OWN_FILES:
        for trail, text in _texts(found.get(key), (key,)):
            if _ELSEWHERE.match(text):
                yield _third_party(trail, text)
    for trail, text in _texts(found.get("nav"), ("nav",)):
        if _ELSEWHERE.match(text) and not _ADDRESS.fullmatch(text) and " " not in text:
            yield Fault(trail, "wrong-setting", f'"{text}" leads to no page', "write a file below docs/, or https://…")
    theme = found.get("theme")
    for key in ("logo", "favicon") if isinstance(theme, dict) else ():
        if isinstance(text := theme.get(key), str) and _ELSEWHERE.match(text):  # type: ignore[union-attr]
            yield _third_party(("theme", key), text)
    for key in _THIRD_PARTIES if isinstance(extra, dict) else ():
        if extra.get(key):  # type: ignore[union-attr]
            yield _third_party(("extra", key), key)


def _programs(found: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield a fault for each setting that has files read which are no part of the timeline."""
    extensions = found.get("markdown_extensions")
    for index, extension in enumerate(extensions if isinstance(extensions, list) else [extensions or {}]):
        for name in (
            [extension] if isinstance(extension, str) else list(extension if isinstance(extension, dict) else ())
        ):
            if name in _READERS:
                trail: Trail = ("markdown_extensions", index)
                yield Fault(trail, "wrong-setting", f"{name} puts files of the machine into pages", "leave it out")
    plugins, known = found.get("plugins"), {plugin.name for plugin in entry_points(group="mkdocs.plugins")}
    for index, plugin in enumerate(plugins if isinstance(plugins, list | dict) else ()):
        name = next(iter(plugin), "") if isinstance(plugin, dict) else plugin
        if isinstance(name, str) and name not in known and f"material/{name}" not in known:
            trail = ("plugins", index if isinstance(plugins, list) else name)
            yield Fault(trail, "wrong-setting", f'no plugin "{name}" is installed', "leave it out, or install it")


def _leads(extra: Any) -> Iterator[Fault]:
    """Yield a fault for each link of the frame that leads to no page and to no site."""
    if not isinstance(extra, dict):
        return
    links, sections = extra.get("links"), extra.get("sections")
    places = [(("extra", "links", key), text) for key, text in links.items()] if isinstance(links, dict) else []
    for index, section in enumerate(sections if isinstance(sections, list) else ()):
        if isinstance(section, dict):
            places.append((("extra", "sections", index), section.get("path")))
    for trail, text in places:
        if isinstance(text, str) and _ELSEWHERE.match(text) and not _ADDRESS.fullmatch(text):
            yield Fault(trail, "wrong-setting", f'"{text}" leads to no page', "write a path, or https://…")
    contact = extra.get("contact")
    if isinstance(contact, str) and contact and not re.fullmatch(r"[^\s@:/?&#]+@[A-Za-z0-9.-]+", contact):
        yield Fault(
            ("extra", "contact"), "wrong-setting", f'"{contact}" is no address of mail', "write name@example.org"
        )
    patterns = extra.get("repository")
    for key, text in patterns.items() if isinstance(patterns, dict) else ():
        if key != "url" and isinstance(text, str) and _ELSEWHERE.match(text):
            trail = ("extra", "repository", key)
            yield Fault(trail, "wrong-setting", f'"{text}" lies outside the repository', "write what follows repo_url")


def _texts(value: Any, trail: Trail) -> Iterator[tuple[Trail, str]]:
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if isinstance(key, str) and trail[0] == "nav":
                yield trail, key
            if key not in _FOLDERS:
                yield from _texts(part, (*trail, str(key)))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*trail, index))


def _wrong_text(trail: Trail, text: str) -> Iterator[Fault]:
    if hidden := characters.fault(text):
        yield Fault(trail, "hidden-character", hidden.message, hidden.remedy)
    elif markup := _MARKUP.search(text):
        message = f"it holds {markup.group()}, and stands on every page as it is"
        yield Fault(trail, "wrong-setting", message, "write words alone")
    elif trail[0] == "theme" and '"' in text:
        yield Fault(trail, "wrong-setting", "it holds a quotation mark", "write it without, or with “ and ”")


def _wrong_address(trail: Trail, text: Any) -> Iterator[Fault]:
    if text and isinstance(text, str) and not _ADDRESS.fullmatch(text):
        yield Fault(trail, "wrong-setting", f'"{text}" is not a web address', "it starts with https:// or http://")


def _third_party(trail: Trail, text: str) -> Fault:
    message = f'"{text}" comes from another site: it would learn of every reader'
    return Fault(trail, "third-party", message, "put the file below docs/, or leave it out")

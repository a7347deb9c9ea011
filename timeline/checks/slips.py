"""Slips of the pen that YAML and Markdown allow: bare addresses, marks in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.checks.texts import values
from timeline.problems import Problem, Trail, nearest
from timeline.reading.corpus import Corpus, Entry, citers, defined_keys
from timeline.records import texts as prose
from timeline.records.citing import texts
from timeline.records.kinds import KINDS

_YEAR = re.compile(r"(?:^|-)[12][0-9]{3}(?:-|$)")
_MARKUP = re.compile(
    r"\[@[^\[\]]+\]|\[[^\[\]]+\]\([^()]+\)|\*\*\S(?:[^*]*\S)?\*\*|(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])"
    r"|(?<!\w)_[^\s_](?:[^_\n]*[^\s_])?_(?!\w)|`[^`\n]+`|~~\S(?:[^~\n]*\S)?~~|^#{1,6} \S+"
)
"""Citations, links, emphasis, code, and a heading."""

_NO_TEXT = {"URL", "archive_location", "DOI", "ISBN", "citations", "locator"}


def missing_marks(corpus: Corpus) -> Iterator[Problem]:
    """Brackets that name a source begin with @, and addresses in texts belong to links or to sources."""
    keys = defined_keys(corpus) or set()
    for entry in citers(corpus):
        for trail, text in texts(entry.record):
            for group, cited in prose.unmarked(text):
                if all(_is_key(key, keys) for key in cited):
                    meant = "; ".join(f"@{part}" for part in re.split(r";\s*", group[1:-1]))
                    message = f"{group} cites nothing: readers see the brackets"
                    yield entry.problem_in(trail, group, "citation-without-at", message, f"write [{meant}]")
            for key in prose.bare_keys(text):
                if key in keys:
                    message = f"@{key} cites nothing without brackets"
                    yield entry.problem_in(trail, f"@{key}", "citation-without-at", message, f"write [@{key}]")
            for address in prose.bare_addresses(text):
                message = f"{address} is no link: readers cannot follow it"
                remedy = f"write [words]({address}), or make it a source and cite that"
                yield entry.problem_in(trail, address, "bare-address", message, remedy)


def _is_key(key: str, keys: set[str]) -> bool:
    return key in keys or (_YEAR.search(key) is not None and "-" in key) or ("-" in key and bool(nearest(key, keys)))


def whole_values(corpus: Corpus) -> Iterator[Problem]:
    """No value is left empty, and no text holds marks that its readers see as they stand."""
    keys = defined_keys(corpus) or set()
    for entry in _entries(corpus):
        data = entry.file.data
        for key in entry.trail:
            data = data[key]
        yield from _empty(entry, data, ())
        markdown = {trail for trail, _ in texts(entry.record)}
        yield from _plain(entry, data, markdown, keys)


def _plain(entry: Entry[Any], data: Any, markdown: set[Trail], keys: set[str]) -> Iterator[Problem]:
    """Tell marks, and keys of sources after an @, in texts that show them as they stand."""
    for trail, text in values(data, ()):
        if trail in markdown or _NO_TEXT.intersection(trail):
            continue
        marks = _MARKUP.search(text)
        bare = [f"@{key}" for key in prose.bare_keys(text) if key in keys]
        for found in [*([marks.group()] if marks else []), *bare]:
            message = f'{found} shows as it stands: "{_key(trail)}" is plain text'
            remedy = "leave the marks out; citations and links belong in the texts that are Markdown"
            yield entry.problem_in(trail, found, "markup-in-plain-text", message, remedy, severity="warning")


def _entries(corpus: Corpus) -> Iterator[Entry[Any]]:
    for kind in KINDS:
        yield from getattr(corpus, kind.many).values()
    if corpus.story:
        yield corpus.story


def _empty(entry: Entry[Any], value: Any, trail: tuple[str | int, ...]) -> Iterator[Problem]:
    if value in ([], {}) and trail:
        line, column = entry.file.key_at((*entry.trail, *trail))
        message, remedy = f'"{_key(trail)}" has no value', "write one, or remove the key"
        yield Problem(entry.file.path, line, column, "empty-value", message, remedy)
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from _empty(entry, part, (*trail, key))


def _key(trail: tuple[str | int, ...]) -> str:
    return str(next((part for part in reversed(trail) if isinstance(part, str)), ""))

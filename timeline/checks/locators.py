"""Whether the places that citations point to can be found in copies of their sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.problems import Problem
from timeline.reading.corpus import Corpus, Entry, citers
from timeline.reading.yamlfile import decoded
from timeline.records.citing import citings

_PAGES = re.compile(r"pp?\. ")
"""A copy as plain text has no pages."""

_WORDS = {"art.": "article", "ch.": "chapter", "para.": "paragraph", "sec.": "section"}
"""Short forms of locators, and what documents print in full."""

_MARKS = str.maketrans("“”„«»‘’‚–—\u00a0", '"""""\'\'\'-- ')


def missing(corpus: Corpus, folder: Path) -> list[Problem]:
    """Return a warning for each locator that does not stand in the copy of its source, `folder`/KEY.txt (UTF-8).

    Sources without a copy are passed over, and so are pages. A copy in another encoding is a problem of its own; a copy
    that the disk does not give raises OSError.
    """
    copies, problems = dict[str, str](), list[Problem]()
    for path in sorted(folder.glob("*.txt")):
        text = decoded(path.read_bytes(), path.as_posix())
        if isinstance(text, Problem):
            problems.append(text)
        else:
            copies[path.stem] = _plain(text)
    return problems + [problem for entry in citers(corpus) for problem in _missing(entry, copies)]


def _missing(entry: Entry[Any], copies: Mapping[str, str]) -> Iterator[Problem]:
    for trail, _, cite in citings(entry.record):
        if not cite.locator or cite.key not in copies or _PAGES.match(cite.locator):
            continue
        if not any(form in copies[cite.key] for form in _forms(cite.locator)):
            message = f'"{cite.locator}" stands nowhere in {cite.key}.txt'
            remedy = "copy the words from the source, or look whether it has changed"
            yield entry.problem_in(trail, cite.locator, "locator-not-found", message, remedy, severity="warning")


def _forms(locator: str) -> Iterator[str]:
    short, _, rest = locator.partition(" ")
    yield _plain(locator)
    if short in _WORDS:
        yield _plain(f"{_WORDS[short]} {rest}")


def _plain(text: str) -> str:
    """Return a text in small letters, with plain quotation marks and single blanks: what copying changes."""
    return " ".join(text.translate(_MARKS).casefold().split())

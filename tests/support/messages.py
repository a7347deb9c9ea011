"""The page of all messages, docs/contribute/messages.md, written from the gallery of mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from harness import REPO

PAGE = REPO / "docs/contribute/messages.md"
LONGEST = 12
"""Lines of a mistake: a longer one is told by its message alone."""

HEAD = """\
---
# Written from tests/gallery/examples.yaml by: pytest tests/checks/test_messages.py --update-golden
description: Every code that the check can print, with a mistake that causes it and what to write instead.
search:
  exclude: true
---

# Every message of the check

`python build.py check` prints the file, the line and the column, a code, what is wrong, and below it what to write
instead. Here is every code with the mistakes that the project’s own tests make on purpose, in a small timeline of the
battle of Waterloo. A line that says `warning` does not stop the build.
"""


def page(gallery: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Return the text of the page."""
    codes = sorted(gallery)
    index = " · ".join(f"[`{code}`](#{code})" for code in codes)
    return "\n".join([HEAD, index, "", *(line for code in codes for line in _section(code, gallery[code]))])


def _section(code: str, examples: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"## {code} {{#{code}}}"
    yield ""
    for example in examples:
        yield from _example(example)


def _example(example: Mapping[str, Any]) -> Iterator[str]:
    wrong = str(example.get("bad", "")).strip("\n")
    shown = wrong.isprintable() or all(line.isprintable() for line in wrong.splitlines())
    if wrong and shown and len(wrong.splitlines()) <= LONGEST and "times" not in example:
        yield from ("```yaml", wrong, "```", "")
    yield from ("```text", str(example["says"]).rstrip("\n"), "```", "")

"""The colours of topics: how many the style sheet of a timeline offers."""

from __future__ import annotations

import re
from pathlib import Path

import timeline

SHEET = "assets/topics.css"
"""Where the colours stand: below the theme of the engine, or below a timeline's handwritten pages if it has its own."""

_ENGINE = Path(timeline.__file__).parent / "website/theme"
_BLOCK = re.compile(r"([^{}]*)\{([^{}]*)\}")
_VALUE = re.compile(r"--tl-(\d+)\s*:")
_TOPIC = re.compile(r"""\[data-topic=["']?(\d+)["']?\]""")


def sheet(root: Path, folder: str = "docs") -> Path:
    """Return the style sheet that colours the topics of the timeline in `root`."""
    own = root / folder / SHEET
    return own if own.is_file() else _ENGINE / SHEET


def offered(path: Path) -> int:
    """Return up to which number a style sheet has a colour for each topic, and says which topic has it.

    What the dark scheme alone gives is no colour: on light pages the topic would show nowhere.
    """
    text = path.read_text(encoding="utf-8")
    both = "".join(values for where, values in _BLOCK.findall(text) if any("slate" not in s for s in where.split(",")))
    numbers = {int(n) for n in _VALUE.findall(both)} & {int(n) for n in _TOPIC.findall(text)}
    return next(n for n in range(len(numbers) + 1) if n + 1 not in numbers)

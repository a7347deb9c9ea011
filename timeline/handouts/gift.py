"""Questions in GIFT, the text format that Moodle and others read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.handouts.quiz import Choice
from timeline.language import handouts as words


def text(category: str, choices: Iterable[Choice]) -> str:
    """Return questions as a file of one category."""
    return "\n\n".join([f"$CATEGORY: {category}", *map(_question, choices)]) + "\n"


def _question(choice: Choice) -> str:
    answers = (
        f"{'=' if answer == choice.right else '~'}{_safe(answer)}"
        f"#{_safe(words.RIGHT if answer == choice.right else words.WRONG)}"
        for answer in choice.answers
    )
    body = "\n\t".join(answers)
    return f"::{_safe(choice.id)}::{_safe(choice.ask)} {{\n\t{body}\n\t####{_safe(choice.why)}\n}}"


def _safe(text: str) -> str:
    """Return a text in which no letter is a sign of the format."""
    return re.sub(r"([~=#{}:\\])", r"\\\1", " ".join(text.split()))

"""Words of classroom packs, and what can be told of a text by its words: its dates, its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.language.dates import months

LEVELS = {
    "easy": "Find it",
    "medium": "Explain it",
    "hard": "Judge it",
    "about_timeline": "About the timeline itself",
}
"""Headings of the questions to discuss, from what can be found to what must be judged."""

WARM_UP = "Warm-up, with the question of the lesson on the board"
ORDER = "Cards, in groups of three or four: argue about the order, then turn the cards over or show the slides"
COMPARE = "Compare the sources, in pairs; then each pair tells another what it found"
DISCUSS = "Discuss, and come back to the question of the lesson; the student sheet is homework"

_SENTENCE = re.compile(r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.) (?=[A-Z])")
"""Where a sentence ends; the stop after St., Dr. or an initial ends none."""


def first_sentence(text: str) -> str:
    """Return the first sentence of a plain text."""
    return _SENTENCE.split(text, maxsplit=1)[0]


def dates_in(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each date begins and ends in a text, and its year: of four digits, or with BCE or CE."""
    for match in _dates().finditer(text):
        year = int(match["year"] or match["counted"])
        yield match.start(), match.end(), 1 - year if match["era"] == "BCE" else year


@cache
def _dates() -> re.Pattern[str]:
    year = r"(?:(?P<counted>\d{1,4}) (?P<era>B?CE)|(?P<year>\d{4}))"
    return re.compile(rf"\b(?:(?:\d{{1,2}} )?(?:{'|'.join(months())}) )?{year}\b")

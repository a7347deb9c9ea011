"""Words of classroom packs, and what can be told of a text by its words: its dates, its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from timeline.language.dates import months

LEVELS = {
    "easy": "Find it",
    "medium": "Explain it",
    "hard": "Judge it",
    "about_timeline": "About the timeline itself",
}
"""Headings of the questions to discuss, from what can be found to what must be judged."""

SHAPES: Mapping[int, Mapping[str, int]] = {
    20: {"warm_up": 3, "reading": 7, "few_sources": 5, "cards": 8},
    45: {"warm_up": 5, "cards": 13, "sources": 20, "compare": 15},
    90: {"warm_up": 5, "reading": 15, "cards": 15, "sources": 20, "play": 25, "compare": 15},
}
"""Lessons by their minutes: how long each part takes; a part that leaves no time to talk is left out.

Reckoned from our packs, with 150 words a minute for reading and 15 for writing: a text of 320 words with two answers
takes seven minutes, the cards eleven, one source two, and all six with the task on them twenty.
"""

TALK = 5
"""Minutes that a lesson keeps for talk at least."""

STEPS = {
    "warm_up": "Warm-up, with the question of the lesson on the board",
    "reading": "Student sheet, each alone: read the text, answer two questions",
    "cards": "Cards, in groups of three or four: argue about the order, then turn the cards over or show the slides",
    "few_sources": "Two sources of the booklet, in pairs: who, when, for whom; then the question on it",
    "sources": "Source booklet, in pairs: for each source who, when, for whom; then the question on it",
    "play": "Role play: one round of talks, then out of the roles",
    "compare": "Compare the sources, in pairs; then each pair tells another what it found",
}
"""What happens in each part of a lesson."""

DISCUSS = "Discuss, and come back to the question of the lesson; what is left of the sheet is homework"

LADDERS = {
    "easy": (
        "Names something from the text, but not what was asked",
        "Gives what was asked",
        "Gives what was asked with its event or date, and says where it stands",
    ),
    "medium": (
        "Names one event or step",
        "Names the events and puts them in order",
        "Says how they hang together, and keeps apart what followed and what was caused",
    ),
    "hard": (
        "Gives an opinion",
        "Gives an opinion with a reason from the events",
        "Weighs reasons on both sides, says what evidence is missing, and comes to a judgement",
    ),
    "about_timeline": (
        "Says that a choice was made",
        "Says why the makers may have chosen so",
        "Says what a reader sees or misses by it, and names another choice",
    ),
    "compare": (
        "Repeats what each side says",
        "Says for each who it is and how they could know",
        "Says what each gains, where they can be true together, and what would settle it",
    ),
}
"""Three levels for any answer to a question of each kind: a first step, a sound answer, a full one."""


LAW = (
    "On the law: these are quotations of sixty words at most, each with its speaker and its source, made for teaching. "
    "The Berne Convention permits such quotations (article 10), and lets each country leave official texts, such as "
    "laws and decisions, free (article 2(4)). The quoted words belong to those who said them, and no licence of this "
    "site covers them; our translations are under it. This is no legal advice."
)
"""What stands under the extracts of a booklet: docs/adr/0019."""


def kept(maker: str, kind: str, locator: str, host: str, archived: bool) -> str:
    """Return in short where words can be found: `Reuters, 1994 (news agency), p. 3, at example.org and archived`."""
    place = f"{maker} ({kind})" + (f", {locator}" if locator else "")
    if not host:
        return place
    return f"{place}, at {host}" + (", with an archived copy" if archived else "")


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

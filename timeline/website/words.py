"""Words and rules that scripts share with the engine, as a module of JavaScript: nothing of it is written twice."""

from __future__ import annotations

import json
from dataclasses import asdict

from timeline import dates
from timeline.language import counts, letters, locale
from timeline.language import dates as date_words
from timeline.records import ids

COUNTED = ("event", "place", "source")
"""What scripts count aloud."""


def module() -> str:
    """Return the text of `words.js`; `scripts/words.d.ts` says what it holds."""
    values = {
        "LONG_DATES": asdict(date_words._long()),
        "SHORT_MONTHS": date_words._short().months,
        "LANGUAGE": locale.TAG,
        "COUNTED": {word: counts.FORMS[word] for word in COUNTED},
        "LETTERS": {chr(letter): words for letter, words in letters.LETTERS.items()},
        "SMALL_WORDS": sorted(letters.SMALL),
        "WORDS_OF_AN_ID": ids.WORDS,
        "POINT": f"^(?:{dates._POINT.pattern.replace('(?P<', '(?<')})$",
    }
    lines = (f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in values.items())
    return "\n".join([*lines, ""])

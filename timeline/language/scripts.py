"""Which letters a language is written in, as far as that shows whether a text is in it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache

from babel.core import get_global
from markupsafe import Markup

from timeline.language.labels import language_name

NAMES: Mapping[str, str] = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hebr": "HEBREW",
    "Latn": "LATIN",
}
"""The word with which Unicode begins the names of the letters of a script, by the code of the script (ISO 15924)."""

STRANGE: Mapping[str, str] = {"be": "ищъ", "bg": "ыэёўіїє", "ru": "іїєґў", "uk": "ыэъёў"}
"""Letters of the same script that no word of a language has: one of them says that the text is in another."""

_MARKS = ".,;:!?…«»“”„\"'()[]"
"""Marks around a word."""


def misfit(text: str, tag: str) -> str:
    """Return what of a text does not fit the language of a tag (BCP 47), in words; nothing where all fits."""
    language = tag.partition("-")[0]
    if language_name(language) == language:
        return f'no language is known by "{language}"'
    expected = _script(tag)
    if expected not in NAMES:
        return ""
    found = Counter(script for letter in text if (script := _script_of(letter)))
    main = found.most_common(1)[0][0] if found else expected
    if main != expected:
        return f"the letters are {_name(main)}, and {language_name(tag)} is written in {_name(expected)} ones"
    strange = next((letter for letter in text.casefold() if letter in STRANGE.get(language, "")), "")
    if strange:
        return f"{language_name(tag)} has no letter {strange}"
    return _mixed(text)


def _mixed(text: str) -> str:
    """Return which word mixes letters that look alike: a Latin `a` in a Cyrillic word finds no search."""
    for word in (part.strip(_MARKS) for part in text.split()):
        if {"Cyrl", "Latn"} <= {_script_of(letter) for letter in word} and not any(mark in word for mark in "-–/."):
            return f"the word {word} has both Latin and Cyrillic letters"
    return ""


def _script(tag: str) -> str:
    """Return the script that a tag names, or else the usual one of its language."""
    language, *rest = tag.split("-")
    written = next((part for part in rest if len(part) == 4), "")
    likely = get_global("likely_subtags").get(language, "")
    return written or next((part for part in str(likely).split("_") if len(part) == 4), "")


@cache
def _script_of(letter: str) -> str:
    if not letter.isalpha():
        return ""
    first = unicodedata.name(letter, "").partition(" ")[0]
    return next((script for script, name in NAMES.items() if name == first), "")


def _name(script: str) -> str:
    return NAMES[script].title()


def apart(text: str) -> str | Markup:
    """Return a text that runs from right to left as an element of its own, so that nothing beside it moves."""
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return Markup("<bdi>{}</bdi>").format(text)
    return text

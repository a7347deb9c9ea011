"""Words and rules that scripts share with the engine, as a module of JavaScript: nothing of it is written twice."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import asdict
from typing import Any

from timeline import characters, dates
from timeline.checks import dates as date_rules
from timeline.checks import slips
from timeline.checks import texts as text_rules
from timeline.language import counts, guesses, labels, letters, locale, scripts, unclear
from timeline.language import dates as date_words
from timeline.pages import markdown_blocks
from timeline.project import disk
from timeline.records import addresses, id_rules, ids, names, pages, quote, source, texts, values

COUNTED = ("event", "place", "source")
"""What scripts count aloud."""

_BLANKS = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORD = r"\p{L}\p{N}_"
_EDGE = f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
"""Where a word begins or ends: `\\b` of JavaScript knows none but the plain letters."""

_CLASSES = {r"\w": _WORD, r"\s": _BLANKS, r"\S": _BLANKS}
_TOKEN = re.compile(r"\\.|\[\^?|\]|\(\?P(?P<what>[<=])(?P<name>\w+)[>)]|.", re.DOTALL)


def module() -> str:
    """Return the text of `words.js`; `scripts/words.d.ts` says what it holds."""
    values = {
        "LONG_DATES": asdict(date_words._long()),
        "SHORT_MONTHS": date_words._short().months,
        "LANGUAGE": locale.TAG,
        "COUNTED": {word: counts.FORMS[word] for word in COUNTED},
        "LETTERS": {chr(letter): words for letter, words in letters.LETTERS.items()},
        "TWINS": {chr(letter): chr(other) for letter, other in letters._TWINS.items()},
        "SMALL_WORDS": sorted(letters.SMALL),
        "WORDS_OF_AN_ID": ids.WORDS,
        "POINT": f"^(?:{dates._POINT.pattern.replace('(?P<', '(?<')})$",
        "GUESSES": _guesses(),
        "TEXTS": _texts(),
        "SCRIPTS": _scripts(),
        "ADDRESSES": {
            "parts": sorted(ids._PARTS_OF_NAMES),
            "tracking": expression(ids._TRACKING),
            "year": expression(ids._YEAR_IN_PATH),
            "ending": expression(ids._ENDING),
            "longest": addresses.LONGEST,
            "form": expression(addresses._FORM, whole=True),
            "server": expression(addresses._SERVER, whole=True),
            "name": expression(addresses._NAME, whole=True),
            "number": expression(addresses._NUMBER, whole=True),
            "home": addresses._HOME,
            "doi": expression(addresses._DOI, whole=True),
            "resolver": expression(addresses._RESOLVER),
            "longestId": id_rules.LONGEST,
            "devices": expression(id_rules.DEVICES, whole=True),
        },
        "NAMES_OF_MAKERS": {
            "comma": expression(names._COMMA),
            "suffix": expression(names._SUFFIX, whole=True),
            "company": expression(names._COMPANY, whole=True),
            "joining": expression(names._JOINING),
            "body": expression(names._BODY),
            "acronym": expression(names._ACRONYM, whole=True),
        },
        "PAGES_OF_SOURCES": {
            "word": expression(pages._WORD),
            "dash": expression(pages._DASH),
            "between": expression(pages._BETWEEN),
            "number": expression(pages._NUMBER, whole=True),
            "following": expression(pages._FOLLOWING),
        },
        "OF_SOURCES": sorted(source._OF_SOURCES),
        "COUNTRIES": labels.countries(),
    }
    lines = (f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in values.items())
    return "\n".join([*lines, ""])


def expression(pattern: re.Pattern[str], whole: bool = False) -> tuple[str, str]:
    """Return a pattern as source and flags of a regular expression of JavaScript that finds the same.

    It translates what our patterns use: named groups, classes of letters and blanks, and four flags.
    """
    unicode = not pattern.flags & re.ASCII
    pairs = ((re.IGNORECASE, "i"), (re.DOTALL, "s"), (re.MULTILINE, "m"))
    flags = "".join(letter for flag, letter in pairs if pattern.flags & flag) + ("u" if unicode else "")
    found = "".join(_translated(pattern.pattern, unicode))
    return (f"^(?:{found})$" if whole else found), flags


def _translated(text: str, unicode: bool) -> list[str]:
    inside = False
    parts = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in ("[", "[^") and not inside:
            inside = True
        elif token == "]":
            inside = False
        elif match["what"]:
            token = f"(?<{match['name']}>" if match["what"] == "<" else f"\\k<{match['name']}>"
        elif token == r"\b" and unicode and not inside:
            token = _EDGE
        elif token in _CLASSES and unicode:
            token = _CLASSES[token] if inside else f"[{'^' if token == chr(92) + 'S' else ''}{_CLASSES[token]}]"
        elif token in ("{", "}") and unicode and inside:
            token = f"\\{token}"
        elif token in (r"\"", r"\'", r"\-") and unicode and not inside:
            token = token[1]
        parts.append(token if token.isprintable() else "".join(f"\\u{ord(one):04x}" for one in token))
    return parts


def _guesses() -> dict[str, Any]:
    return {
        "forms": [expression(form, whole=True) for form in guesses.FORMS],
        "qualified": expression(guesses.QUALIFIED, whole=True),
        "since": expression(guesses.SINCE, whole=True),
        "until": expression(guesses.UNTIL, whole=True),
        "between": expression(guesses.BETWEEN),
        "several": expression(guesses.SEVERAL),
        "short": expression(guesses.SHORT_END, whole=True),
        "vague": expression(guesses.VAGUE),
        "loose": expression(guesses.LOOSE, whole=True),
        "reasons": [[expression(pattern, whole=True), why] for pattern, why in unclear.REASONS],
        "said": [unclear.DAYS, unclear.MONTHS, unclear.REVERSED, unclear.OTHER],
        "absent": guesses.ABSENT,
        "months": guesses.MONTHS,
        "longest": guesses.LONGEST,
    }


def _texts() -> dict[str, Any]:
    patterns = {
        **{"group": texts.GROUP, "one": texts._ONE, "listed": texts._FORM, "reference": texts.REFERENCE},
        **{"code": texts._CODE, "opening": texts._OPENING, "title": texts._TITLE, "heading": texts._HEADING},
        **{"html": texts._HTML, "tag": text_rules._TAG, "image": text_rules._IMAGE},
        **{"definition": text_rules._DEFINITION, "brackets": texts._BRACKETS, "id": texts._ID, "at": texts._AT},
        **{"bare": texts._BARE, "dated": slips._YEAR, "markup": slips._MARKUP, "deep": values._DEEP},
        **{"characterReference": characters._REFERENCE, "crowd": characters._MARKS, "plain": characters._PLAIN},
    }
    return {
        **{name: expression(pattern) for name, pattern in patterns.items()},
        "apostrophe": expression(re.compile(markdown_blocks.APOSTROPHE)),
        "blanks": f"[{_BLANKS}]+",
        "pending": texts.PENDING,
        "words": [text_rules.SHORTEST, text_rules.LONGEST],
        "quoted": quote.LONGEST,
        "largest": disk.LARGEST,
        "longest": values.LONGEST,
        "marks": [values.MARKS, values.MOST_MARKS],
        "empty": characters._EMPTY,
        "seen": characters._SHOWN,
        "noText": sorted(slips._NO_TEXT),
        "ahead": dict(date_rules.AHEAD),
    }


def _scripts() -> dict[str, Any]:
    """Return the languages of each script, so far as letters tell, and letters that a language does not have."""
    of: dict[str, list[str]] = defaultdict(list)
    for tag in sorted(str(tag) for tag in locale.locale().languages):
        if re.fullmatch("[a-z]{2,3}", tag):
            script = scripts._script(tag)
            of[script if script in scripts.NAMES else ""].append(tag)
    return {
        "languages": {script: " ".join(tags) for script, tags in of.items()},
        "names": {script: name.title() for script, name in scripts.NAMES.items()},
        "strange": dict(scripts.STRANGE),
        "marks": scripts._MARKS,
        "blanks": f"[{_BLANKS}]+",
    }

"""Titles in running text: typographic quotation marks, and the capitals of English headlines."""

from __future__ import annotations

import re
from functools import lru_cache

MINOR = frozenset(
    {"a", "about", "an", "and", "as", "at", "but", "by", "de", "down", "for", "from", "in", "into", "nor", "of", "on"}
    | {"onto", "or", "over", "so", "the", "till", "to", "up", "van", "via", "von", "with", "yet"}
)
"""Words that keep their small letter, unless they stand first or last: the list of CSL 1.0.2, and of its processors."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_NEW_SENTENCE = re.compile(r"[”’\"']?[.:?!]+[”’\"']?\s+[\"'“‘(\[]*")
_LEFT_OUT = re.compile(r"['‘’](?:\d\d(?!\d)|[nN]['’])")
"""An apostrophe for letters or a century left out: ’15, ’n’."""
_OPENS = frozenset("\"'“‘")
_CLOSES = frozenset("\"'”’")


@lru_cache(maxsize=4096)
def curled(text: str, inside: bool = False) -> str:
    """Return a text with quotation marks in the American way: double outside, single inside them.

    inside: whether the text itself will stand between quotation marks.
    """
    if _OPENS.isdisjoint(text) and _CLOSES.isdisjoint(text):
        return text
    found: list[str] = []
    opened: list[bool] = []
    for index, mark in enumerate(text):
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        single = mark in "'‘’"
        if mark in _OPENS and not before.isalnum() and after and not after.isspace() and _has_end(text, index):
            found.append(_level("“‘", len(opened) + inside))
            opened.append(single)
        elif mark in _CLOSES and opened and opened[-1] == single and not (single and after.isalnum()):
            opened.pop()
            found.append(_level("”’", len(opened) + inside))
        else:
            found.append("’" if single else mark)
    return "".join(found)


def _level(marks: str, depth: int) -> str:
    return marks[depth % 2]


def _has_end(text: str, index: int) -> bool:
    """Return whether a mark that may open has one that closes: `’90s` and `’n’` have none."""
    if _LEFT_OUT.match(text, index):
        return False
    ends = {'"': '"”', "“": "”", "'": "'’", "‘": "’"}[text[index]]
    rest = text[index + 1 :]
    return any(mark in ends and not rest[place + 1 : place + 2].isalnum() for place, mark in enumerate(rest))


@lru_cache(maxsize=4096)
def headline(title: str) -> str:
    """Return an English title with a capital on each word but the minor ones, as the CSL specification has it.

    Words that hold a capital or a letter beyond ASCII, single letters and names of hosts stay as they are.
    """
    words = _WORD.findall(title)
    gaps = _WORD.split(title)
    last = len(words) - 1
    parts = [gaps[0]]
    for index, word in enumerate(words):
        before, after = gaps[index], gaps[index + 1]
        first = not index or (_NEW_SENTENCE.fullmatch(before) is not None and not _is_initial(words[index - 1], before))
        host = (index and before == ".") or (index < last and after == ".")
        parts += [word if host else _capital(word, first, first or index == last), after]
    return "".join(parts)


def _capital(word: str, first: bool, edge: bool) -> str:
    if word != word.lower() or not (word.isascii() or "’" in word):
        return word
    if (not edge and word in MINOR) or (len(word) == 1 and not first):
        return word
    return word[0].upper() + word[1:]


def _is_initial(word: str, gap: str) -> bool:
    """Return whether the dot after a word only shortens it, as in `U.S.`"""
    return gap[0] == "." and len(word) == 1 and word.isupper()

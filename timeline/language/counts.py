"""Counted things: a number and its word, in the form that the rules of the language ask for."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.language.locale import locale

FORMS: Mapping[str, Mapping[str, str]] = {
    "actor": {"one": "{} actor", "other": "{} actors"},
    "card": {"one": "{} card", "other": "{} cards"},
    "lesson": {"one": "{} lesson", "other": "{} lessons"},
    "change": {"one": "{} change", "other": "{} changes"},
    "era": {"one": "{} era", "other": "{} eras"},
    "event": {"one": "{} event", "other": "{} events"},
    "name": {"one": "{} name", "other": "{} names"},
    "pack": {"one": "{} classroom pack", "other": "{} classroom packs"},
    "page": {"one": "{} page", "other": "{} pages"},
    "part": {"one": "{} part", "other": "{} parts"},
    "picture": {"one": "{} picture", "other": "{} pictures"},
    "place": {"one": "{} place", "other": "{} places"},
    "question": {"one": "{} question", "other": "{} questions"},
    "record": {"one": "{} record", "other": "{} records"},
    "statement": {"one": "{} statement", "other": "{} statements"},
    "series": {"one": "{} set of figures", "other": "{} sets of figures"},
    "source": {"one": "{} source", "other": "{} sources"},
    "step": {"one": "{} step", "other": "{} steps"},
    "term": {"one": "{} term", "other": "{} terms"},
}
"""The forms of each word that is counted, by the names of the plural rules of CLDR: one, few, many, other."""


def plural(count: int, word: str) -> str:
    """Return `1 event` or `2 events`; raises KeyError for a word that has no forms."""
    return counted(count, FORMS[word])


def counted(count: int, forms: Mapping[str, str], tag: str | None = None) -> str:
    """Return a number with the form of its word that a language wants, the language of this wing by default."""
    rule = (locale(tag) if tag else locale()).plural_form(count)
    return forms.get(rule, forms["other"]).format(count)

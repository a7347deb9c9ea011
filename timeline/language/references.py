"""Words of references in the site's own style, and of what reference managers are told beside the fields."""

from __future__ import annotations

from collections.abc import Sequence

IN = "In "
"""Stands before the book that a chapter is a part of."""


def untitled(maker: str) -> str:
    """Return what a page is called whose title nobody has seen."""
    return f"Untitled page of {maker}"


def listed(names: Sequence[str]) -> str:
    """Return names in a row: `A, B and C`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def short(names: Sequence[str]) -> str:
    """Return names where room is small: one, two, or the first `and others`."""
    return f"{names[0]} and others" if len(names) > 2 else listed(names)


def edited_by(names: str) -> str:
    """Return who edited a work."""
    return f"edited by {names}"


def volume(value: str) -> str:
    """Return a volume by its number."""
    return f"vol. {value}"


def number(value: str, inside: bool) -> str:
    """Return a number of an issue or a report; `inside` says that it does not begin a sentence."""
    return f"{'no.' if inside else 'No.'} {value}"


def pages(value: str, several: bool) -> str:
    """Return a page or several with the word for it."""
    return f"{'pp.' if several else 'p.'} {value}"


def english_title(title: str) -> str:
    """Return what the title of a work means."""
    return f"English title: {title}."


def first_made_by(name: str) -> str:
    """Return who made a work that this one is a reprint, copy or translation of."""
    return f"First made by {name}."


def archived(address: str) -> str:
    """Return where a copy of a work is kept."""
    return f"Archived copy: {address}"


def version(text: str) -> str:
    """Return in which version a page of the site is cited."""
    return f"Version {text}."


def view(words: str) -> str:
    """Return what a part of the timeline is called where it is cited."""
    return f"Timeline, {words}"


def in_style(name: str) -> str:
    """Return what a citation is called by the name of its style."""
    return f"{name} citation"


NOTE, BIBLIOGRAPHY = "note", "bibliography"
"""Where a citation of Chicago stands."""

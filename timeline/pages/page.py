"""A page of the site before it is put into its shell."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """One generated page: `path` is its address below the root, such as `events/1815-waterloo/`."""

    path: str
    title: str
    description: str
    content: Markup
    section: str
    kind: str
    search: str = ""
    listed: bool = True
    """Whether search and sitemap show it."""
    head: str = ""
    """What it adds to the head of its HTML."""
    file: str = ""
    """The file that its record comes from; empty when it is made of many."""
    names: tuple[str, ...] = ()
    """Other spellings of its title, which stand on it under the anchor `names`."""
    date: str = ""
    """When it was, in words, where it is about an event or an era."""
    foot: str = ""
    """The address that its printed sheets name, where that is not its own."""

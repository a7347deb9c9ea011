"""A shell: one page that the theme has rendered, with marks where a generated page's own parts go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from timeline.pages.page import Page
from timeline.project.site import Picture

MARK = re.compile(r"%%(title|description|head|content|section|path|kind|card|alt)%%")

ARTICLES = ("event", "era")
"""Kinds of pages that tell a story of their own, in the sense of Open Graph."""

FRAGMENT = re.compile(r"(?:<p>)?<!-- timeline:(?P<name>[a-z-]+) -->(?:</p>)?")
"""What a handwritten page writes where a generated fragment is to stand."""


class ShellError(ValueError):
    """A shell that lacks a mark: its pages would lack a title or their text."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The rendered shell, cut at its marks: text and the names of marks take turns."""

    parts: tuple[str, ...]

    @classmethod
    def read(cls, path: Path, address: str) -> Shell:
        """Return the shell in a rendered file; raises ShellError when a mark is missing.

        The shell's own address below the root stands for the page's own wherever an address ends in it.
        """
        own = re.compile(rf"(?<=[/\"]){re.escape(address)}(?=\")")
        parts = tuple(MARK.split(own.sub("%%path%%", path.read_text(encoding="utf-8"))))
        missing = {"title", "description", "content"} - set(parts[1::2])
        if missing:
            raise ShellError(f"{address}{path.name}: the shell lacks {', '.join(sorted(missing))}")
        return cls(parts)

    def fill(self, page: Page, picture: Picture | None = None) -> str:
        """Return the complete HTML of a page, with the picture that stands for it where its link is shared."""
        values = {
            "title": escape(page.title),
            "description": escape(page.description),
            "section": escape(page.section),
            "content": str(page.content),
            "head": page.head,
            "path": page.path,
            "kind": "article" if page.kind in ARTICLES else "website",
            "card": picture.name if picture else "",
            "alt": escape(picture.alt) if picture else "",
        }
        return "".join(values[part] if index % 2 else part for index, part in enumerate(self.parts))


SHELLS = "shells/"
"""Where the shells lie; they are no pages, so nothing may find them."""

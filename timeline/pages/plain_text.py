"""Texts of records as words alone: what readers see of them, for places that show no marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import markdown
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markupsafe import Markup

from timeline.pages.markdown import converter
from timeline.records.texts import GROUP

_HEADING = re.compile(r"<h([1-6])>.*?</h\1>", re.DOTALL)


class _Nothing(SimpleTextInlineProcessor):
    """Stands for a group of citations: nothing is said in its place."""

    def handleMatch(self, m, data):  # type: ignore[no-untyped-def, override]
        return "", m.start(), m.end()


@cache
def _converter() -> markdown.Markdown:
    made = converter()
    made.inlinePatterns.register(_Nothing(GROUP.pattern, made), "citations", 185)
    return made


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Return a text as words alone: without citations, headings, marks and the addresses of its links."""
    html = _HEADING.sub("", _converter().reset().convert(text))
    return re.sub(r" (?=[.,;:?!])", "", str(Markup(html).striptags()))

"""Markdown of records to HTML: one reused converter, citations as numbered notes, no HTML let through."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from timeline import prose
from timeline.notes import Notes

Resolve = Callable[[str, str], str | None]
"""From kind and id of a record to the address of its page, relative to the page at hand."""

_NO_HTML = ("html", "entity", "autolink", "automail", "image_link", "image_reference", "short_image_ref")


class Converter:
    """Turns texts into HTML. Not thread-safe: it holds the notes of the page being rendered."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.resolve: Resolve = lambda kind, id_: None
        self.markdown = markdown.Markdown(
            output_format="html", extensions=["smarty"], extension_configs={"smarty": {"smart_quotes": False}}
        )
        self.markdown.preprocessors.deregister("html_block")
        for name in _NO_HTML:
            self.markdown.inlinePatterns.deregister(name, strict=False)
        self.markdown.inlinePatterns.register(_Citations(prose.GROUP.pattern, self), "citations", 185)
        self.markdown.treeprocessors.register(_Links(self), "links", 1)

    def block(self, text: str, notes: Notes, resolve: Resolve) -> Markup:
        """Return the HTML of a text of one or more paragraphs."""
        self.notes, self.resolve = notes, resolve
        notes.expect(prose.cites(text))
        return Markup(self.markdown.reset().convert(text))

    def line(self, text: str, notes: Notes, resolve: Resolve) -> Markup:
        """Return the HTML of a text of one paragraph, without its `<p>`."""
        html = self.block(text, notes, resolve)
        inner = html.removeprefix("<p>").removesuffix("</p>")
        return Markup(inner) if "<p>" not in inner else html


class _Citations(InlineProcessor):
    """Replaces [@key, p. 3; @other] by the numbers of its notes."""

    def __init__(self, pattern: str, converter: Converter) -> None:
        super().__init__(pattern, converter.markdown)
        self._converter = converter

    def handleMatch(self, m, data):  # type: ignore[no-untyped-def, override]
        html = self._converter.notes.cite(prose.cites_in(self.unescape(m.group())))
        return ElementTree.fromstring(html), m.start(), m.end()


class _Links(Treeprocessor):
    """Leads links to records to their pages, and strips links that lead anywhere but to the web."""

    def __init__(self, converter: Converter) -> None:
        super().__init__()
        self._converter = converter

    def run(self, root: ElementTree.Element) -> None:
        for link in root.iter("a"):
            target = link.get("href", "")
            reference = prose.REFERENCE.match(target)
            if reference:
                link.set("href", self._converter.resolve(reference["kind"], reference["id"]) or "#")
            elif not target.startswith(("#", "https://", "http://")):
                link.attrib.pop("href", None)

"""Markdown of records to HTML: one reused converter, citations as numbered notes, no HTML let through.

Words of the glossary, and names of records, become links where a page first uses them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup

from timeline.characters import resolved
from timeline.pages import markdown_blocks
from timeline.pages import named as naming
from timeline.pages.named import Names
from timeline.pages.notes import Notes
from timeline.records import addresses, texts

Resolve = Callable[[str, str], str | None]
"""From kind and id of a record to the address of its page, relative to the page at hand."""

_LEFT_OUT = (
    *("html", "entity", "autolink", "automail", "image_link", "image_reference", "short_image_ref"),
    *("reference", "short_reference"),
)
"""Parts of Markdown that texts do not have: HTML, pictures, and links whose address stands elsewhere in the text."""


def converter(*extensions: str) -> markdown.Markdown:
    """Return a converter for the Markdown of records."""
    made = markdown.Markdown(output_format="html", extensions=extensions)
    made.preprocessors.deregister("html_block")
    made.parser.blockprocessors.deregister("reference")
    markdown_blocks.register(made)
    for name in _LEFT_OUT:
        made.inlinePatterns.deregister(name, strict=False)
    return made


class Converter:
    """Turns texts into HTML. Not thread-safe: it holds the notes of the page being rendered."""

    def __init__(self, terms: Mapping[str, tuple[str, str]] | None = None) -> None:
        """`terms`: from a word as it stands in texts to the id and the definition of its glossary entry."""
        self.notes = Notes()
        self.resolve: Resolve = lambda kind, id_: None
        self.terms = {" ".join(word.split()): found for word, found in (terms or {}).items()}
        self._ids = {id_ for id_, _ in self.terms.values()}
        self.met: set[str] = set()
        self.names: Names | None = None
        self.markdown = converter("smarty")
        markdown_blocks.keep_apostrophes(self.markdown)
        self.markdown.inlinePatterns.register(_Citations(texts.GROUP.pattern, self), "citations", 185)
        if self.terms:
            self.markdown.inlinePatterns.register(_Terms(self), "terms", 5)
        self.markdown.inlinePatterns.register(_Names(self), "names", 4)
        self.markdown.treeprocessors.register(_Links(self), "links", 1)

    def block(
        self, text: str, notes: Notes, resolve: Resolve, met: set[str] | None = None, names: Names | None = None
    ) -> Markup:
        """Return the HTML of a text; `met` holds the terms that the page has linked, and None means to link none.

        names: the names that become links, if any do.
        """
        self.notes, self.resolve, self.names = notes, resolve, names
        self.met = set(self._ids) if met is None else met
        notes.expect(texts.cites(text))
        return Markup(self.markdown.reset().convert(text))

    def line(self, text: str, notes: Notes, resolve: Resolve, met: set[str] | None = None) -> Markup:
        """Return the HTML of a text of one paragraph, without its `<p>`."""
        html = self.block(text, notes, resolve, met)
        inner = html.removeprefix("<p>").removesuffix("</p>")
        return Markup(inner) if "<p>" not in inner else html


class _Citations(InlineProcessor):
    """Replaces [@key, p. 3; @other] by the numbers of its notes."""

    def __init__(self, pattern: str, converter: Converter) -> None:
        super().__init__(pattern, converter.markdown)
        self._converter = converter

    def handleMatch(self, m, data):  # type: ignore[no-untyped-def, override]
        html = self._converter.notes.cite(texts.cites_in(self.unescape(m.group())))
        group = ElementTree.fromstring(html)
        for node in group.iter():  # finished: no pattern needs to look for more in it
            node.text, node.tail = AtomicString(node.text or ""), AtomicString(node.tail or "")
        return group, m.start(), m.end()


class _Terms(InlineProcessor):
    """Links the first use of a glossary word on a page; the definition shows on hover as well."""

    ANCESTOR_EXCLUDES = ("a", "h1", "h2", "h3")

    def __init__(self, converter: Converter) -> None:
        words = "|".join(
            re.escape(word).replace(r"\ ", r"\s+") for word in sorted(converter.terms, key=len, reverse=True)
        )
        super().__init__(rf"(?<![\w-])(?:{words})(?![\w-])")
        self._converter = converter

    def handleMatch(self, m, data):  # type: ignore[no-untyped-def, override]
        id_, definition = self._converter.terms[" ".join(m.group().split())]
        if id_ in self._converter.met:
            return None, None, None
        self._converter.met.add(id_)
        link = ElementTree.Element("a", {"class": "tl-term", "href": f"term:{id_}", "title": definition})
        link.text = AtomicString(_apostrophes(m.group()))
        return link, m.start(), m.end()


class _Names(InlineProcessor):
    """Links the first mention of each record that a text names; what it is shows on hover as well."""

    ANCESTOR_EXCLUDES = (*_Terms.ANCESTOR_EXCLUDES, "blockquote", "code")

    def __init__(self, converter: Converter) -> None:
        super().__init__(naming.WORD)
        self._converter = converter

    def handleMatch(self, m, data):  # type: ignore[no-untyped-def, override]
        names, met = self._converter.names, self._converter.met
        named = names.at(data, m.start(), m.end()) if names else None
        if not named or f"{named.kind}:{named.id}" in met:
            return None, None, None
        target = f"{named.kind}:{named.id}"
        met.add(target)
        end = m.start() + naming.length(named, data, m.start())
        link = ElementTree.Element("a", {"class": "tl-named", "href": target, **_about(named.about)})
        link.text = AtomicString(_apostrophes(data[m.start() : end]))
        return link, m.start(), end


def _apostrophes(text: str) -> str:
    """Return words that are finished with the apostrophes that the converter gives all others."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


def _about(text: str) -> dict[str, str]:
    return {"title": text} if text else {}


class _Links(Treeprocessor):
    """Leads links to records to their pages, and strips links that lead anywhere but to the web."""

    def __init__(self, converter: Converter) -> None:
        super().__init__()
        self._converter = converter

    def run(self, root: ElementTree.Element) -> None:
        for link in root.iter("a"):
            target = link.get("href", "")
            reference = texts.REFERENCE.match(target)
            if reference:
                link.set("href", self._converter.resolve(reference["kind"], reference["id"]) or "#")
            elif not target.startswith("#") and addresses.fault(resolved(target)):
                link.attrib.pop("href", None)
            elif not target.startswith("#"):
                link.set("rel", "external noopener noreferrer")

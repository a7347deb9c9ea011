"""What templates see: the catalogue, words for dates, and links that are relative to the page at hand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.language.locale import TAG
from timeline.pages.environment import environment
from timeline.pages.markdown import Converter
from timeline.pages.named import Index, Names, of_event
from timeline.pages.notes import Notes
from timeline.records import texts
from timeline.records.kinds import KIND
from timeline.records.source import Source

Shared = Callable[[Hashable, Callable[[], Markup]], Markup]
"""Returns what was made under a key, or makes it."""


@dataclass(slots=True)
class View:
    """One page being rendered: its depth below the root, and its notes."""

    catalogue: Catalogue
    converter: Converter
    path: str
    notes: Notes = field(default_factory=Notes)
    met: set[str] = field(default_factory=set)
    """Glossary terms, and records by their names, that the page has linked already."""
    names: Index = field(default_factory=dict)
    """Names that mean one record wherever they stand."""
    language: str = TAG
    """The language of the page."""
    shared: Shared = lambda key, make: make()
    """Keeps what several pages show: events as lists show them, by way to the root, id and target."""

    @property
    def root(self) -> str:
        """Return the way from this page to the site's root: `../../` for events/x/, nothing for the home page."""
        return "../" * self.path.count("/")

    def url(self, target: Item[Any] | str) -> str:
        """Return the address of a record's page, or of a path below the root, relative to this page."""
        path = target if isinstance(target, str) else target.path
        return f"{self.root}{path}" or "./"

    def resolve(self, kind: str, id_: str) -> str:
        """Return the relative address of a record."""
        return f"{self.root}{KIND[kind].address(id_)}"

    def block(self, text: str) -> Markup:
        """Return a text as HTML paragraphs."""
        return self.converter.block(text, self.notes, self.resolve, self.met)

    def prose(self, text: str, event: Any = None) -> Markup:
        """Return a text as HTML paragraphs in which names lead to their records, of an event those that it lists."""
        own = of_event(self.catalogue, event) if event else {}
        self.met.update(target for target in texts.targets(text) if texts.REFERENCE.match(target))
        return self.converter.block(text, self.notes, self.resolve, self.met, Names(self.names, own))

    def line(self, text: str) -> Markup:
        """Return a text of one paragraph as inline HTML."""
        return self.converter.line(text, self.notes, self.resolve, self.met)

    def defined(self, text: str) -> Markup:
        """Return a definition as inline HTML, without links to the glossary that it stands in."""
        return self.converter.line(text, self.notes, self.resolve)

    def item(self, event: Item[Any], target: str = "") -> Markup:
        """Return an event as a list shows it; rendered once for each depth below the root."""
        return self.shared(("item", self.root, event.id, target), lambda: self._item(event, target))

    def _item(self, event: Item[Any], target: str) -> Markup:
        template = environment(self.language).get_template("item.html.j2")
        return Markup(template.render(view=self, event=event, target=target))

    def sources(self) -> Iterator[tuple[Any, Item[Source]]]:
        """Yield the notes of this page with the sources that they stand for; ask last, when all is cited."""
        for note in self.notes:
            yield note, self.catalogue.sources[note.key]

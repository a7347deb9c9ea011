"""The notes of one page: sources numbered in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from timeline.language import phrases
from timeline.records.texts import Cite, cite_of


@dataclass(slots=True)
class Note:
    """A numbered source of a page: the anchors of its mentions, each with its locator."""

    number: int
    key: str
    mentions: list[tuple[str, str | None]] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Return the id of the source in the page's list."""
        return f"source-{self.number}"


class Notes:
    """Numbers citations while a page is rendered, and knows the list that stands at its end."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes.values())

    def __len__(self) -> int:
        return len(self._notes)

    def expect(self, cites: Iterable[Cite]) -> None:
        """Number sources in the order of the text, because Markdown renders lists after paragraphs."""
        for cite in cites:
            self._note(cite.key)

    def cite(self, cites: tuple[Cite, ...]) -> Markup:
        """Return the HTML of one group of citations: bracketed numbers that lead to the source list."""
        return Markup(f'<span class="tl-cite">[{", ".join(self._link(cite) for cite in cites)}]</span>')

    def cite_keys(self, keys: tuple[str, ...]) -> Markup:
        """Return the HTML for a list of citation keys, such as a figure has."""
        return self.cite(tuple(cite_of(key) for key in keys))

    def _link(self, cite: Cite) -> Markup:
        note = self._note(cite.key)
        anchor = f"cite-{note.number}-{len(note.mentions) + 1}"
        note.mentions.append((anchor, cite.locator))
        locator = escape(cite.locator or "")
        title = f' title="{locator}"' if locator else ""
        name = phrases.note(note.number, locator)
        return Markup(
            f'<a id="{anchor}" href="#{note.anchor}" role="doc-noteref" aria-label="{name}"{title}>{note.number}</a>'
        )

    def _note(self, key: str) -> Note:
        return self._notes.setdefault(key, Note(len(self._notes) + 1, key))

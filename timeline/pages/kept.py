"""Pages of a version that stays: events, eras and sources as they stood at a release, rendered plainly.

They are made from the plain data of the files and not from records, so that the records of any release can be shown,
whatever rules came later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from timeline import dates
from timeline.language.dates import words
from timeline.pages.environment import environment
from timeline.pages.markdown import Converter
from timeline.pages.notes import Notes
from timeline.project.releases import Release
from timeline.project.site import Site
from timeline.reading.plain_data import Data
from timeline.records.kinds import KIND

_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]]*)\]\((?P<kind>event|era|actor|place|topic|source|term):(?P<id>[^()\s]*)\)"
)
"""A Markdown link to a record."""


DESCRIBES = {"type", "title", "URL"}
"""Keys by which an entry of a record's citations describes a source, and is no bare key of one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The plain data of a release by kind and id."""

    release: Release
    events: Mapping[str, Data]
    eras: Mapping[str, Data]
    sources: Mapping[str, Data]


@dataclass(slots=True)
class Plain:
    """What the template of a kept page sees: the data, and how to show it at the page's depth."""

    kept: Kept
    converter: Converter
    path: str
    notes: Notes = field(default_factory=Notes)

    @property
    def root(self) -> str:
        """Return the way from this page to the site's root."""
        return "../" * self.path.count("/")

    def block(self, text: Any) -> Markup:
        """Return a Markdown text as HTML; a link to what the version does not keep becomes its words."""
        return self.converter.block(_LINK.sub(self._kept, said(text)), self.notes, self._resolve)

    def _kept(self, link: re.Match[str]) -> str:
        return link.group() if self._resolve(link["kind"], link["id"]) else link["words"]

    def cite(self, keys: Any) -> Markup:
        """Return a list of citation keys as numbered notes."""
        listed = tuple(said(key) for key in keys) if isinstance(keys, list) else ()
        return self.notes.cite_keys(listed) if listed else Markup()

    def sources(self) -> Iterator[tuple[Any, Data]]:
        """Yield the notes of the page with their sources; ask last."""
        for note in self.notes:
            yield note, self.kept.sources.get(note.key, Data())

    def _resolve(self, kind: str, id_: str) -> str | None:
        known: dict[str, Mapping[str, Data]] = {"event": self.kept.events, "era": self.kept.eras}
        return f"{self.root}{self.kept.release.path}{KIND[kind].address(id_)}" if id_ in known.get(kind, ()) else None


def of(release: Release, data: Mapping[str, Mapping[str, Data]]) -> Kept:
    """Return the data of a release, by kind and id, in order of time, with all sources together."""
    events, eras = _in_time(data["event"]), _in_time(data["era"])
    sources = dict(data["source"])
    for holder in (*events.values(), *eras.values()):
        for citation in parts(holder, "citations"):
            if DESCRIBES & set(citation):
                sources.setdefault(said(citation.get("key")), citation)
    return Kept(release, events, eras, dict(sorted(sources.items())))


def pages(kept: Kept, site: Site, today: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield every page of a version by its path below the site's root, as complete HTML.

    `today` tells whether the site has a page at an address now: where it has none, the banner leads to the whole.
    """
    converter = Converter({})
    env = environment(site.language)
    base = kept.release.path

    def page(template: str, path: str, now: str, **more: Any) -> tuple[str, str]:
        view = Plain(kept, converter, path)
        given = {"view": view, "site": site, "today": now if today(now) else "", **HELPERS, **more}
        return path, env.get_template(f"kept_{template}.html.j2").render(given)

    yield page("list", base, "")
    yield page("sources", f"{base}sources/", "sources/")
    for kind, records in (("event", kept.events), ("era", kept.eras)):
        for id_, data in records.items():
            address = KIND[kind].address(id_)
            yield page("record", f"{base}{address}", address, id=id_, data=data)


def said(value: Any) -> str:
    """Return a plain value as text; nothing for what is none."""
    return value.strip() if isinstance(value, str) else ""


def parts(data: Data, key: str) -> list[Data]:
    """Return the records of a list; what is none is left out."""
    listed = data.get(key)
    return [Data(part) for part in listed if isinstance(part, dict)] if isinstance(listed, list) else []


def when(value: Any) -> str:
    """Return a date in words; a text that is no date to this engine as it stands."""
    try:
        return words(dates.parse(said(value)))
    except ValueError:
        return said(value)


def reference(source: Data) -> str:
    """Return what is known of a source in one line."""
    author = source.get("author")
    names = "; ".join(map(said, author)) if isinstance(author, list) else said(author)
    known = (
        names,
        *(said(source.get(key)) for key in ("title", "container-title", "publisher")),
        when(source.get("issued")),
    )
    return ". ".join(dict.fromkeys(filter(None, known)))


HELPERS = {"said": said, "parts": parts, "when_said": when, "plain_reference": reference}
"""What the templates of kept pages call by name."""


def _in_time(records: Mapping[str, Data]) -> dict[str, Data]:
    def key(pair: tuple[str, Data]) -> tuple[Any, ...]:
        try:
            return (0, dates.parse(said(pair[1].get("date"))).sort_key, pair[0])
        except ValueError:
            return (1, (), pair[0])

    return dict(sorted(records.items(), key=key))

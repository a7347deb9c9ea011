"""Every generated page of the site, and the fragments that handwritten pages ask for by a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.citations.house_style import reference
from timeline.exports import inventory
from timeline.exports.format import ROOT
from timeline.language import data_texts, page_titles
from timeline.language import dates as datewords
from timeline.language.page_titles import LISTINGS, Listing, Words
from timeline.language.phrases import typeset
from timeline.pages import facets, former, licences, linked_data, map_keeping, named, record_words, searched
from timeline.pages import head as metadata
from timeline.pages.counted import counts
from timeline.pages.environment import environment
from timeline.pages.facts import Memory
from timeline.pages.maps import Maps
from timeline.pages.markdown import Converter
from timeline.pages.page import Page
from timeline.pages.plain_text import plain
from timeline.pages.recording import Recorder, kept
from timeline.pages.teaching_pages import TeachingPages
from timeline.pages.view import View
from timeline.pictures import variants
from timeline.project.site import Site
from timeline.records.kinds import KIND, KINDS, STORY

Fragment = Callable[[str], Markup]
"""From the path of the page that asks to the HTML that stands in the mark's place."""

FRAGMENTS = (
    *("moments", "era_cards", "chronology", "overview", "fields_event", "fields_source", "form", "cite"),
    *("error_rate", "questions", "first_map", "on_paper"),
)
"""Templates for which a handwritten page asks by a mark: `<!-- timeline:error-rate -->`."""

INDEXES = (
    *(("events/", "events"), ("eras/", "eras")),
    ("topics/", "topics"),
    ("people/", "actors"),
    ("places/", "places"),
    *(("map/", "map"), ("pictures/", "pictures")),
    ("glossary/", "glossary"),
    ("figures/", "figures"),
    ("disputes/", "disputes"),
    ("sources/", "sources"),
    ("corrections/", "corrections"),
    ("data/", "data"),
)
"""The pages that list all records of a kind: address, and name of the template."""

HEADS: dict[str, Callable[[Catalogue, Site, Item[Any]], str]] = {
    "event": metadata.of_event,
    "era": metadata.of_era,
    "topic": metadata.of_topic,
    "actor": metadata.of_actor,
    "place": metadata.of_place,
    "source": metadata.of_source,
    "walk": metadata.of_walk,
}
"""What pages of each kind say of themselves in their head."""


LIST_FILES = {kind.schema: kind.file for kind in KINDS if kind.shared_file} | {"story": STORY}
"""The file that holds all that a list shows, by the list's template, for those who want to correct it there."""


class Renderer(TeachingPages):
    """Renders the pages of one catalogue; holds the Markdown converter, which is made once."""

    def __init__(self, catalogue: Catalogue, site: Site, before: Memory | None = None) -> None:
        """`before`: what the last run left. Whatever a page reads has to be a root, or an argument."""
        self.maps = Maps(catalogue, site)
        roots = {
            "catalogue": catalogue,
            "site": site,
            "maps": self.maps,
            "copies": variants.Folder(site.media),
            "titles": record_words.titles(catalogue),
            "numbers": counts(catalogue),
            "names": named.everywhere(catalogue),
        }
        self.recorder = Recorder(roots, before, {"maps": map_keeping.ground(catalogue, site)})
        self.catalogue: Catalogue = self.recorder.watched("catalogue")
        self.site: Site = self.recorder.watched("site")
        self._maps, self._copies, self._titles = map(self.recorder.watched, ("maps", "copies", "titles"))
        self._numbers: Mapping[str, int] = self.recorder.watched("numbers")
        self._names: named.Index = self.recorder.watched("names")
        self._converter = self.recorder.common(lambda: Converter(record_words.glossary(self.catalogue)))
        self._env = self.recorder.common(lambda: environment(self.site.language))

    def pages(self) -> Iterator[Page]:
        """Yield every page; nothing is rendered twice."""
        for page in self._pages():
            words = {name: typeset(getattr(page, name)) for name in ("title", "description", "search")}
            words["names"] = tuple(map(typeset, page.names))
            yield replace(page, **words)

    def _pages(self) -> Iterator[Page]:
        yield from map(self.event, self.catalogue.events.values())
        eras = list(self.catalogue.eras.values())
        for index, era in enumerate(eras):
            before = eras[index - 1] if index else None
            yield self.era(era, before, eras[index + 1] if index + 1 < len(eras) else None)
        yield from map(self.topic, self.catalogue.topics.values())
        yield from map(self.actor, self.catalogue.actors.values())
        yield from map(self.place, self.catalogue.places.values())
        yield from map(self.source, self.catalogue.sources.values())
        for path, template in INDEXES:
            yield self.index(path, template)
        yield from self.audits()
        yield from self.lessons()
        yield from self.contributing()
        yield self._licences("about/licences/", LISTINGS["licences"])
        yield from self.embeds()
        yield from self.tombstones()

    @kept
    def event(self, item: Item[Any]) -> Page:
        """Return the page of an event."""
        event = item.record
        people = [searched.spellings(self.catalogue.actors[id_].record) for id_ in event.actors]
        places = [searched.spellings(self.catalogue.places[id_].record) for id_ in event.places]
        search = searched.text([event.summary, plain(event.body), *record_words.quoted(event)], [*people, *places])
        return self._page(item, "event", event.title, event.summary, search)

    @kept
    def era(self, item: Item[Any], before: Item[Any] | None, after: Item[Any] | None) -> Page:
        """Return the page of an era, with the eras before and after it."""
        era = item.record
        search = " ".join([era.summary, plain(era.narrative), *record_words.quoted(era)])
        return self._page(item, "era", era.title, era.summary, search, before=before, after=after)

    @kept
    def topic(self, item: Item[Any]) -> Page:
        """Return the page of a topic."""
        return self._named(item, "topic", item.record.title, item.record.description)

    @kept
    def actor(self, item: Item[Any]) -> Page:
        """Return the page of a person, a body or a state."""
        actor = item.record
        count = len(self.catalogue.by_actor.get(item.id, []))
        description = actor.description or page_titles.actor(actor.name, count)
        return self._named(item, "actor", actor.name, description, actor.description or "")

    @kept
    def place(self, item: Item[Any]) -> Page:
        """Return the page of a place."""
        place = item.record
        return self._named(item, "place", place.name, page_titles.place(place.name, place.country), "")

    @kept
    def source(self, item: Item[Any]) -> Page:
        """Return the page of a source."""
        text = reference(item.record).striptags()
        return self._named(item, "source", self._titles[item.id], text[:300], text)

    @kept
    def index(self, path: str, template: str, name: str = "") -> Page:
        """Return a page that lists records; `name` is its title where a record gives one."""
        words = LISTINGS[template]
        title, description = words.title.format(name), words.description.format(name)
        view = self._view(path)
        lead = self.site.leads.get(template) or words.opening(self._numbers)
        more = _data(self.catalogue) if template == "data" else {}
        filters = facets.of(template, self.catalogue, self.site)
        content = self._render(template, view, title=title, lead=lead, filters=filters, **more)
        content += self._render("report", view, file=LIST_FILES.get(template, ""))
        head = metadata.of_list(self.catalogue, self.site, template, path, title, description) + filters.style
        return Page(path, title, description, content, path, "index", description, head=head)

    def audits(self) -> Iterator[Page]:
        """Yield what audits have found, and a page with every statement for each."""
        if self.catalogue.audits:
            yield self.index(f"{KIND['audit'].section}/", "audits")
        for item in self.catalogue.audits.values():
            yield self.audit(item)

    @kept
    def walk(self, item: Item[Any]) -> Page:
        """Return the page of a walk."""
        return self._named(item, "walk", item.record.question, item.record.summary)

    @kept
    def audit(self, item: Item[Any]) -> Page:
        """Return the page of an audit."""
        return self._named(item, "audit", item.record.title, page_titles.audit(item.record.title), "")

    def contributing(self) -> Iterator[Page]:
        """Yield the pages for contributors that the definition of the records makes."""
        yield self._fields("contribute/fields/", LISTINGS["fields"])

    @kept
    def _fields(self, path: str, words: Listing) -> Page:
        content = self._render("fields", self._view(path), title=words.title, lead=words.opening({}))
        return Page(path, words.title, words.description, content, "contribute/", "index", words.description)

    @kept
    def _licences(self, path: str, words: Listing) -> Page:
        more = {"title": words.title, "lead": words.opening({}), "works": licences.works()}  # of the engine's packages
        content = self._render("licences", self._view(path), **more)
        return Page(path, words.title, words.description, content, "about/", "licences", words.description)

    def lessons(self) -> Iterator[Page]:
        """Yield the walk through the story, and the classroom packs with the page that lists them."""
        if self.catalogue.story:
            yield self.index("story/", "story", self.catalogue.story.title)
        for walk in self.catalogue.walks.values():
            yield self.walk(walk)
        eras = [era for era in self.catalogue.eras.values() if era.record.teaching]
        if eras:
            yield from self.packs(eras)
            yield self.index("teach/", "teach")
            yield from self.materials()

    def tombstones(self) -> Iterator[Page]:
        """Yield a page at the address of each record that is gone on purpose: it says why."""
        for path, kind, reason in former.gone(self.catalogue):
            yield self._tombstone(path, kind.section, reason, page_titles.gone(kind.one))

    @kept
    def _tombstone(self, path: str, section: str, reason: str, words: Words) -> Page:
        content = self._render("gone", self._view(path), title=words.title, lead=words.description, reason=reason)
        return Page(path, *words, content, f"{section}/", "gone", listed=False)

    def embeds(self) -> Iterator[Page]:
        """Yield the bare timelines for frames on other sites: the whole period, and one an era."""
        yield self._embed("embed/", self.site.name, self.catalogue.span, list(self.catalogue.events.values()), "")
        for era in self.catalogue.eras.values():
            span = era.record.date.start_year, era.record.date.end_year
            events = self.catalogue.by_era.get(era.id, [])
            yield self._embed(f"embed/{era.id}/", era.record.title, span, events, era.path)

    @kept
    def _embed(self, path: str, title: str, span: tuple[float, float], events: list[Item[Any]], home: str) -> Page:
        more = {"title": title, "first": span[0], "last": span[1], "events": events, "home": home}
        content = self._render("embed", self._view(path), **more)
        return Page(path, *page_titles.embed(title), content, path, "embed", listed=False)

    def fragments(self) -> dict[str, Fragment]:
        """Return what the marks of handwritten pages stand for: `<!-- timeline:moments -->` and so on."""
        found = {name.replace("_", "-"): self._fragment(name) for name in FRAGMENTS}
        return {
            **found,
            "website": lambda path: linked_data.script(linked_data.website(self.site)),
            "handwritten": self._handwritten,
        }

    def _handwritten(self, path: str) -> Markup:
        known = self.site.repository.url and path in self.site.handwritten
        return self._render("handwritten", self._view(path)) if known else Markup()

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield each former path, and the folder of the data, with a complete page that leads to where it is."""
        yield self._moved(f"{ROOT}/", page_titles.MOVED, "../../data/")
        yield from (self._moved(*move) for move in former.moves(self.catalogue))

    def _moved(self, path: str, title: str, target: str) -> tuple[str, str]:
        script = f"{'../' * path.count('/')}assets/moved.js"
        page = self._env.get_template("redirect.html.j2")
        return path, page.render(language=self.site.language, title=title, target=target, script=script)

    def _fragment(self, template: str) -> Fragment:
        return lambda path: self._render(template, self._view(path))

    def _named(self, item: Item[Any], template: str, title: str, description: str, search: str | None = None) -> Page:
        return self._page(item, template, title, description, description if search is None else search)

    def _page(self, item: Item[Any], template: str, title: str, description: str, search: str, **more: Any) -> Page:
        content = self._render(template, self._view(item.path), item=item, **more)
        section = f"{KIND[item.kind].section}/"
        head = HEADS[item.kind](self.catalogue, self.site, item) if item.kind in HEADS else ""
        names = searched.others(item.record) if item.kind in ("actor", "place") else ()
        date = datewords.words(item.record.date) if item.kind in ("event", "era") else ""
        page = Page(item.path, title, description, content, section, item.kind, search, head=head, file=item.file)
        return replace(page, names=names, date=date)

    def _view(self, path: str) -> View:
        more: Any = {"shared": self.recorder.shared, "language": self.site.language, "names": self._names}
        return View(self.catalogue, self._converter, path, **more)

    def _render(self, template: str, view: View, **more: Any) -> Markup:
        known = {"site": self.site, "maps": self._maps, "copies": self._copies.of}
        return Markup(self._env.get_template(f"{template}.html.j2").render(view=view, **known, **more))


def _data(catalogue: Catalogue) -> dict[str, Any]:
    """Return what the page about the data lists: its files, what holds of them, and what changed in their form."""
    listed = {"inventory": inventory.SECTIONS, "ids": inventory.ids(catalogue)}
    return {**listed, "promise": data_texts.PROMISE, "changes": data_texts.CHANGES}

"""Filters of long lists: by what entries are told apart, how many each choice leaves, and which.

Every choice is a link to itself. Without the script a rule in the page's head hides what the chosen link leaves out;
with it choices are joined, and stand in the address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from markupsafe import Markup

from timeline.catalogue import Catalogue, Item
from timeline.language import labels, lists
from timeline.language.phrases import capital
from timeline.pages.charts import is_moment
from timeline.pages.figures import is_official
from timeline.pages.source_lists import best_read
from timeline.project.site import Site

NONE = "none"
"""The value of what has none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value by which a list is filtered: its words, how many it leaves, and the mark of the entries that stay."""

    value: str
    label: str
    count: int
    mark: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One respect in which entries differ: key of the address, words, choices."""

    key: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of one page, and the marks of each of its entries."""

    facets: tuple[Facet, ...] = ()
    word: str = ""
    total: int = 0
    marks: Mapping[str, str] = field(default_factory=dict)

    def of(self, *ids: str) -> str:
        """Return the marks of an entry, or of a group: those of all its entries."""
        return " ".join(dict.fromkeys(mark for id_ in ids for mark in self.marks.get(id_, "").split()))

    @property
    def style(self) -> Markup:
        """Return the rules that hide what a chosen link leaves out, for a page without its script."""
        rules = (
            f":root:has(#show-{facet.key}-{choice.value}:target) [data-of]:not([data-of~={choice.mark}])"
            for facet in self.facets
            for choice in facet.choices
        )
        return Markup(f"<style>{','.join(rules)}{{display:none}}</style>\n") if self.facets else Markup()


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a list: its id, how much it counts for, and its values by facet."""

    id: str
    values: Mapping[str, Iterable[str]]
    count: int = 1


Names = Mapping[str, Mapping[str, str]]
"""The words of the values of each facet, in the order in which they are offered."""


def filters(word: str, entries: Iterable[Entry], names: Names) -> Filters:
    """Return the filters of a list; a facet in which nothing differs is left out."""
    known = list(entries)
    total = sum(entry.count for entry in known)
    facets: list[Facet] = []
    marks: dict[str, list[str]] = {entry.id: [] for entry in known}
    for key, words in names.items():
        letter = chr(ord("a") + len(facets))
        held = [(entry, set(entry.values.get(key, ()))) for entry in known]
        counts = Counter[str]()
        for entry, values in held:
            counts.update(dict.fromkeys(values, entry.count))
        offered = [value for value in words if counts[value]]
        if len(offered) < 2 or all(counts[value] == total for value in offered):
            continue
        mark = {value: f"{letter}{place}" for place, value in enumerate(offered)}
        choices = tuple(Choice(value, words[value], counts[value], mark[value]) for value in offered)
        facets.append(Facet(key, lists.FACETS[key], choices))
        for entry, values in held:
            marks[entry.id] += [mark[value] for value in offered if value in values]
    return Filters(tuple(facets), word, total, {id_: " ".join(found) for id_, found in marks.items()})


def of(template: str, catalogue: Catalogue, site: Site) -> Filters:
    """Return the filters of the page that a template makes; most lists have none."""
    return _LISTS[template](catalogue, site) if template in _LISTS else Filters()


def questions_by_era(catalogue: Catalogue) -> Iterator[tuple[str, list[Item[Any]], int]]:
    """Yield the title of each era, its events on which sources disagree, and the number of questions."""
    disputed = [event for event in catalogue.events.values() if event.record.disputes]
    for era, group in groupby(disputed, key=lambda event: catalogue.era_of.get(event.id, "")):
        events = list(group)
        title = catalogue.eras[era].record.title if era else ""
        yield title, events, sum(len(event.record.disputes) for event in events)


def _disputes(catalogue: Catalogue, site: Site) -> Filters:
    entries = (
        Entry(event.id, {**_of_events(catalogue, [event]), "weight": [event.record.importance]}, len(disputes))
        for event in catalogue.events.values()
        if (disputes := event.record.disputes)
    )
    return filters("question", entries, {**_eras_and_topics(catalogue), "weight": lists.WEIGHTS})


def _sources(catalogue: Catalogue, site: Site) -> Filters:
    entries = [Entry(key, _of_source(catalogue, item)) for key, item in catalogue.sources.items()]
    languages = Counter(value for entry in entries for value in entry.values["language"])
    names = {
        "kind": {kind: capital(words) for kind, words in labels.KIND_WORDS.items()},
        "era": _eras_and_topics(catalogue)["era"],
        "language": {tag: _language(tag) for tag, _ in languages.most_common()},
        "read": {key.replace(" ", "-"): capital(words) for key, words in labels.CHECKED_WORDS.items()},
    }
    return filters("source", entries, names)


def _language(tag: str) -> str:
    return capital(labels.NO_LANGUAGE if tag == NONE else labels.language_and_script(tag))


def _of_source(catalogue: Catalogue, item: Item[Any]) -> dict[str, list[str]]:
    uses = catalogue.uses.get(item.id, ())
    return {
        "kind": [item.record.kind],
        "era": [catalogue.era_of.get(use.id, "") if use.kind == "event" else use.id for use in uses],
        "language": [item.record.language or NONE],
        "read": [best_read(use.checked for use in uses).replace(" ", "-")],
    }


def _figures(catalogue: Catalogue, site: Site) -> Filters:
    def entry(item: Item[Any]) -> Entry:
        series = item.record
        by = {is_official(line.measured_by or series.measured_by, site.official) for line in series.lines}
        events = [catalogue.events[id_] for id_ in series.events]
        counted = [value for value, state in (("state", True), ("others", False)) if state in by]
        shown = "moment" if is_moment(series) else "time"
        return Entry(item.id, {**_of_events(catalogue, events), "counted": counted, "shown": [shown]})

    entries = map(entry, catalogue.series.values())
    counted = lists.COUNTED_BY if site.official else {}
    names = {**_eras_and_topics(catalogue), "counted": counted, "shown": lists.SHOWN}
    return filters("series", entries, names)


def _actors(catalogue: Catalogue, site: Site) -> Filters:
    def entry(item: Item[Any]) -> Entry:
        events = catalogue.by_actor.get(item.id, [])
        often = next(name for name, least in lists.OFTEN_FROM.items() if len(events) >= least)
        return Entry(item.id, {**_of_events(catalogue, events), "kind": [item.record.kind], "weight": [often]})

    names = {"kind": lists.ACTORS, "weight": lists.OFTEN, **_eras_and_topics(catalogue)}
    return filters("name", map(entry, catalogue.actors.values()), names)


def _of_events(catalogue: Catalogue, events: list[Item[Any]]) -> dict[str, list[str]]:
    eras = [catalogue.era_of[event.id] for event in events if event.id in catalogue.era_of]
    return {"era": eras, "topic": [topic for event in events for topic in event.record.topics]}


def _eras_and_topics(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    eras = {era.id: era.record.title for era in catalogue.eras.values()}
    return {"era": eras, "topic": {topic.id: topic.record.title for topic in catalogue.topics.values()}}


_LISTS: Mapping[str, Callable[[Catalogue, Site], Filters]] = {
    "disputes": _disputes,
    "sources": _sources,
    "figures": _figures,
    "actors": _actors,
}

HELPERS: dict[str, Callable[..., Any]] = {"questions_by_era": questions_by_era}

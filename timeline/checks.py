"""Rules across records: each is a function that yields problems; `RULES` is the list that runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise

from timeline import prose
from timeline.base import Record
from timeline.corpus import Corpus, Entry
from timeline.problems import Problem, choices
from timeline.records import LINK_TYPES, Event
from timeline.sources import CitedKey, CitedRecord, Source
from timeline.yamlfile import Trail

Rule = Callable[[Corpus], Iterator[Problem]]

SHORTEST, LONGEST = 60, 200
"""Words of a body: the guide asks for 80 to 160, and a rule leaves some air."""


def check(corpus: Corpus) -> list[Problem]:
    """Return everything that is wrong with the corpus: what loading found, and what the rules find."""
    return [*corpus.problems, *chain.from_iterable(rule(corpus) for rule in RULES)]


def known_references(corpus: Corpus) -> Iterator[Problem]:
    """Ids in `topics`, `places`, `actors` and `links` exist."""
    for entry in corpus.events.values():
        for kind in ("topics", "places", "actors"):
            yield from _dangling(entry, (kind,), getattr(entry.record, kind), corpus.ids[kind], kind)
        for kind in LINK_TYPES:
            yield from _dangling(entry, ("links", kind), getattr(entry.record.links, kind), corpus.ids["events"], "events")
    if corpus.story:
        for index, moment in enumerate(corpus.story.record.moments):
            yield from _dangling(corpus.story, ("moments", index, "event"), [moment.event], corpus.ids["events"], "events")


def _dangling(entry: Entry, trail: Trail, ids: Iterable[str], known: set[str], kind: str) -> Iterator[Problem]:
    for index, id_ in enumerate(ids):
        if id_ not in known:
            place = trail if trail[-1] == "event" else (*trail, index)
            yield entry.problem(place, f"unknown-{_one(kind)}", f'no {_one(kind)} has the id "{id_}"', choices(id_, known))


def _one(kind: str) -> str:
    return kind.removesuffix("s")


def own_links(corpus: Corpus) -> Iterator[Problem]:
    """An event does not link to itself, nor twice to one event in one way, nor is led_to by a later one."""
    for entry in corpus.events.values():
        for kind in LINK_TYPES:
            ids = getattr(entry.record.links, kind)
            for index, id_ in enumerate(ids):
                trail = ("links", kind, index)
                if id_ == entry.id:
                    yield entry.problem(trail, "self-link", "the event links to itself", "remove this id")
                elif id_ in ids[:index]:
                    yield entry.problem(trail, "duplicate-link", f'"{id_}" stands twice', "keep one")
                elif kind == "led_to" and id_ in corpus.events and _starts_before(corpus.events[id_], entry):
                    remedy = f"write responds_to: [{id_}], or led_to on the other event"
                    yield entry.problem(trail, "link-order", f'"{id_}" began earlier, so this cannot have led to it', remedy)


def _starts_before(one: Entry[Event], other: Entry[Event]) -> bool:
    first, second = one.record.date.latest, other.record.date.earliest
    return first is not None and second is not None and first < second


def unique_aliases(corpus: Corpus) -> Iterator[Problem]:
    """No former id is an id, or a former id, of another record of the kind."""
    for kind in ("events", "eras", "actors"):
        taken = {id_: id_ for id_ in corpus.ids[kind]}
        for entry in getattr(corpus, kind).values():
            for index, alias in enumerate(entry.record.aliases):
                if alias in taken:
                    message = f'"{alias}" already belongs to {_one(kind)} "{taken[alias]}"'
                    yield entry.problem(("aliases", index), "duplicate-id", message, "choose another, or remove it")
                taken[alias] = entry.id


def unique_titles(corpus: Corpus) -> Iterator[Problem]:
    """Two events do not bear the same title."""
    first: dict[str, str] = {}
    for entry in corpus.events.values():
        title = entry.record.title.casefold()
        if title in first:
            yield entry.problem(("title",), "duplicate-title", f'event "{first[title]}" has the same title', "say what sets them apart")
        first.setdefault(title, entry.id)


def known_citations(corpus: Corpus) -> Iterator[Problem]:
    """Every key that a record cites is defined: by its own citations, or for shared keys by a file."""
    everywhere = source_keys(corpus)
    for entry in corpus.events.values():
        own = {citation.key for citation in entry.record.citations}
        yield from _unknown_cites(entry, own, "add it to this event's citations")
        for index, citation in enumerate(entry.record.citations):
            if isinstance(citation, CitedKey) and citation.key not in corpus.ids["sources"]:
                remedy = choices(citation.key, corpus.ids["sources"]) or "write the whole record here"
                yield entry.problem(("citations", index, "key"), "unknown-source", f'no file reference/sources/{citation.key}.yaml', remedy)
    others: list[Entry] = [*corpus.eras.values(), *corpus.actors.values(), *corpus.terms.values()]
    for entry in [*others, *([corpus.story] if corpus.story else [])]:
        yield from _unknown_cites(entry, everywhere, "give it a file in reference/sources/")


def _unknown_cites(entry: Entry, known: set[str], otherwise: str) -> Iterator[Problem]:
    for trail, needle, cite in _cites(entry.record):
        if not cite.key:
            message = f'"{cite.locator}" is no citation'
            yield entry.problem_in(trail, needle, "bad-citation", message, "write [@key, p. 3] or [@key; @other-key]")
        elif cite.key not in known:
            remedy = choices(cite.key, known) or otherwise
            yield entry.problem_in(trail, needle, "unknown-citation", f'nothing here defines "{cite.key}"', remedy)


def _cites(record: Record) -> Iterator[tuple[Trail, str, prose.Cite]]:
    """Yield every citation of a record with the way to its text and the words to look for in it."""
    for trail, text in texts(record):
        for cite in prose.cites(text):
            yield trail, f"@{cite.key}", cite
    for trail, key in _listed(record):
        cite = prose.cite_of(key)
        yield trail, cite.key, cite


def texts(record: Record) -> Iterator[tuple[Trail, str]]:
    """Yield the Markdown texts of a record."""
    for name in ("body", "narrative", "definition", "text"):
        if text := getattr(record, name, None):
            yield (name,), text
    for index, moment in enumerate(getattr(record, "moments", ())):
        yield ("moments", index, "text"), moment.text


def _listed(record: Record) -> Iterator[tuple[Trail, str]]:
    """Yield the entries of the lists of citation keys of a record."""
    for name, index, part in (
        *(("figures", i, part) for i, part in enumerate(getattr(record, "figures", ()))),
        *(("disputes", i, part) for i, part in enumerate(getattr(record, "disputes", ()))),
    ):
        for number, position in enumerate(getattr(part, "positions", ())):
            yield from (((name, index, "positions", number, "citations", n), key) for n, key in enumerate(position.citations))
        yield from (((name, index, "citations", n), key) for n, key in enumerate(getattr(part, "citations", ())))
    for number, key in enumerate(getattr(record, "citations", ())):
        if isinstance(key, str):
            yield ("citations", number), key


def source_keys(corpus: Corpus) -> set[str]:
    """Return the key of every source that anything defines."""
    holders: list[Entry] = [*corpus.events.values(), *corpus.eras.values()]
    inline = (c.key for entry in holders for c in entry.record.citations if isinstance(c, CitedRecord))
    return corpus.ids["sources"] | set(inline)


def unique_sources(corpus: Corpus) -> Iterator[Problem]:
    """A key means one source, and one address has one record."""
    keys: dict[str, str] = {key: f"reference/sources/{key}.yaml" for key in corpus.ids["sources"]}
    addresses = {entry.record.url: entry.file.path for entry in corpus.sources.values() if entry.record.url}
    holders: list[Entry] = [*corpus.events.values(), *corpus.eras.values()]
    for entry in holders:
        for index, citation in enumerate(entry.record.citations):
            if not isinstance(citation, CitedRecord):
                continue
            trail = ("citations", index)
            if citation.key in keys:
                remedy = "cite it there by its key alone" if "reference/" in keys[citation.key] else "give this one another key, or move the record to reference/sources/"
                yield entry.problem((*trail, "key"), "duplicate-source", f'"{citation.key}" is defined in {keys[citation.key]} too', remedy)
            elif citation.url in addresses:
                message = f"{addresses[citation.url]} describes the same address"
                yield entry.problem((*trail, "URL"), "same-address", message, "move the record to reference/sources/", severity="warning")
            keys.setdefault(citation.key, entry.file.path)
            if citation.url:
                addresses.setdefault(citation.url, entry.file.path)


def used_citations(corpus: Corpus) -> Iterator[Problem]:
    """Every listed citation is cited, and every shared source by somebody."""
    used: set[str] = set()
    for entry in corpus.events.values():
        own = {cite.key for _, _, cite in _cites(entry.record)}
        used |= own
        for index, citation in enumerate(entry.record.citations):
            if citation.key not in own:
                message = f'nothing cites "{citation.key}"'
                yield entry.problem(("citations", index, "key"), "unused-citation", message, f"cite it where it is used: [@{citation.key}], or remove it")
    others: list[Entry] = [*corpus.eras.values(), *corpus.actors.values(), *corpus.terms.values()]
    for entry in [*others, *([corpus.story] if corpus.story else [])]:
        used |= {cite.key for _, _, cite in _cites(entry.record)}
    for entry in corpus.sources.values():
        if entry.id not in used:
            yield entry.problem((), "unused-source", "nothing cites this source", "cite it, or remove the file", severity="warning")


def cited_paragraphs(corpus: Corpus) -> Iterator[Problem]:
    """Every paragraph of an event or an era cites something."""
    holders: list[Entry] = [*corpus.events.values(), *corpus.eras.values()]
    for entry in holders:
        for trail, text in texts(entry.record):
            for paragraph in prose.paragraphs(text):
                if not prose.GROUP.search(paragraph):
                    start = paragraph.splitlines()[0].strip()
                    yield entry.problem_in(trail, start, "uncited-paragraph", "this paragraph cites nothing", "end it in a citation: [@key, p. 3]")


def independent_sources(corpus: Corpus) -> Iterator[Problem]:
    """An event rests on at least two sources that do not copy each other."""
    for entry in corpus.events.values():
        makers = {source.maker.casefold() for _, source in sources_of(entry, corpus)}
        missing = any(isinstance(c, CitedKey) and c.key not in corpus.sources for c in entry.record.citations)
        if len(makers) < 2 and not missing:
            message = f"all sources come from one maker ({', '.join(sorted(makers))})"
            yield entry.problem(("citations",), "too-few-sources", message, "add a source by somebody else; reprints and translations share their `origin`")


def sources_of(entry: Entry[Event], corpus: Corpus) -> Iterator[tuple[str, Source]]:
    """Yield key and record of each source that an event cites and that can be read."""
    for citation in entry.record.citations:
        if isinstance(citation, CitedRecord):
            yield citation.key, citation
        elif citation.key in corpus.sources:
            yield citation.key, corpus.sources[citation.key].record


def plain_texts(corpus: Corpus) -> Iterator[Problem]:
    """Texts are Markdown without HTML, and their links lead to records or to the web."""
    holders: list[Entry] = [*corpus.events.values(), *corpus.eras.values(), *corpus.terms.values()]
    for entry in [*holders, *([corpus.story] if corpus.story else [])]:
        for trail, text in texts(entry.record):
            if tag := prose.markup(text):
                yield entry.problem_in(trail, tag.group(), "html-in-text", f"{tag.group()} is HTML", "write Markdown: *italic*, **bold**, [text](address)")
            for target in prose.targets(text):
                yield from _bad_link(entry, trail, target, corpus)


def _bad_link(entry: Entry, trail: Trail, target: str, corpus: Corpus) -> Iterator[Problem]:
    if reference := prose.REFERENCE.match(target):
        kind = f"{reference['kind']}s"
        known = source_keys(corpus) if kind == "sources" else corpus.ids[kind]
        if reference["id"] not in known:
            code = f"unknown-{reference['kind']}"
            yield entry.problem_in(trail, target, code, f'no {reference["kind"]} has the id "{reference["id"]}"', choices(reference["id"], known))
    elif not target.startswith(("https://", "http://")):
        remedy = "write https://…, or event:, era:, actor:, place:, topic: or source: with an id"
        yield entry.problem_in(trail, target, "bad-link", f'"{target}" leads nowhere', remedy)


def body_length(corpus: Corpus) -> Iterator[Problem]:
    """A body tells its event neither in a headline nor in an essay."""
    for entry in corpus.events.values():
        words = prose.count_words(entry.record.body)
        if not SHORTEST <= words <= LONGEST:
            yield entry.problem(("body",), "body-length", f"{words} words; the guide asks for 80 to 160", "say more, or less", severity="warning")


def figure_groups(corpus: Corpus) -> Iterator[Problem]:
    """Figures that are drawn side by side have one unit."""
    for entry in corpus.events.values():
        units: dict[str, str] = {}
        for index, figure in enumerate(entry.record.figures):
            if figure.group and units.setdefault(figure.group, figure.unit) != figure.unit:
                message = f'the group "{figure.group}" has {units[figure.group]} and {figure.unit}'
                yield entry.problem(("figures", index, "unit"), "mixed-units", message, "give them one unit, or another group")


def era_order(corpus: Corpus) -> Iterator[Problem]:
    """Eras are intervals, follow each other without gap or overlap, and hold every event."""
    entries = list(corpus.eras.values())
    for entry in entries:
        if entry.record.date.earliest is None or entry.record.date.latest is None:
            yield entry.problem(("date",), "era-date", "an era needs a first and a last day", "write 1815-01-01/1848-02-23")
    whole = [entry for entry in entries if entry.record.date.earliest and entry.record.date.latest]
    whole.sort(key=lambda entry: entry.record.date.sort_key)
    for before, after in pairwise(whole):
        last, first = before.record.date.latest, after.record.date.earliest
        if last.next() != first:
            word = "overlaps" if first <= last else "leaves a gap after"
            message = f'{word} era "{before.id}", which ends on {last.isoformat()}'
            yield after.problem(("date",), "era-order", message, f"start it on {last.next().isoformat()}")
    for event in corpus.events.values() if whole else ():
        day = event.record.date.earliest or event.record.date.latest
        if day is not None and not whole[0].record.date.earliest <= day <= whole[-1].record.date.latest:
            yield event.problem(("date",), "outside-eras", f"{day.isoformat()} lies in no era", "check the year, or widen an era")


def used_actors(corpus: Corpus) -> Iterator[Problem]:
    """Every actor takes part in an event."""
    used = {id_ for entry in corpus.events.values() for id_ in entry.record.actors}
    linked: defaultdict[str, set[str]] = defaultdict(set)
    holders: list[Entry] = [*corpus.events.values(), *corpus.eras.values()]
    for entry in holders:
        for _, text in texts(entry.record):
            for target in prose.targets(text):
                if reference := prose.REFERENCE.match(target):
                    linked[reference["kind"]].add(reference["id"])
    for entry in corpus.actors.values():
        if entry.id not in used | linked["actor"]:
            yield entry.problem((), "unused-actor", "no event names this actor", "name it in an event, or remove the file", severity="warning")


RULES: tuple[Rule, ...] = (
    known_references, own_links, unique_aliases, unique_titles, known_citations, unique_sources, used_citations,
    cited_paragraphs, independent_sources, plain_texts, body_length, figure_groups, era_order, used_actors,
)  # fmt: skip

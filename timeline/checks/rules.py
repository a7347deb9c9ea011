"""The rules across records, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from timeline.checks import audits, dates, lessons, maps, pictures, quotes, slips, sources, texts
from timeline.checks.eras import era_order
from timeline.checks.events import figure_groups, named_once, own_links, unique_titles
from timeline.checks.handwritten import handwritten_pages
from timeline.checks.ids import known_references, unique_aliases, used_actors
from timeline.checks.kept import kept_ids
from timeline.checks.topics import enough_colours
from timeline.problems import Problem, capped
from timeline.reading.corpus import Corpus

Rule = Callable[[Corpus], Iterator[Problem]]


def check(corpus: Corpus) -> list[Problem]:
    """Return everything that is wrong with the corpus: what loading found, and what the rules find."""
    return capped([*corpus.problems, *chain.from_iterable(rule(corpus) for rule in RULES)])


RULES: tuple[Rule, ...] = (
    known_references,
    lessons.known_lessons,
    own_links,
    unique_aliases,
    unique_titles,
    named_once,
    texts.markdown_texts,
    texts.plain_values,
    texts.body_length,
    slips.missing_marks,
    slips.whole_values,
    figure_groups,
    era_order,
    lessons.ordered_cards,
    lessons.true_reasons,
    lessons.several_voices,
    lessons.some_voices,
    lessons.free_packs,
    dates.read_after_issue,
    dates.rising_points,
    used_actors,
    enough_colours,
    handwritten_pages,
    maps.known_spots,
    maps.known_land,
    pictures.known_subjects,
    pictures.sound_files,
    kept_ids,
    sources.known_citations,
    sources.unique_sources,
    sources.used_citations,
    sources.cited_paragraphs,
    sources.independent_sources,
    quotes.quoted_words,
    quotes.quoted_places,
    audits.known_records,
    audits.audited_words,
)

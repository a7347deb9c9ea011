"""The templates of pages, with every function and filter that they may use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from timeline import dates
from timeline.citations import cite_this, house_style
from timeline.exports.format import ROOT
from timeline.language import dates as datewords
from timeline.language.counts import plural
from timeline.language.dates import year_label
from timeline.language.labels import KIND_WORDS, RELATION_WORDS, language_name
from timeline.language.locale import TAG
from timeline.language.phrases import number, provenance, sentence, typeset, years
from timeline.language.scripts import apart
from timeline.pages import audits, booklets, charts, chronology, classroom, contributing, drawn, facets, lesson_plans
from timeline.pages.chronology import by_year, frame_text, frequent_actors, percent, topic_index, year_anchor
from timeline.pages.compiled import Compiled
from timeline.pages.figures import (
    amount,
    bar,
    by_group,
    chart_moments,
    cited_outside_the_text,
    is_official,
    scale_of_series,
    scale_of_unit,
    series_rows,
)
from timeline.pages.pictures import lesson_pictures, lesson_places, pictures_of, rights, staged
from timeline.pages.places import by_country, coordinates, places_of
from timeline.pages.plain_text import plain
from timeline.pages.source_lists import balance, by_letter, checked_counts, citer
from timeline.records.entities import sort_name

HELPERS: dict[str, Callable[..., Any]] = {
    "by_year": by_year,
    "years_with_events": chronology.years_with_events,
    "year_anchor": year_anchor,
    "year_words": year_label,
    "by_group": by_group,
    "cited_outside_the_text": cited_outside_the_text,
    "scale_of_unit": scale_of_unit,
    "bar": bar,
    "percent": percent,
    "topic_index": topic_index,
    "frequent_actors": frequent_actors,
    "by_country": by_country,
    "by_letter": by_letter,
    "balance": balance,
    "checked_counts": checked_counts,
    "coordinates": coordinates,
    "frame_text": frame_text,
    "pictures_of": pictures_of,
    "lesson_pictures": lesson_pictures,
    "lesson_places": lesson_places,
    "rights": rights,
    "staged": staged,
    "series_rows": series_rows,
    "places_of": places_of,
    "citer": citer,
    "scale_of_series": scale_of_series,
    "chart": charts.chart,
    "legend_mark": charts.legend_mark,
    "is_moment": charts.is_moment,
    "line_styles": charts.styles,
    "chart_moments": chart_moments,
    "is_official": is_official,
}
"""Functions that templates call by name."""

FILTERS: dict[str, Callable[..., Any]] = {
    "sort_name": sort_name,
    "source_title": house_style.title_of,
}


TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment(language: str = TAG) -> jinja2.Environment:
    """Return the template environment: autoescaping on, undefined names are errors.

    language: the language of the pages, in which titles of sources need no mark.
    """
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=typeset,
        bytecode_cache=Compiled(TEMPLATES, language),
    )
    env.filters.update(
        words=datewords.words,
        short=datewords.short,
        label=house_style.label,
        number=number,
        language=language_name,
        plural=plural,
        when=when,
        day=lambda moment: when(dates.parse(moment.date().isoformat())),
        years=years,
        sentence=sentence,
        uncited=plain,
        apart=apart,
        reference=partial(house_style.reference, language=language),
        **FILTERS,
    )
    env.globals.update(
        kind_words=KIND_WORDS,
        relation_words=RELATION_WORDS,
        data_root=ROOT,
        amount=amount,
        provenance=provenance,
        page_language=language,
        **HELPERS,
        **audits.HELPERS,
        **classroom.HELPERS,
        **booklets.HELPERS,
        **lesson_plans.HELPERS,
        **drawn.HELPERS,
        **facets.HELPERS,
        **contributing.HELPERS,
        **cite_this.HELPERS,
    )
    return env


def when(date: Any) -> Markup:
    """Return a date as a `<time>` element where HTML has a value for it, otherwise as plain words."""
    text = datewords.words(date)
    machine = date.machine
    return Markup(f'<time datetime="{escape(machine)}">{escape(text)}</time>') if machine else escape(text)

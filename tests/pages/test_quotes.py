"""Quotations: in their own language, beside a translation, with where they come from, on pages, in packs, in files."""

import csv
import io
import json

import pytest

import waterloo
from timeline.catalogue import Relation
from timeline.exports import json_files, tables
from timeline.language.labels import RELATION_WORDS
from timeline.language.phrases import provenance
from timeline.pages.classroom import boxes
from timeline.pages.environment import environment
from timeline.pages.markdown import Converter
from timeline.pages.renderer import Renderer
from timeline.pages.view import View
from timeline.project.site import Site
from timeline.records.quote import Quote

CATALOGUE = waterloo.catalogue()
PAGES = {page.path: page for page in Renderer(CATALOGUE, Site(name="Battles")).pages()}
FRENCH = "En rompant ainsi la convention"


def quote(**more):
    given = {"text": "Vae victis", "language": "la", "speaker": "Brennus", "citations": ["livy-5, 48"]}
    return Quote.model_validate(given | more)


def test_the_original_is_marked_with_its_language_and_stands_before_the_translation():
    html = PAGES["events/1815-vienna-declaration/"].content

    assert f'<p lang="fr" dir="auto">{FRENCH}' in html
    assert html.index(FRENCH) < html.index("By thus breaking the convention")
    assert "French, translated by the editors. No place in the source: a page on the web without numbers." in html


def test_words_in_the_language_of_the_site_stand_alone():
    html = PAGES["events/1815-waterloo/"].content

    assert '<p lang="en" dir="auto">I should not do justice' in html
    assert "tl-quote__translation" not in html
    assert html.count('class="tl-quote"') == 1


def test_an_era_shows_its_quotations_with_numbered_sources():
    html = PAGES["eras/antiquity/"].content

    assert '<p lang="la" dir="auto">Vincere scis' in html
    assert 'aria-label="Source 3, 51.4"' in html


def test_a_date_that_the_name_of_a_document_tells_is_not_told_again():
    macros = environment().get_template("macros.html.j2").module
    view = View(CATALOGUE, Converter({}), "")
    dated = quote(speaker="The ballot of 3 May 1815", date="1815-05-03"), quote(date="1815-05-03")

    assert [str(macros.quote(view, one)).count("3 May 1815") for one in dated] == [1, 1]


@pytest.mark.parametrize("word", ["rompant", "breaking", "powers"])
def test_the_search_knows_both_languages_and_who_speaks(word):
    assert word in PAGES["events/1815-vienna-declaration/"].search


def test_the_search_of_an_era_knows_its_quotations():
    assert "Maharbal" in PAGES["eras/antiquity/"].search


def test_a_pack_without_a_booklet_has_the_quotations_of_the_era_and_of_its_events_as_source_boxes():
    antiquity, modern = (boxes(CATALOGUE, CATALOGUE.eras[id_]) for id_ in ("antiquity", "modern-times"))

    assert [(holder.id, said.speaker) for holder, said in antiquity] == [("antiquity", "Maharbal")]
    assert [holder.id for holder, _ in modern] == ["1815-vienna-declaration", "1815-waterloo"]
    assert [holder.id for holder, _ in boxes(CATALOGUE, CATALOGUE.eras["modern-times"], most=1)] == ["1815-waterloo"]
    assert 'id="source-boxes"' in PAGES["teach/antiquity/"].content
    pack = PAGES["teach/modern-times/"].content
    assert 'id="booklet"' in pack and 'id="source-boxes"' not in pack
    assert "Source B" in pack and f'lang="fr" dir="auto">{FRENCH}' in pack


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("Latin.", {}),
        ("Latin, translated by Livy’s reader.", {"translation": "Woe", "translated_by": "Livy’s reader"}),
        ("", {"language": "en"}),
        ("No place in the source: a stone.", {"language": "en", "unlocated": "a stone"}),
        ("Latin. No place in the source: a stone.", {"unlocated": "a stone"}),
    ],
)
def test_the_line_below_a_quotation_says_where_it_comes_from(said, more):
    assert provenance(quote(**more), "en") == said


def test_quotations_are_in_the_published_files():
    files = dict(json_files.files(CATALOGUE, Site(name="Battles")))
    event = json.loads(files["events/1815-waterloo.json"])["event"]
    rows = list(
        csv.DictReader(io.StringIO(dict(tables.files(CATALOGUE, Site(name="B")))["quotes.csv"].lstrip("\ufeff")))
    )

    assert event["quotes"][0]["language"] == "en"
    assert event["quotes"][0]["translation"] is None
    assert [(row["cited_in"], row["id"], row["language"]) for row in rows] == [
        ("event", "1815-vienna-declaration", "fr"),
        ("event", "1815-waterloo", "en"),
        ("era", "antiquity", "la"),
    ]


def test_what_comes_after_in_a_series_leads_back_and_forth():
    assert Relation("follows", "1814-fontainebleau") in CATALOGUE.before("1815-saint-helena")
    assert Relation("followed_by", "1815-saint-helena") in CATALOGUE.after("1814-fontainebleau")
    assert f">{RELATION_WORDS['follows']}</span>" in PAGES["events/1815-saint-helena/"].content
    rows = dict(tables.files(CATALOGUE, Site(name="B")))["links.csv"].splitlines()
    assert "1815-saint-helena,1814-fontainebleau,follows" in rows


@pytest.mark.parametrize("path", ["events/1815-waterloo/", "corrections/"])
def test_a_correction_shows_the_words_before_and_now(path):
    html = PAGES[path].content

    assert "<dt>Before</dt><dd><del>The number of Prussians was 48,000.</del></dd>" in html
    assert "<dt>Now</dt><dd><ins>The number of Prussians was 45,000.</ins></dd>" in html

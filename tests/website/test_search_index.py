"""Search: the entries of our pages in the index."""

import json

import pytest
from markupsafe import Markup

from timeline.pages.page import Page
from timeline.website.search import extend_search

WRITTEN = [
    {"location": "about/", "title": "About &amp; more", "text": "<p>We <b>all</b></p>"},
    {"location": "about/#how", "title": "How", "text": "So"},
    {"location": "shells/", "title": "%%title%%", "text": ""},
    {"location": "shells/record/", "title": "%%title%%", "text": ""},
]
PAGES = [
    Page("events/a/", "A & B", "d", Markup("c"), "events/", "event", search="1 < 2", date="1 May 1815"),
    Page("people/b/", "B", "d", Markup("c"), "people/", "actor", search="t", names=("Б", "<b>")),
    Page("embed/", "E", "d", Markup("c"), "embed/", "embed", search="x", listed=False),
]


@pytest.fixture
def index(tmp_path):
    path = tmp_path / "search/search_index.json"
    path.parent.mkdir()
    path.write_text(
        json.dumps(
            {"config": {"lang": ["en", "ru"], "separator": " ", "pipeline": ["stopWordFilter"]}, "docs": WRITTEN}
        ),
        encoding="utf-8",
    )
    extend_search(tmp_path, PAGES)
    return json.loads(path.read_text(encoding="utf-8"))


def test_search_finds_our_pages_and_the_handwritten_ones_and_no_shells(index):
    assert [entry["location"] for entry in index["docs"]] == [
        "events/a/",
        "people/b/",
        "about/",
        "about/#how",
    ]
    assert index["config"]["pipeline"] == ["stopWordFilter"]


def test_an_entry_says_what_a_page_is_and_when_in_plain_text(index):
    assert index["docs"][0] == {
        **{"location": "events/a/", "title": "A & B", "text": "1 < 2", "kind": "event", "date": "1 May 1815"},
    }


def test_other_spellings_stand_beside_the_title(index):
    assert index["docs"][1] == {"location": "people/b/", "title": "B", "text": "t", "kind": "actor", "names": "Б · <b>"}


def test_handwritten_pages_are_words_without_markup(index):
    assert index["docs"][2] == {"location": "about/", "title": "About & more", "text": "We all"}


def test_words_with_other_latin_letters_are_there_in_plain_ones_too(tmp_path):
    path = tmp_path / "search/search_index.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"config": {}, "docs": []}), encoding="utf-8")
    extend_search(tmp_path, [Page("a/", "Łukasz at Łódź", "d", Markup("c"), "a/", "event", search="Минск café")])
    (entry,) = json.loads(path.read_text(encoding="utf-8"))["docs"]
    assert entry["text"].split() == ["Минск", "café", "lukasz", "lodz", "cafe"]


def test_a_site_without_search_stays_without(tmp_path):
    extend_search(tmp_path, PAGES)

    assert list(tmp_path.iterdir()) == []

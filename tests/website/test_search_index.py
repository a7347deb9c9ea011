"""Search: the entries of our pages in the index."""

import json
import re

import pytest
from markupsafe import Markup

from timeline.pages.page import Page
from timeline.website.search import extend_search

WRITTEN = [
    {"location": "about/", "title": "About", "text": "We"},
    {"location": "about/#how", "title": "How", "text": "So"},
    {"location": "shells/", "title": "%%title%%", "text": ""},
    {"location": "shells/record/", "title": "%%title%%", "text": ""},
]
PAGES = [
    Page("events/a/", "A & B", "d", Markup("c"), "events/", "event", search="1 < 2"),
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
        "people/b/#names",
        "about/",
        "about/#how",
    ]
    assert index["config"]["pipeline"] == ["stopWordFilter"]


def test_words_end_where_marks_begin_in_every_alphabet(index):
    """Several languages would bring a trimmer that takes Ł and ŭ for no letters."""
    assert index["config"]["lang"] == ["en"]
    words = re.split(index["config"]["separator"], "«Łukasz», Kutuzaŭ—Παρίσι/Яўген’s “Élan”… a&amp;b 12–14 (née)")
    assert words == ["", "Łukasz", "Kutuzaŭ", "Παρίσι", "Яўген", "s", "Élan", "a&amp", "b", "12", "14", "née", ""]


def test_search_entries_are_html_as_the_theme_expects(index):
    assert index["docs"][0] == {"location": "events/a/", "title": "A &amp; B", "text": "1 &lt; 2", "boost": 2}


def test_other_spellings_are_a_section_that_counts_as_a_title(index):
    assert index["docs"][1:3] == [
        {"location": "people/b/", "title": "B", "text": "t", "boost": 4},
        {"location": "people/b/#names", "title": "Б · &lt;b&gt;", "text": "", "boost": 4},
    ]


def test_words_with_other_latin_letters_are_there_in_plain_ones_too(tmp_path):
    path = tmp_path / "search/search_index.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"config": {}, "docs": []}), encoding="utf-8")
    extend_search(tmp_path, [Page("a/", "Łukasz at Łódź", "d", Markup("c"), "a/", "event", search="Минск café")])
    (entry,) = json.loads(path.read_text(encoding="utf-8"))["docs"]
    assert entry["text"] == "Минск café lukasz lodz cafe"


def test_a_site_without_search_stays_without(tmp_path):
    extend_search(tmp_path, PAGES)

    assert list(tmp_path.iterdir()) == []

"""The search index and the sitemap know every page, and people in every spelling."""

import json
import re

import pytest

KINDS = {"events", "eras", "topics", "people", "places", "sources"}
LEFT_OUT = {
    "404.html": "no page of its own",
    "contribute/messages/": "a list for contributors that quotes words of every sort",
}

ANSWERS = re.compile(r"teach/[^/]+/answers/")
"""For the teacher, who is led to them: a pupil who searches does not meet them."""


@pytest.fixture(scope="module")
def index(site):
    """What each address is found by; a page also by other spellings of its title."""
    entries = json.loads((site.directory / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return {entry["location"]: f"{entry['title']} {entry['text']} {entry.get('names', '')}" for entry in entries}


def test_every_page_is_in_the_index(index, pages):
    own = {page.path for page in pages if page.path not in LEFT_OUT}
    wanted = {path for path in own if not path.startswith("embed/") and not ANSWERS.fullmatch(path)}
    assert wanted - set(index) == set()
    assert {path for path in index if ANSWERS.match(path)} == set()
    assert {path for path in index if path in LEFT_OUT} == set()


def test_the_index_leads_only_to_pages(index, site):
    for location in index:
        path, _, fragment = location.partition("#")
        file = site.directory / path / "index.html"
        assert file.is_file(), location
        assert not fragment or f'id="{fragment}"' in file.read_text(encoding="utf-8"), location
    assert not any(location.startswith(("shells/", "embed/")) for location in index)


@pytest.mark.parametrize("kind", ["people", "places"])
def test_every_spelling_on_a_page_is_in_the_index(index, pages, kind):
    seen = 0
    for page in pages:
        if page.kind != kind:
            continue
        spellings = [page.one("h1").text]
        for names in page.root.all("dl", class_="tl-names"):
            spellings += [part.strip() for name in names.all("dd") for part in name.text.split("·")]
        missing = [spelling for spelling in spellings if spelling not in index[page.path]]
        assert missing == [], page.path
        seen += len(spellings)
    assert seen > 50


@pytest.mark.parametrize(
    ("page", "spellings"),
    [
        ("people/alexander-lukashenko/", ["Lukashenko", "Lukashenka", "Лукашэнка", "Лукашенко"]),
        ("people/sviatlana-tsikhanouskaya/", ["Tsikhanouskaya", "Tikhanovskaya", "Ціханоўская", "Тихановская"]),
        ("places/minsk/", ["Minsk", "Мінск", "Минск"]),
    ],
)
def test_well_known_names_are_found_in_latin_and_cyrillic(index, page, spellings):
    assert [spelling for spelling in spellings if spelling not in index[page]] == []


def test_an_event_is_found_by_the_names_of_its_people(index, pages):
    """In all spellings, since a reader who searches for a person wants the events too."""
    by_path = {page.path: page for page in pages}
    for page in pages:
        if page.kind == "events":
            for link in page.one("aside", class_="tl-side").all("a"):
                actor = by_path.get(link.attributes["href"].removeprefix("../../"))
                if actor is not None and actor.kind == "people":
                    assert actor.one("h1").text in index[page.path], (page.path, actor.path)


def test_index_texts_of_records_are_words(index, pages):
    """No markup, no citation keys, no gap where a citation stood: the excerpts are shown to readers."""
    marks = ("[@", "<p", "</", "%%", "{{", "**", " . ", " , ", " ; ")
    records = {page.path: index[page.path].replace(" . . .", "") for page in pages if page.kind in KINDS}
    found = [(path, mark) for path, text in records.items() for mark in marks if mark in text]
    assert found == []

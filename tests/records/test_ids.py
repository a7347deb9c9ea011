"""Names for new records: ids from titles and addresses, and slips of what exists."""

import pytest

from harness import REPO
from timeline.dates import parse
from timeline.records import ids as naming


@pytest.mark.parametrize(
    ("title", "date", "id_"),
    [
        ("Napoleon defeats Blücher at Ligny", "1815-06-16", "1815-napoleon-defeats-blucher-ligny"),
        ("The battle of Waterloo", "1815-06-18", "1815-battle-waterloo"),
        ("A printer's marks", "181X", "181x-printers-marks"),
        ("Hannibal wins at Cannae", "-0215-08-02", "bc216-hannibal-wins-cannae"),
        ("The 1806 expedition", "1806-06", "1806-expedition"),
        ("It ends", "../1848", "1848-it-ends"),
        ("Łódź, Tromsø, Straße", "1900", "1900-lodz-tromso-strasse"),
    ],
)
def test_date_and_title_suggest_an_id(title, date, id_):
    assert naming.event_id(title, parse(date)) == id_


def test_a_title_without_latin_letters_suggests_nothing():
    assert naming.event_id("Минская весна", parse("1996-04")) == ""


@pytest.mark.parametrize(
    ("url", "more", "key"),
    [
        ("https://www.bbc.co.uk/news/2017/03/some-story.html", {}, "bbc-2017-some-story"),
        ("https://example.org/", {"year": "1999", "title": "The end of it all"}, "example-1999-end-it-all"),
        ("http://archive.gov.by/a/b?id=3", {"maker": "The Times"}, "times-b"),
        ("https://localhost:8000/x", {}, "localhost-x"),
    ],
)
def test_an_address_suggests_a_key(url, more, key):
    assert naming.source_key(url, **more) == key


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.org/a/",
        "https://Example.org/a#part",
        "https://example.org/a?utm_source=x",
        " https://example.org/a ",
    ],
)
def test_addresses_of_one_page_are_the_same(url):
    assert naming.same_page(url) == naming.same_page("https://example.org/a")


def test_addresses_of_two_pages_differ():
    assert naming.same_page("https://example.org/a?id=1") != naming.same_page("https://example.org/a?id=2")


KNOWN = ["1815-waterloo-battle", "1815-ligny", "2001-presidential-election"]


@pytest.mark.parametrize(
    ("id_", "other"),
    [
        ("1815-battle-waterloo", "1815-waterloo-battle"),
        ("1815-waterlo-battle", "1815-waterloo-battle"),
        ("2001-presidential-elections", "2001-presidential-election"),
        ("2006-presidential-election", None),
        ("1815-wavre", None),
    ],
)
def test_an_id_is_near_another_of_its_year(id_, other):
    assert naming.near_id(id_, KNOWN) == other


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("A battle at Waterloo", "w"),
        ("The battle of Waterlo", "w"),
        ("The election of 2001", "e"),
        ("The election of 2006", None),
        ("The battle of Ligny", None),
    ],
)
def test_a_title_is_near_another_with_the_same_numbers(title, owner):
    assert naming.near_text(title, {"The battle of Waterloo": "w", "The election of 2001": "e"}) == owner


def test_no_real_event_would_have_been_refused_for_its_id():
    """The rule must not stand in the way of what was written before it."""
    ids = [path.stem for path in (REPO / "events").glob("*.yaml")]

    assert [(id_, naming.near_id(id_, set(ids) - {id_})) for id_ in ids if naming.near_id(id_, set(ids) - {id_})] == []

"""Names in texts: each is linked once, where it first stands, and only if it can mean one record alone."""

import re
from dataclasses import replace

import pytest

import waterloo
from timeline.pages import named
from timeline.pages.markdown import Converter
from timeline.pages.named import Named
from timeline.pages.view import View

CATALOGUE = waterloo.catalogue()
BOARD = Named("Board of Trade", "actor", "board", "A body of merchants.")
HARBOUR = Named("Harbour", "place", "harbour", "Norway")
FAMILY = Named("Lund", "actor", "anna-lund", "", family=True)
MEN = Named("Board's Men", "actor", "men", "")
ALL = {"Board": (BOARD, MEN), "Harbour": (HARBOUR,), "Lund": (FAMILY,)}


def linked(text, own=ALL, everywhere=None, terms=None):
    """Return what became a link, with the record to which it leads."""
    view = View(CATALOGUE, Converter(terms), "events/x/", names=everywhere or {})
    html = view.converter.block(text, view.notes, lambda kind, id_: f"{kind}/{id_}", set(), named.Names(own=own))
    return re.findall(r'class="tl-named" href="([^"]+)"[^>]*>([^<]+)<', html)


def test_a_name_is_linked_where_it_first_stands_and_says_who_it_is():
    view = View(CATALOGUE, Converter(), "events/1815-waterloo/")
    html = view.prose(CATALOGUE.events["1815-waterloo"].record.body, CATALOGUE.events["1815-waterloo"].record)
    link = '<a class="tl-named" href="../../people/napoleon/" title="Emperor of the French, twice.">Napoleon</a>'

    assert html.count("tl-named") == html.count(link) == 1
    assert html.partition(link)[0].count("Napoleon") == 0


def test_what_a_text_links_itself_is_not_linked_again():
    event = CATALOGUE.events["1815-vienna-declaration"].record
    assert "actor:napoleon" in event.body
    view = View(CATALOGUE, Converter(), "events/x/")

    assert "tl-named" not in view.prose(event.body + "\n\nAnd so Napoleon was told.", event)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board of\nTrade met, and the Board of Trade left.", [("actor/board", "Board of\nTrade")]),
        ("The Merchants' Board of Trade", [("actor/board", "Board of Trade")]),
        ("Told by the Board's Men at noon.", [("actor/men", "Board’s Men")]),
        ("It lay in the Harbour’s mouth.", [("place/harbour", "Harbour")]),
        ("Harbour lights", [("place/harbour", "Harbour")]),
        ("It was printed in the Harbour Times.", []),  # part of another name
        ("They read New Harbour.", []),
        ("In Harbour they waited.", [("place/harbour", "Harbour")]),  # a sentence begins with any word
        ("Harbour-side, Harbours and unHarbour", []),
        ("Then Lund spoke.", []),  # Then may be somebody's name
        ("So it was, and Lund spoke.", [("actor/anna-lund", "Lund")]),
        ("He was called Peter Lund.", []),  # another of the family
        ("She said “the Harbour is ours” in Harbour.", [("place/harbour", "Harbour")]),
        ("> the Harbour is ours", []),
        ("[the Harbour](https://example.org/) and `Harbour`", []),
        ("# Harbour", []),
    ],
)
def test_only_what_means_one_record_is_linked(text, expected):
    assert linked(text) == expected


def test_a_word_of_the_glossary_goes_before_a_name():
    assert linked("In the Harbour.", terms={"Harbour": ("harbour", "Where ships lie.")}) == []


def test_a_spelling_of_two_who_took_part_means_neither():
    event = CATALOGUE.events["1815-waterloo"].record
    both = {
        id_: replace(item, record=item.record.model_copy(update={"variants": ("The Eagle",)}))
        for id_, item in CATALOGUE.actors.items()
    }
    found = named.of_event(replace(CATALOGUE, actors=both), event)

    names = {one.name for some in found.values() for one in some}

    assert "The Eagle" not in names and {"Napoleon Bonaparte", "Seventh Coalition", "Bonaparte"} <= names


def test_names_of_one_word_mean_a_body_or_a_place_only_where_it_took_part():
    """Anywhere else they may be any word, or stand for a government."""
    found = {name.name for names in named.everywhere(CATALOGUE).values() for name in names}

    assert "Seventh Coalition" in found and "Hannibal" not in found and "Waterloo" not in found

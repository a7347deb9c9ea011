"""Classroom packs: cards that meet their backs, an order that is certain, dates that do not slip out."""

import re

import pytest

import waterloo
from timeline.catalogue import Item
from timeline.dates import parse
from timeline.pages import classroom
from timeline.records.event import Event, Figure

CATALOGUE = waterloo.catalogue()
MODERN, ANTIQUITY, MIDDLE = (CATALOGUE.eras[id_] for id_ in ("modern-times", "antiquity", "middle-ages"))


def event(date, id_="", importance="major"):
    fields = {"title": "t", "summary": "s", "topics": ["a"], "body": "b", "citations": [{"key": "c"}]}
    record = Event.model_validate({"date": date, "importance": importance, **fields})
    return Item(id_ or date, "event", record, "f.yaml")


def dates(items):
    return [item.record.date.text for item in items]


def ids(items):
    return [item.id for item in items]


def test_cards_are_those_that_the_teaching_names():
    chosen = classroom.cards(CATALOGUE, MODERN)

    assert ids(chosen)[:2] == ["1815-saint-helena", "1815-waterloo"]


def test_without_a_choice_the_cards_are_the_weighty_events_that_have_one_order():
    assert classroom.cards(CATALOGUE, ANTIQUITY) == []  # the day of Cannae is not certain
    assert classroom.cards(CATALOGUE, MIDDLE) == []


def test_the_back_of_a_card_lies_behind_its_front():
    """Turned on the long edge, left becomes right: column 0 of the fronts meets column 1 of the backs."""
    events = [event(f"18{number:02}", f"e{number}") for number in range(11)]

    first, second = classroom.sheets(events)

    assert [ids(filter(None, row)) for row in first.fronts] == [["e0", "e1"], ["e2", "e3"], ["e4", "e5"], ["e6", "e7"]]
    assert [row[::-1] for row in first.backs] == first.fronts
    assert second.fronts[1] == [events[10], None]
    assert second.backs[1] == [None, events[10]]
    assert second.backs[3] == [None, None]


def test_what_can_be_ordered_is_certain_and_shares_no_day():
    wanted = ["1816", "1815-06-18", "1815-06", "1815-06-18/1815-06-20", "1814~", "1815-07", "1813/.."]

    found = classroom.orderable([event(date) for date in wanted])

    assert dates(found) == ["1815-06-18", "1815-07", "1816"]


def test_of_two_that_overlap_the_first_one_stays():
    assert dates(classroom.orderable([event("1815-06"), event("1815-06-18")])) == ["1815-06"]
    assert dates(classroom.orderable([event("1815-06-18"), event("1815-06")])) == ["1815-06-18"]


def test_touching_days_do_not_overlap_and_a_shared_one_does():
    assert len(classroom.orderable([event("1815-06-15/1815-06-17"), event("1815-06-18")])) == 2
    assert len(classroom.orderable([event("1815-06-15/1815-06-18"), event("1815-06-18", "other")])) == 1


def test_no_more_are_ordered_than_fit_a_sheet():
    assert len(classroom.orderable([event(f"18{number:02}") for number in range(20)])) == 8
    assert len(classroom.orderable([event("1815"), event("1816")], most=1)) == 1


def test_the_exercise_has_the_events_of_the_cards_in_order_of_time():
    found = classroom.to_order(CATALOGUE, MODERN)

    assert sorted(ids(found)) == sorted(ids(classroom.cards(CATALOGUE, MODERN)))
    assert ids(found) == ["1814-fontainebleau", "1815-return", "1815-waterloo", "1815-saint-helena"]


def test_the_exercise_is_mixed_the_same_way_in_every_build_and_never_solved():
    ordered = [event(f"18{number:02}") for number in range(6)]

    mixed = classroom.shuffled(ordered)

    assert sorted(ids(mixed)) == ids(ordered)
    assert mixed != ordered
    assert classroom.shuffled(ordered[::-1]) == mixed
    assert all(classroom.shuffled(pair) != pair for pair in (mixed[:2], mixed[2:4]))


@pytest.mark.parametrize(
    ("text", "date", "parts"),
    [
        ("Election of 1815 and after", "1815-06-18", ["Election of ", None, " and after"]),
        ("On 18 June 1815 they met", "1815-06-18", ["On ", None, " they met"]),
        ("In June 1815, cheaper in 1816", "1815-06", ["In ", None, ", cheaper in ", None, ""]),
        ("A promise of 1792, 1000 men", "1815", ["A promise of 1792, 1000 men"]),
        ("Treaty-1815 of 18150 men", "1815", ["Treaty-", None, " of 18150 men"]),
        ("In 216 BCE, after 218 BCE and in 216 CE", "-0215", ["In ", None, ", after 218 BCE and in 216 CE"]),
        ("On 2 August 216 BCE", "-0215-08-02", ["On ", None, ""]),
        ("216 men", "-0215", ["216 men"]),
        ("Nothing", "1815", ["Nothing"]),
    ],
)
def test_a_card_does_not_give_its_date_away(text, date, parts):
    assert classroom.undated(text, parse(date)) == parts


def test_as_many_events_as_there_are_have_a_letter_each():
    letters = [classroom.letter(number) for number in range(30)]

    assert letters[:8] == list("ABCDEFGH")
    assert letters[25:] == ["Z", "AA", "BB", "CC", "DD"]


def test_a_comparison_comes_with_its_event_and_dispute():
    [one] = classroom.compared(CATALOGUE, MODERN)

    assert (one.event.id, one.dispute.question) == ("1815-waterloo", "Who decided the battle?")
    assert classroom.compared(CATALOGUE, MIDDLE) == []


def figure(value, group=None):
    fields = {"label": "l", "value": value, "unit": "men", "measured_by": "m", "group": group, "citations": ["c"]}
    return Figure.model_validate(fields)


def test_a_slide_shows_one_figure_or_those_that_stand_side_by_side():
    sides = [figure(number, "Losses") for number in range(5)]

    assert classroom.shown_figures([]) == []
    assert classroom.shown_figures([figure(1), figure(2)]) == [figure(1)]
    assert classroom.shown_figures([sides[0], figure(9), *sides[1:]]) == sides[:4]


@pytest.mark.parametrize(
    ("definition", "gist"),
    [
        ("A union of states. It began in 1815 [@c].", "A union of states."),
        ("C.I.S. for short: founded on 8 June", "C.I.S. for short: founded on 8 June"),
        ("Who rules? Nobody knows.", "Who rules?"),
        ("A church, also called St. Mary's by J. Smith. It burned.", "A church, also called St. Mary's by J. Smith."),
        ("A body of the USA. It met once.", "A body of the USA."),
    ],
)
def test_the_gist_of_a_definition_is_its_first_sentence(definition, gist):
    assert classroom.first_sentence(definition) == gist


def test_slides_go_by_time_and_not_by_the_order_of_cards():
    assert dates(classroom.in_time([event("1816"), event("1815~"), event("1815-06-18")])) == [
        "1815~",
        "1815-06-18",
        "1816",
    ]


def test_sources_are_named_in_the_order_of_their_citations():
    found = classroom.cited(CATALOGUE, ["roberts-2014, ch. 31", "polybius-histories"])

    assert ids(found) == ["roberts-2014", "polybius-histories"]


def test_a_code_holds_its_address():
    segno = pytest.importorskip("segno")

    drawn = classroom.qr_code("https://example.org/teach/")

    assert re.search(r'd="([^"]+)"', drawn)[1] in segno.make("https://example.org/teach/", error="m").svg_inline(
        border=2
    )
    assert 'class="tl-qr"' in drawn


def test_without_an_address_there_is_no_code():
    assert classroom.qr_code("") == ""

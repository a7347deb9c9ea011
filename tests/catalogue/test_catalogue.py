"""The catalogue: records in order, and what each has to do with the others."""

import pytest

import waterloo
from base import WATERLOO, corpus
from timeline.catalogue import Relation, Use, build
from timeline.records.entities import Actor, sort_name

CATALOGUE = waterloo.catalogue()


def ids(items):
    return [item.id for item in items]


def test_events_stand_in_order_of_time():
    assert ids(CATALOGUE.events.values()) == [
        "bc216-cannae",
        "1806-buenos-aires",
        "181x-printers-marks",
        "1814-fontainebleau",
        "1815-return",
        "1815-vienna-declaration",
        "1815-waterloo",
        "1815-saint-helena",
        "1826-lions-mound",
    ]


def test_eras_stand_in_order_of_time_and_places_and_actors_in_that_of_their_names():
    assert list(CATALOGUE.eras) == ["antiquity", "middle-ages", "modern-times"]
    assert list(CATALOGUE.places) == ["buenos-aires", "cannae", "saint-helena", "waterloo"]
    assert list(CATALOGUE.actors) == [
        "napoleon",
        "hannibal",
        "roman-republic",
        "seventh-coalition",
        "duke-of-wellington",
    ]


def test_topics_keep_the_order_of_their_file():
    assert list(CATALOGUE.topics) == ["battle", "power", "print"]


def test_sources_of_files_and_of_events_stand_in_order_of_author_or_maker():
    assert list(CATALOGUE.sources)[:4] == [
        "britannica-waterloo",
        "esdaile-2007",
        "esdaile-2007-again",
        "example-on-silence",
    ]


def test_records_know_their_file_and_line():
    source = CATALOGUE.sources["gazette-17028"]

    assert (source.file, source.line) == ("events/1815-waterloo.yaml", 65)
    assert (CATALOGUE.places["saint-helena"].file, CATALOGUE.places["saint-helena"].line) == (
        "reference/places.yaml",
        3,
    )


@pytest.mark.parametrize(
    ("kind", "id_", "path"),
    [
        ("events", "1815-waterloo", "events/1815-waterloo/"),
        ("actors", "napoleon", "people/napoleon/"),
        ("eras", "antiquity", "eras/antiquity/"),
    ],
)
def test_pages_lie_in_the_section_of_their_kind(kind, id_, path):
    assert path == getattr(CATALOGUE, kind)[id_].path


def test_neighbours_are_the_events_before_and_after():
    before, after = CATALOGUE.neighbours("1815-waterloo")

    assert (before.id, after.id) == ("1815-vienna-declaration", "1815-saint-helena")


def test_the_first_and_the_last_event_have_one_neighbour():
    assert CATALOGUE.neighbours("bc216-cannae")[0] is None
    assert CATALOGUE.neighbours("1826-lions-mound")[1] is None


def test_links_are_seen_from_both_ends_in_order_of_time():
    assert CATALOGUE.relations["1815-waterloo"] == [
        Relation("responds_to", "1815-return"),
        Relation("implements", "1815-vienna-declaration"),
        Relation("led_to", "1815-saint-helena"),
        Relation("led_to", "1826-lions-mound"),
    ]
    assert CATALOGUE.relations["1814-fontainebleau"] == [
        Relation("contradicted_by", "1815-return"),
        Relation("replaced_by", "1815-saint-helena"),
        Relation("followed_by", "1815-saint-helena"),
    ]


def test_links_part_into_what_came_before_and_what_came_after():
    assert [link.event for link in CATALOGUE.before("1815-waterloo")] == ["1815-return", "1815-vienna-declaration"]
    assert [link.event for link in CATALOGUE.after("1815-waterloo")] == ["1815-saint-helena", "1826-lions-mound"]
    assert CATALOGUE.before("bc216-cannae") == []


def test_an_event_belongs_to_the_era_that_holds_its_first_day():
    assert CATALOGUE.era_of["bc216-cannae"] == "antiquity"
    assert CATALOGUE.era_of["1826-lions-mound"] == "modern-times"
    assert ids(CATALOGUE.by_era["antiquity"]) == ["bc216-cannae"]
    assert "middle-ages" not in CATALOGUE.by_era


def test_an_event_with_an_open_beginning_belongs_to_the_era_of_the_day_it_is_sorted_by(tmp_path):
    found = build(corpus(tmp_path, {WATERLOO: ("date: 1815-06-18", "date: ../182X")}))

    assert found.era_of == {"1815-ligny": "hundred-days", "1815-waterloo": "restoration"}


def test_events_are_found_by_topic_actor_and_place():
    assert ids(CATALOGUE.by_topic["battle"]) == ["bc216-cannae", "1806-buenos-aires", "1815-waterloo"]
    assert ids(CATALOGUE.by_actor["hannibal"]) == ["bc216-cannae"]
    assert ids(CATALOGUE.by_place["waterloo"]) == ["1815-waterloo", "1826-lions-mound"]


def test_uses_of_a_source_tell_who_cites_it_how_well_it_was_read_and_where():
    assert CATALOGUE.uses["livy-22"] == (
        Use("event", "bc216-cannae", "excerpt", ("47–48", "49")),
        Use("era", "antiquity", None, ("51.4",)),
    )
    assert Use("series", "losses", None, ("ch. 31",)) in CATALOGUE.uses["roberts-2014"]


def test_a_locator_of_the_list_of_citations_counts_too():
    use = next(use for use in CATALOGUE.uses["roberts-2014"] if use.id == "1815-waterloo")

    assert Use("event", "1815-waterloo", "excerpt", ("ch. 31",)) == use


def test_the_span_reaches_from_the_first_era_to_the_last():
    assert CATALOGUE.span == (-299.0, 1901.0)


def test_the_span_of_a_timeline_without_eras_is_that_of_its_events(tmp_path):
    found = corpus(tmp_path, {})
    found.eras.clear()

    first, last = build(found).span

    assert [round(first, 4), round(last, 4)] == [1815.4548, 1815.4630]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": "Napoleon Bonaparte", "kind": "person"}, "Bonaparte, Napoleon"),
        ({"name": "Hannibal", "kind": "person"}, "Hannibal"),
        ({"name": "Roman republic", "kind": "state"}, "Roman republic"),
        ({"name": "The Guard", "kind": "body", "sort": "Guard, the"}, "Guard, the"),
    ],
)
def test_persons_are_sorted_by_their_family_name(fields, expected):
    assert expected == sort_name(Actor.model_validate(fields))

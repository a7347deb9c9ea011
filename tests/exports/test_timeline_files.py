"""Files for other timelines: every event, in their form, never finer than the record."""

import json
from dataclasses import replace

import geojson
import pytest

import waterloo
from timeline.dates import parse
from timeline.exports import geojson as exports_geojson
from timeline.exports import other_timelines
from timeline.project.site import Site

SITE = Site("From Cannae & back", "https://example.org/sub/")
CATALOGUE = waterloo.catalogue()
PLACES = geojson.loads(dict(other_timelines.files(CATALOGUE, SITE))["events.geojson"])
FILES = {name: json.loads(text) for name, text in other_timelines.files(CATALOGUE, SITE)}


def dated(edtf):
    """Return what both files say of an event of that date."""
    item = CATALOGUE.events["1815-return"]
    record = item.record.model_copy(update={"date": parse(edtf)})
    catalogue = replace(CATALOGUE, events={item.id: replace(item, record=record)})
    [theirs], [other] = (
        other_timelines.timelinejs(catalogue, SITE)["events"],
        other_timelines.vis(catalogue, SITE)["items"],
    )
    return theirs, other


def test_both_hold_every_event():
    assert [event["unique_id"] for event in FILES["timelinejs.json"]["events"]] == list(CATALOGUE.events)
    assert [item["id"] for item in FILES["vis.json"]["items"]] == list(CATALOGUE.events)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1815-03-01", {"year": 1815, "month": 3, "day": 1}, None),
        ("1815-03", {"year": 1815, "month": 3}, None),
        ("1815~", {"year": 1815}, None),
        ("181X", {"year": 1810}, {"year": 1819}),
        ("18XX", {"year": 1800}, {"year": 1899}),
        ("1815-03/1815-04-02", {"year": 1815, "month": 3}, {"year": 1815, "month": 4, "day": 2}),
        ("1815-03-01/..", {"year": 1815, "month": 3, "day": 1}, None),
        ("../1815-03-01", {"year": 1815, "month": 3, "day": 1}, {"year": 1815, "month": 3, "day": 1}),
        ("-0215-08~", {"year": -215, "month": 8}, None),
    ],
)
def test_timelinejs_gets_what_is_known(edtf, start, end):
    event, _ = dated(edtf)

    assert (event["start_date"], event.get("end_date")) == (start, end)


def test_timelinejs_shows_the_date_in_words():
    assert dated("1815-03~")[0]["display_date"] == "about March 1815"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1815-03-01", ("point", "1815-03-01", None, "exact major")),
        ("1815-03", ("range", "1815-03-01", "1815-04-01", "uncertain major")),
        ("1815-03-01/1815-03-05", ("range", "1815-03-01", "1815-03-06", "exact major")),
        ("1815-03-01/..", ("point", "1815-03-01", None, "uncertain major")),
        ("-0215-08~", ("range", "-000215-08-01", "-000215-09-01", "uncertain major")),
    ],
)
def test_vis_gets_limits_as_ranges(edtf, expected):
    item = dated(edtf)[1]

    assert (item["type"], item["start"], item.get("end"), item["className"]) == expected
    assert item["edtf"] == edtf


def test_geojson_is_valid_and_holds_every_event_where_it_happened():
    assert (PLACES.is_valid, PLACES.errors()) == (True, [])
    assert [feature["id"] for feature in PLACES["features"]] == list(CATALOGUE.events)
    for feature, item in zip(PLACES["features"], CATALOGUE.events.values(), strict=True):
        places = [CATALOGUE.places[id_].record for id_ in item.record.places]
        found = list(geojson.utils.coords(feature["geometry"])) if feature["geometry"] else []
        assert found == [(place.lon, place.lat) for place in places], "longitude comes first (RFC 7946, 3.1.1)"
    assert {len(item.record.places) for item in CATALOGUE.events.values()} == {0, 1}


def test_an_event_at_two_places_is_two_points():
    item = CATALOGUE.events["1815-return"]
    record = item.record.model_copy(update={"places": tuple(CATALOGUE.places)[:2]})
    catalogue = replace(CATALOGUE, events={item.id: replace(item, record=record)})
    [feature] = geojson.loads(exports_geojson.geojson(catalogue, SITE))["features"]

    assert feature.is_valid and feature["geometry"]["type"] == "MultiPoint"
    assert len(list(geojson.utils.coords(feature))) == 2


def test_geojson_says_when_and_no_finer():
    for feature, item in zip(PLACES["features"], CATALOGUE.events.values(), strict=True):
        said = [feature["properties"][name] for name in ("date", "earliest", "latest")]
        date = item.record.date
        limits = [day.isoformat() if day else None for day in (date.earliest, date.latest)]
        assert said == [date.text, *limits]


def test_texts_are_html_and_safe():
    marks = next(e for e in FILES["timelinejs.json"]["events"] if e["unique_id"] == "181x-printers-marks")

    assert "3 &lt; 4" in marks["text"]["headline"] and "1 &lt; 2" in marks["text"]["text"]
    assert FILES["timelinejs.json"]["title"]["text"]["headline"] == "From Cannae &amp; back"
    assert all("<" not in item["content"] + item["title"] for item in FILES["vis.json"]["items"])


def test_groups_and_eras_are_there():
    assert {item["group"] for item in FILES["vis.json"]["items"]} <= {
        group["id"] for group in FILES["vis.json"]["groups"]
    }
    assert len(FILES["timelinejs.json"]["eras"]) == len(CATALOGUE.eras)


def test_without_an_address_there_are_no_links():
    text = "".join(text for _, text in other_timelines.files(CATALOGUE, Site("A name")))

    assert "href" not in text and '"url"' not in text

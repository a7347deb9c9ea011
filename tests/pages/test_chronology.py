"""Groupings and shares: what templates ask for beside the records themselves."""

import html
import json
import re
from decimal import Decimal

import pytest

import waterloo
from base import LIGNY, WATERLOO, corpus
from timeline.catalogue import build
from timeline.pages import charts, chronology, source_lists
from timeline.pages import figures as pages_figures
from timeline.pages import places as pages_places
from timeline.pages.charts import BOTTOM, HEIGHT, TOP
from timeline.records.entities import Place
from timeline.records.event import Figure
from timeline.records.series import Series
from timeline.records.source import CitedKey

CATALOGUE = waterloo.catalogue()


def figure(label="a", unit="men", **fields):
    fields = fields if fields.keys() & {"value", "low"} else {"value": "1", **fields}
    return Figure.model_validate({"label": label, "unit": unit, "measured_by": "b", "citations": ["c"], **fields})


def ids(items):
    return [item.id for item in items]


def test_events_are_grouped_by_year_in_order_of_time():
    years = [(year, ids(events)) for year, events in chronology.years_with_events(CATALOGUE)]

    assert years == [
        (-215, ["bc216-cannae"]),
        (1806, ["1806-buenos-aires"]),
        (1810, ["181x-printers-marks"]),
        (1814, ["1814-fontainebleau"]),
        (1815, ["1815-return", "1815-vienna-declaration", "1815-waterloo", "1815-saint-helena"]),
        (1826, ["1826-lions-mound"]),
    ]


def test_no_year_comes_twice_when_a_beginning_is_open(tmp_path):
    """The events of 1818 and the open end that is known to the decade alone stand in order all the same."""
    changes = {LIGNY: ("1815-06-16", '"../181X"'), WATERLOO: ("1815-06-18", "1815-06-18")}
    found = corpus(tmp_path, changes)
    found.eras.clear()

    assert [year for year, _ in chronology.years_with_events(build(found))] == [1810, 1815]


def test_the_anchor_of_a_year_names_the_era_where_there_is_one(tmp_path):
    event = CATALOGUE.events["bc216-cannae"]
    found = corpus(tmp_path, {})
    found.eras.clear()
    bare = build(found)

    assert chronology.year_anchor(CATALOGUE, event) == "antiquity--215"
    assert chronology.year_anchor(bare, bare.events["1815-ligny"]) == "y1815"


def test_figures_of_a_group_stand_together_and_those_alone_at_the_end():
    figures = [figure("a"), figure("b", group="g"), figure("c", group="h"), figure("d", group="g"), figure("e")]

    found = [(name, [f.label for f in members]) for name, members in pages_figures.by_group(figures)]

    assert found == [("g", ["b", "d"]), ("", ["a", "c", "e"])]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([figure(value="3"), figure(low="1", high="7")], (0, 7)),
        ([figure(unit="%", value="3")], (0, 100)),
        ([figure(unit="%", value="120")], (0, 120)),
        ([figure(value="0")], (0, 1)),
        ([figure(value="-3"), figure(value="-5")], (-5, 0)),
        ([figure(unit="%", value="-3"), figure(unit="%", low="-5", high="4")], (-5, 4)),
    ],
)
def test_the_scale_of_bars_holds_zero_and_all_values(figures, expected):
    assert expected == pages_figures.scale_of(figures)


def test_bars_of_one_unit_have_one_scale_on_a_page():
    """Figures that stand alone are no bars, and another unit is another scale."""
    small = [figure("a", group="g", value="3"), figure("b", group="g", value="5")]
    large = [figure("c", group="h", value="700"), figure("d", group="h", value="9")]
    others = [figure("e", value="99999"), figure("f", group="i", unit="%", value="1")]
    others.append(figure("g", group="i", unit="%", value="2"))

    assert pages_figures.scale_of_unit([*small, *large, *others], small[0].unit) == (0, 700)
    assert pages_figures.scale_of_unit([*small, *large, *others], "%") == (0, 100)


@pytest.mark.parametrize(
    ("ends", "scale", "expected"),
    [
        (("50", "50"), ("0", "100"), "--low:0.5000;--high:0.5000"),
        (("1", None), ("0", "3"), "--low:0.3333;--high:0.0000"),
        ((None, "1"), ("0", "1"), "--low:0.0000;--high:1.0000"),
        (("-7.5", "-7.5"), ("-10", "0"), "--low:0.2500;--high:0.2500;--zero:1.0000"),
        (("-5", "5"), ("-5", "15"), "--low:0.0000;--high:0.5000;--zero:0.2500"),
    ],
)
def test_a_bar_is_drawn_from_zero(ends, scale, expected):
    low, high = (end if end is None else Decimal(end) for end in ends)

    assert expected == pages_figures.bar(low, high, pages_figures.Scale(*map(Decimal, scale)))


@pytest.mark.parametrize(
    ("year", "expected"), [(-299.0, "0.0000"), (1901.0, "1.0000"), (801.0, "0.5000"), (3000, "1.0000")]
)
def test_a_year_is_a_share_of_the_timeline(year, expected):
    assert expected == chronology.percent(CATALOGUE, year)


def test_topics_are_numbered_from_one():
    assert [chronology.topic_index(CATALOGUE, id_) for id_ in ("battle", "print", "unknown")] == [1, 3, 0]


def test_frequent_actors_take_part_in_two_events_or_more():
    events = CATALOGUE.events.values()

    assert ids(chronology.frequent_actors(CATALOGUE, events)) == ["napoleon", "seventh-coalition"]
    assert ids(chronology.frequent_actors(CATALOGUE, events, most=1)) == ["napoleon"]


def test_countries_with_most_places_come_first():
    places = [*CATALOGUE.places.values(), CATALOGUE.places["cannae"]]

    assert pages_places.by_country(places)[0] == ("Italy", [CATALOGUE.places["cannae"]] * 2)
    assert [name for name, _ in pages_places.by_country(places)] == ["Italy", "Argentina", "Belgium", "United Kingdom"]


def test_sources_stand_under_the_first_letter_of_their_maker():
    letters = {letter: ids(items) for letter, items in source_lists.by_letter(CATALOGUE.sources.values())}

    assert letters["E"][1:4] == ["esdaile-2007", "esdaile-2007-again", "example-on-silence"]
    assert letters["L"][::-1][:2] == ["livy-22", "las-cases-1823"]
    assert sorted(letters) == list(letters)


def test_the_balance_counts_sources_by_kind_language_reading_and_era_and_what_was_not_seen():
    balance = {title: [(name, count) for name, count, _ in rows] for title, rows in source_lists.balance(CATALOGUE)}
    total = len(CATALOGUE.sources)

    assert balance.pop("Era that cites it") == [("Antiquity", 3), ("Modern times", 13)]
    assert balance.pop("Not seen where it was read") == [("Date", 5), ("Title", 2)]
    assert list(balance) == ["Kind of source", "Language", "Read for this site"]
    assert {total} == {sum(count for _, count in rows) for rows in balance.values()}
    assert ("Official document or statement", 1) in balance["Kind of source"]
    assert ("Greek", 1) in balance["Language"]
    assert ("Full text", 5) in balance["Read for this site"]


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        (["full text"], [("in full", "1")]),
        (["full text", "full text"], [("in full", "all")]),
        (["not seen", "full text", "excerpt"], [("in full", "1"), ("in an excerpt", "1"), ("not seen", "1")]),
        ([], []),
    ],
)
def test_what_was_read_for_an_event_is_counted_best_first(checked, expected):
    citations = [CitedKey(key="a", checked=state) for state in checked]

    assert expected == source_lists.checked_counts(citations)


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        (50.68, 4.41, "50.68° N, 4.41° E"),
        (-15.95, -5.7, "15.95° S, 5.70° W"),
        (0, 0, "0.00° N, 0.00° E"),
        (-34.6, -58.38, "34.60° S, 58.38° W"),
    ],
)
def test_coordinates_name_their_hemispheres(lat, lon, expected):
    assert expected == pages_places.coordinates(Place(name="a", country="b", lat=lat, lon=lon))


def test_rows_of_a_series_stand_in_order_of_time_with_gaps():
    series = CATALOGUE.series["losses"].record

    rows = [
        (date.text, [[str(point.value) for point in points] for points in cells])
        for date, cells in pages_figures.series_rows(series)
    ]

    assert rows == [("1815-06-18", [["25000"], ["24000.5"]]), ("1815-07", [[], ["0"]])]


def test_two_values_of_one_date_both_stand_in_the_row():
    series = CATALOGUE.series["losses"].record
    line = series.lines[0]
    twice = series.model_copy(update={"lines": (line.model_copy(update={"points": line.points * 2}),)})

    assert [[len(points) for points in cells] for _, cells in pages_figures.series_rows(twice)] == [[2]]


def test_series_are_found_by_their_events():
    assert ids(CATALOGUE.series_of["1815-waterloo"]) == ["losses"]
    assert "bc216-cannae" not in CATALOGUE.series_of


def test_the_chart_of_zeros_can_be_drawn():
    point = {"date": "1815", "value": "0", "citations": ["a"]}
    fields = {"title": "a", "summary": "b", "kind": "count", "unit": "men", "measured_by": "c"}

    svg = charts.chart(Series.model_validate({**fields, "lines": [{"title": "d", "points": [point]}]}))

    assert re.search(r"tl-chart__point\" transform=\"translate\([\d.]+ 290.0\)", svg)


@pytest.mark.parametrize(
    ("unit", "values"), [("%", (150, 40)), ("points", (-5, 8)), ("points", (-8, -3)), ("%", (0, 0))]
)
def test_no_value_lies_outside_its_chart(unit, values):
    """Prices may rise by more than a hundred per cent, and growth may be below nothing."""
    points = [{"date": f"{1815 + n}", "value": str(value), "citations": ["a"]} for n, value in enumerate(values)]
    line = {"title": "a", "points": points}
    series = {"title": "A", "summary": "B.", "kind": "count", "unit": unit, "measured_by": "C", "lines": [line]}

    svg = charts.chart(Series.model_validate(series))

    heights = [float(y) for y in re.findall(r'(?:cy|y[12])="([\d.-]+)"', svg)]
    assert len(heights) > len(values)
    assert all(TOP <= height <= HEIGHT - BOTTOM for height in heights)


def test_the_frame_for_the_script_is_text_within_html_and_keep_their_letters():
    text = chronology.frame_text(CATALOGUE)
    script = chronology.names_script(CATALOGUE)

    assert json.loads(html.unescape(text)) == json.loads(json.dumps(chronology.timeline_frame(CATALOGUE)))
    assert "<" not in text and "\\u" not in text + script


def test_names_that_few_ask_for_come_as_a_script_of_their_own():
    told = json.loads(chronology.names_script(CATALOGUE).removeprefix("var __names="))

    assert told == json.loads(json.dumps(chronology.timeline_names(CATALOGUE)))
    assert set(told["events"]) == set(CATALOGUE.events)
    who, figures = told["events"]["1815-waterloo"]
    assert who.split() == list(CATALOGUE.events["1815-waterloo"].record.actors)
    assert figures.count("|") == min(len(CATALOGUE.events["1815-waterloo"].record.figures), 2) - 1

"""Charts: names where lines end, marked events, and two looks for who counted."""

import itertools
import re

from timeline.pages import charts
from timeline.records.series import Series


def series(*lines, **more):
    lines = [
        {
            "title": title,
            "measured_by": by,
            "points": [{"date": year, "value": value, "citations": ["k"]} for year, value in points],
        }
        for title, by, points in lines
    ]
    return Series(title="Votes", summary="s", kind="vote", unit="%", measured_by="Everybody", lines=lines, **more)


BOTH = series(
    ("Official", "Ministry of Numbers", [("1900", "80"), ("1904", "82")]),
    ("Survey", "A pollster", [("1904", "45")]),
)


def test_what_a_state_counts_and_what_others_count_differ_in_colour_and_shape():
    looks = charts.styles(BOTH, ["Ministry of"])

    assert looks == [charts.Style("square", "official"), charts.Style("diamond", "independent")]
    assert [look.colour for look in charts.styles(BOTH)] == ["1", "2"]


def test_every_line_bears_its_name_where_it_ends_and_no_two_names_meet():
    close = series(
        *((name, None, [("1900", "10"), ("1904", value)]) for name, value in [("A", "50"), ("B", "50"), ("C", "49")])
    )

    names = re.findall(r'tl-chart__name--\d" x="[\d.]+" y="([\d.]+)">(\w)<', charts.chart(close))

    assert {name for _, name in names} == {"A", "B", "C"}
    heights = sorted(float(y) for y, _ in names)
    assert all(second - first >= charts.ROW for first, second in itertools.pairwise(heights))


def test_events_are_marked_by_numbers_that_lead_to_them_and_do_not_lie_on_one_another():
    moments = [(1901.0, "First", "a/"), (1901.01, "Second", "b/"), (1903.0, "Third", "c/")]

    svg = charts.chart(BOTH, moments, here="c/")

    marks = re.findall(
        r'<g class="tl-chart__event([^"]*)" data-event="([^"]+)"><title>(\w+)</title>.*?cx="([\d.]+)"', svg
    )
    assert [(href, title) for _, href, title, _ in marks] == [("a/", "First"), ("b/", "Second"), ("c/", "Third")]
    assert [" is-here" in kind for kind, *_ in marks] == [False, False, True]
    places = [float(x) for *_, x in marks]
    assert all(second - first >= 17 for first, second in itertools.pairwise(places))


def test_every_value_is_said_with_its_line_and_date():
    said = re.findall(r'tl-chart__point"[^>]*><title>([^<]+)<', charts.chart(BOTH))

    assert said == ["Official, 1900: 80\u202f%", "Official, 1904: 82\u202f%", "Survey, 1904: 45\u202f%"]

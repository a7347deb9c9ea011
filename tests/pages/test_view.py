"""What templates see: numbers, dates and addresses in words, relative to the page at hand."""

from decimal import Decimal

import pytest

import waterloo
from timeline.dates import parse
from timeline.language import phrases
from timeline.pages import environment, figures, view
from timeline.pages.markdown import Converter
from timeline.records.event import Figure

CATALOGUE = waterloo.catalogue()


def page(path):
    return view.View(CATALOGUE, Converter(), path)


@pytest.mark.parametrize(
    ("path", "event", "home"),
    [
        ("", "events/bc216-cannae/", "./"),
        ("events/", "../events/bc216-cannae/", "../"),
        ("events/1815-waterloo/", "../../events/bc216-cannae/", "../../"),
    ],
)
def test_addresses_are_relative_to_the_page(path, event, home):
    assert event == page(path).url(CATALOGUE.events["bc216-cannae"])
    assert home == page(path).url("")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("event", "../events/x/"), ("actor", "../people/x/"), ("source", "../sources/x/"), ("term", "../glossary/#x")],
)
def test_links_in_texts_lead_to_the_page_of_their_record(kind, expected):
    assert expected == page("eras/").resolve(kind, "x")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(999, "999"), (1000, "1\u202f000"), (Decimal("1234567.50"), "1\u202f234\u202f567.50"), (-1000, "−1\u202f000")],
)
def test_thousands_are_parted_by_narrow_blanks(value, expected):
    assert expected == phrases.number(value)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": "5", "unit": "men"}, "5 men"),
        ({"value": "82.70", "unit": "%"}, "82.70\u202f%"),
        ({"low": "5", "high": "6", "unit": "men"}, "5–6 men"),
        ({"low": "-9", "high": "-2", "unit": "%"}, "−9 to −2\u202f%"),
        ({"low": "5", "unit": "men"}, "at least 5 men"),
        ({"high": "6", "unit": "men"}, "up to 6 men"),
        ({"high": "0", "unit": "men"}, "up to 0 men"),
        ({"value": "0", "unit": "men"}, "0 men"),
    ],
)
def test_an_amount_keeps_both_ends_and_its_unit(fields, expected):
    figure = Figure.model_validate({"label": "a", "measured_by": "b", "citations": ["c"], **fields})

    assert expected == figures.amount(figure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1815-06-18", '<time datetime="1815-06-18">18 June 1815</time>'),
        ("181X", "1810s"),
        ("-0215-08~", "about August 216 BCE"),
        ("1826/..", "from 1826"),
    ],
)
def test_a_date_is_a_time_element_where_html_has_a_value_for_it(text, expected):
    assert expected == environment.when(parse(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1815-03-01/1848-02-23", "1815–1848"),
        ("1815-03-01/1815-07-08", "1815"),
        ("-0299/0500", "300 BCE–500"),
        ("1826/..", "from 1826"),
    ],
)
def test_an_interval_is_told_by_its_years(text, expected):
    assert expected == phrases.years(parse(text))


def test_templates_escape_what_records_hold():
    template = environment.environment().from_string("{{ text }}")

    assert template.render(text="<b> &") == "&lt;b&gt; &amp;"

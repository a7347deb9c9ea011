"""Validation: plain data becomes a record, and each mistake in it a problem with its place."""

import re
from ast import literal_eval
from decimal import Decimal
from typing import Literal

import pytest

from timeline.reading.validation import FORMS_OF_TEXTS, validate
from timeline.reading.yamlfile import parse
from timeline.records.entities import Actor, Place
from timeline.records.event import Correction, Event, Figure
from timeline.records.id_rules import ID_PATTERN
from timeline.records.kinds import KINDS
from timeline.records.source import CitedKey, CitedRecord, Source
from timeline.records.values import DATE_PATTERN, LANGUAGE_PATTERN, Record

EVENT = """\
title: A
date: 1815
summary: B
topics: [c]
importance: minor
body: D
citations:
"""


def read(model, text):
    file = parse(text.encode(), "a.yaml")
    return validate(model, file.data, file)


def said(model, text):
    return [str(problem).partition("\n")[0] for problem in read(model, text)[1]]


def test_a_record_comes_without_problems():
    place, found = read(Place, "{name: Ligny, country: Belgium, lat: 50.51, lon: -4}")

    assert Place(name="Ligny", country="Belgium", lat=50.51, lon=-4.0) == place
    assert found == []


def test_a_record_cannot_be_changed():
    actor, _ = read(Actor, "{name: A, kind: state}")

    with pytest.raises(ValueError, match="frozen"):
        actor.name = "B"


@pytest.mark.parametrize("text", ["83.30", "1200000", "0.10", "-5"])
def test_numbers_stay_as_they_are_written(text):
    figure, _ = read(Figure, f"{{label: a, value: {text}, unit: b, measured_by: c, citations: [d]}}")

    assert Decimal(text) == figure.value
    assert text == str(figure.value)


def test_space_around_a_text_goes():
    actor, _ = read(Actor, "name: ' A '\nkind: state\ndescription: |\n  B\n")

    assert (actor.name, actor.description) == ("A", "B")


def test_hyphens_of_csl_become_names():
    source, _ = read(Source, "{type: book, kind: blog, title: A, container-title: B, URL: https://example.org/}")

    assert (source.container_title, source.url) == ("B", "https://example.org/")


def test_a_citation_is_a_key_or_a_whole_record():
    event, _ = read(
        Event, EVENT + "  - key: a\n  - {key: b, type: book, kind: blog, title: C, publisher: D, checked: excerpt}\n"
    )

    assert CitedKey(key="a", checked="not seen") == event.citations[0]
    assert (
        CitedRecord(key="b", type="book", kind="blog", title="C", publisher="D", checked="excerpt")
        == (event.citations[1])
    )


def test_all_mistakes_of_a_record_are_told():
    expected = [
        'a.yaml:1:15 unknown-value "king" is not known here',
        'a.yaml:1:21 unknown-key "age" is not a key of this record',
        'a.yaml:1:1 missing-key "name" is missing',
    ]

    assert sorted(expected) == sorted(said(Actor, "{       kind: king, age: 3}"))


def test_a_mistake_in_a_short_citation_is_told_where_it_is():
    text = EVENT + "  - key: a\n    locator: b\n    checked: seen\n  - key: C\n"

    assert said(Event, text) == [
        'a.yaml:10:14 unknown-value "seen" is not known here',
        'a.yaml:11:10 bad-id "C" is not an id',
    ]


def test_a_mistake_in_a_long_citation_is_told_where_it_is():
    text = EVENT + "  - key: a\n    type: book\n    kind: blog\n    title: A\n    publisher: B\n    issued: 1815-13\n"

    assert said(Event, text) == ['a.yaml:13:18 bad-date "1815-13" has month 13']


def test_a_list_is_not_too_short_because_its_parts_are_faulty():
    assert said(Event, EVENT + "  - {key: A}\n") == ['a.yaml:8:11 bad-id "A" is not an id']


def test_the_key_of_a_figure_that_is_none_is_told_as_such():
    text = EVENT + "  - key: a\nfigures:\n  - key: x\n    label: a\n    value: 1\n    unit: b\n"
    text += "    measured_by: c\n    citations: [a]\n"

    assert said(Event, text) == ['a.yaml:10:5 unknown-key "key" is not a key of this record']


@pytest.mark.parametrize(("quote", "column"), [("", 15), ("'", 16), ('"', 16)])
def test_the_column_of_a_bad_date_is_that_of_the_bad_part(quote, column):
    text = EVENT.replace("1815", f"{quote}1815-06-31{quote}") + "  - key: a\n"

    assert said(Event, text) == [f'a.yaml:2:{column} bad-date "1815-06-31" has day 31']


def test_a_file_without_data_is_told_what_to_write():
    _, found = read(Place, "# nothing")

    assert [str(problem) for problem in found] == [
        "a.yaml:1:1 empty-record there is nothing here\n    help: write at least: name, country, lat, lon"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [("just a text", 'the text "just a text"'), ("- a", "a list"), ("x" * 50, f'the text "{"x" * 37}…"')],
)
def test_a_file_that_is_no_record_is_told_what_it_is(text, found):
    assert said(Place, text) == [f"a.yaml:1:1 wrong-type expected keys with values, found {found}"]


@pytest.mark.parametrize("number", ["1e1", ".5", "inf", "1_0", "+3"])
def test_degrees_are_written_as_all_other_numbers(number):
    text = f"name: A\ncountry: B\nlat: {number}\nlon: 4.6\n"
    _, [problem] = read(Place, text)

    assert (problem.line, problem.code) == (3, "wrong-type")


@pytest.mark.parametrize("day", ["2026", "2026-11", "202X", "2026-11-22?", "2026-11-01/2026-11-22"])
def test_the_day_of_a_correction_is_one_day(day):
    _, [problem] = read(Correction, f"date: {day}\nchange: A\n")

    assert (problem.line, problem.code, problem.remedy) == (1, "bad-date", "write year, month and day: 2026-11-22")
    assert read(Correction, "date: 2026-11-22\nchange: A\n")[1] == []


def test_values_that_a_field_may_have_come_from_its_definition():
    """And not from a sentence of pydantic, in which one with a comma or an `or` would fall apart."""

    class Choice(Record):
        pick: tuple[Literal["this or that", "one, two"], ...] | None = None

    _, [problem] = read(Choice, "pick: [this or tha]\n")

    assert problem.remedy == 'did you mean "this or that"?'


def test_an_optional_text_that_is_too_long_is_a_text_and_no_list():
    file = parse(f"date: 2026-11-22\nchange: A\nreason: {'w' * 401}\n".encode(), "x.yaml")

    _, (problem,) = validate(Correction, file.data, file)

    assert (problem.code, problem.message) == ("too-long", "401 characters; the limit is 400")


def test_every_form_of_a_text_has_words_of_its_own():
    """A pattern in a field without a row in the table would end the check with a traceback."""
    texts = [str(kind.model.model_json_schema()) for kind in KINDS]
    patterns = {literal_eval(found) for text in texts for found in re.findall(r"'pattern': ('[^']*')", text)}

    assert patterns - {ID_PATTERN, LANGUAGE_PATTERN, DATE_PATTERN, "^https?://"} == set(FORMS_OF_TEXTS)

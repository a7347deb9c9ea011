"""Templates: the text of new record files, made from the definition of the records."""

import re

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from editoryaml import Editor
from harness import REPO
from readback import walk
from timeline.characters import fault
from timeline.editing import record_file, schemas
from timeline.editing.fields import fields
from timeline.reading.yamlfile import parse

PATHS = {"event": "events/a.yaml", "actor": "reference/actors/a.yaml", "source": "reference/sources/a.yaml"}


def uncommented(text):
    """Return a template in which every example is a value: the comments of words alone go."""
    lines = [line.removeprefix("# ") for line in text.splitlines() if re.match(r"# ( |[a-zA-Z_-]+:(?= |$))", line)]
    return "\n".join(lines)


@pytest.mark.parametrize("name", PATHS)
def test_a_template_without_values_shows_every_key_with_a_valid_example(name):
    """What the comments show is complete, and right as it stands."""
    text = "\n".join(
        line for line in record_file.text(name, PATHS[name], {}).splitlines()[1:] if "Optional. " not in line[:12]
    )
    shown = uncommented(text)

    data = yaml.load(shown, Loader=Editor)

    errors = jsonschema.Draft202012Validator(schemas.schemas()[f"{name}.schema.json"]).iter_errors(data)
    assert [error.message for error in errors] == []
    assert keys(data) == {trail for trail, _ in walk(fields(name))}


def keys(data, above=()):
    found = set()
    for key, value in data.items():
        if re.fullmatch("[a-z]{2}", key):
            continue  # a language: no key of the definition
        found |= {(*above, key)}
        for part in value if isinstance(value, list) else [value]:
            found |= keys(part, (*above, key)) if isinstance(part, dict) else set()
    return found


@pytest.mark.parametrize("name", PATHS)
def test_each_key_stands_below_its_description(name):
    text = record_file.text(name, PATHS[name], {})
    joined = " ".join(text.replace("\n#", "").split())

    for trail, field in walk(fields(name)):
        assert field.description in joined, trail


@pytest.mark.parametrize("name", PATHS)
def test_the_first_line_leads_an_editor_to_the_schema(name):
    first = record_file.text(name, PATHS[name], {}).partition("\n")[0]
    way = first.removeprefix("# yaml-language-server: $schema=")

    assert (REPO / PATHS[name]).parent.joinpath(way).resolve() == REPO / f"reference/schema/{name}.schema.json"


def test_a_file_that_names_a_schema_elsewhere_is_led_to_its_own():
    lost = "# yaml-language-server: $schema=../elsewhere/event.schema.json\ntitle: Ligny\n"

    led = record_file.led(lost, "event", "events/a.yaml")

    assert led == "# yaml-language-server: $schema=../reference/schema/event.schema.json\ntitle: Ligny\n"
    assert record_file.led(led, "event", "events/a.yaml") == led
    assert record_file.led("title: Ligny\n", "event", "events/a.yaml") == "title: Ligny\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: not fault(text)))
def test_a_text_comes_back_as_it_was(text):
    written = record_file.scalar(text), record_file.scalar(text, flow=True)

    assert parse(f"a: {written[0]}\nb: [{written[1]}]\n".encode(), "").data == {"a": text, "b": [text]}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_an_editor_reads_a_text_as_a_text(text):
    assert isinstance(yaml.load(record_file.scalar(text), Loader=Editor), str)


@pytest.mark.parametrize("date", ["1815", "-0215-08-02", "1815-06~", "../1848", "1815/..", "181X", "1815-06-18%"])
def test_a_date_needs_no_quotation_marks(date):
    assert record_file.scalar(date, typed=True) == date
    assert parse(f"a: {date}".encode(), "").data == {"a": date}


def test_values_stand_where_examples_would():
    text = record_file.text(
        "actor", PATHS["actor"], {"name": "Blücher: a name", "kind": "person", "variants": ["A, B"]}
    )

    assert parse(text.encode(), "").data == {"name": "Blücher: a name", "kind": "person", "variants": ["A, B"]}

"""Fields: the definition of the records, told key by key."""

import jsonschema
import pytest

import readback
from timeline.editing import fields, schemas
from timeline.records.event import Event
from timeline.records.source import CitedKey, CitedRecord

EVENT = {field.key: field for field in fields.fields("event")}
NAMES = sorted(name.removesuffix(".schema.json") for name in schemas.schemas())


def test_the_fields_of_an_event_are_those_of_its_record_in_their_order():
    assert list(EVENT) == list(Event.model_fields)


def test_a_citation_has_the_fields_of_its_whole_record():
    keys = {field.alias or name for name, field in CitedRecord.model_fields.items()}

    assert {field.key for field in EVENT["citations"].parts} == keys
    assert keys > set(CitedKey.model_fields)
    assert EVENT["citations"].parts[0].key == "key"


@pytest.mark.parametrize(
    ("key", "kind", "many", "required"),
    [
        ("title", "text", False, True),
        ("date", "date", False, True),
        ("topics", "id", True, True),
        ("importance", "choice", False, True),
        ("links", "record", False, False),
        ("citations", "record", True, True),
    ],
)
def test_a_field_says_what_its_value_is(key, kind, many, required):
    field = EVENT[key]

    assert (field.kind, field.many, field.required) == (kind, many, required)


@pytest.mark.parametrize(
    ("name", "trail", "kind"),
    [
        ("event", ("figures", "value"), "number"),
        ("event", ("citations", "URL"), "address"),
        ("source", ("language",), "language"),
        ("actor", ("names",), "names"),
        ("places", ("lat",), "number"),
        ("series", ("joined",), "flag"),
    ],
)
def test_a_field_below_another_is_found_by_its_keys(name, trail, kind):
    assert dict(readback.walk(fields.fields(name)))[trail].kind == kind


def test_limits_are_told_in_words():
    assert EVENT["title"].limits == "at most 90 characters"
    assert EVENT["importance"].limits == "one of: landmark, major, minor"
    assert EVENT["body"].limits == ""


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described(name):
    """The description is all that a contributor reads of it: in the editor, the reference, the template, the form."""
    assert [trail for trail, field in readback.walk(fields.fields(name)) if not field.description] == []


@pytest.mark.parametrize("name", ["event", "actor", "source"])
def test_every_field_that_a_template_shows_has_an_example(name):
    shown = readback.walk(fields.fields(name))

    assert [trail for trail, field in shown if field.example is None and not field.parts] == []


@pytest.mark.parametrize("name", ["event", "actor", "source"])
def test_every_example_is_one(name):
    """An editor offers the examples, and the form and the template show them."""
    root = schemas.schemas()[f"{name}.schema.json"]
    records = {"": root, **root.get("$defs", {})}
    wrong = [
        (title, key, example)
        for title, record in records.items()
        for key, part in record["properties"].items()
        for example in part.get("examples", ())
        if not jsonschema.Draft202012Validator({**part, "$defs": root.get("$defs", {})}).is_valid(example)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("key", "words"), [("container-title", "Container title"), ("URL", "URL"), ("held_by", "Held by")]
)
def test_a_key_as_words(key, words):
    assert fields.plain_words(key) == words

"""Names of languages, and that each value of a closed list has its word."""

from typing import get_args

import pytest

from timeline.catalogue import INVERSE
from timeline.language.labels import (
    CHECKED_WORDS,
    KIND_WORDS,
    RELATION_WORDS,
    language_and_script,
    language_name,
    language_names,
)
from timeline.records.source import Checked, Source


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("uk", "Ukrainian"),
        ("no", "Norwegian"),
        ("grc", "Ancient Greek"),
        ("pt-BR", "Brazilian Portuguese"),
        ("sr-Latn", "Serbian"),
        ("sr-Cyrl", "Serbian"),
        ("qzz", "qzz"),
    ],
)
def test_a_language_has_a_name(tag, name):
    assert name == language_name(tag)


def test_the_form_knows_the_names_that_pages_show():
    assert all(name == language_name(tag) for tag, name in language_names().items()) and len(language_names()) > 150


def test_every_value_of_a_closed_list_has_its_word():
    assert set(KIND_WORDS) == set(get_args(Source.model_fields["kind"].annotation))
    assert set(CHECKED_WORDS) == set(get_args(Checked))
    assert set(RELATION_WORDS) == {*INVERSE, *INVERSE.values()}


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("tr-Arab", "Turkish (Arabic)"),
        ("tr", "Turkish"),
        ("sr-Latn", "Serbian"),
        ("xx-Latn", "xx (Latin)"),
        ("xx-yy", "xx-yy"),
    ],
)
def test_a_script_is_named_where_the_language_alone_would_not_do(tag, name):
    assert language_and_script(tag) == name

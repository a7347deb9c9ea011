"""Counted things: every word that templates count has forms, and the rules of other languages fit the table."""

import re

import pytest

from harness import REPO
from timeline.language.counts import FORMS, counted, plural

TEMPLATES = REPO / "timeline/pages/templates"

YEARS = {"one": "{} год", "few": "{} гады", "many": "{} гадоў", "other": "{} года"}


@pytest.mark.parametrize(("count", "expected"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (21, "21 events")])
def test_counts_agree_with_their_word(count, expected):
    assert expected == plural(count, "event")


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "1 год"),
        (3, "3 гады"),
        (5, "5 гадоў"),
        (11, "11 гадоў"),
        (21, "21 год"),
        (22, "22 гады"),
        (112, "112 гадоў"),
    ],
)
def test_a_language_with_few_and_many_takes_them_from_the_same_table(count, expected):
    assert expected == counted(count, YEARS, "be")


def test_a_form_that_a_word_lacks_is_the_common_one():
    assert counted(5, {"other": "{} kg"}, "be") == "5 kg"


def test_every_word_that_a_template_counts_has_forms():
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2")]
    words = {word for text in texts for word in re.findall(r"\| plural\('([^']+)'\)", text)}

    assert len(words) > 2 and words <= set(FORMS)


def test_english_forms_are_those_that_its_rule_has():
    assert {tuple(forms) for forms in FORMS.values()} == {("one", "other")}

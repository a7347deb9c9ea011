"""Teaching material: what its records hold, and what is said of mistakes in it."""

import pytest
from pydantic import ValidationError

import waterloo
from timeline.records.teaching import Comparison, Extract, Question, Questions, Teaching
from timeline.records.texts import cites

TEACHING = waterloo.catalogue().eras["modern-times"].record.teaching


def teaching(**fields):
    return Teaching.model_validate({"minutes": "45", "aims": ["think"], "warm_up": "Begin.", **fields})


def test_every_text_comes_with_the_way_to_it():
    found = dict(TEACHING.texts())

    assert found["aims", 1] == "weigh two claims"
    assert found["warm_up",] == "Ask who *won*, and who says so."
    assert found["easier", "text"].startswith("Napoleon [gave up his throne]")
    assert found["easier", "questions", 0, "answer"] == "A year later."
    assert found["questions", "easy", 0, "ask"] == "Where was the battle fought?"
    assert found["questions", "hard", 0, "answer"] == "Historians differ [@roberts-2014, ch. 31]."
    assert found["about_timeline", 0, "answer"] == "Whoever wrote the tests."
    assert found["compare", 0, "task"] == "Say who gains by each answer."
    assert ("questions", "medium", 0, "answer") not in found


def test_what_teaching_cites_counts_as_a_use_of_the_source():
    uses = waterloo.catalogue().uses["roberts-2014"]

    assert ("era", "modern-times") in {(use.kind, use.id) for use in uses}
    assert any("ch. 31" in use.locators for use in uses if use.id == "modern-times")
    assert [cite.key for _, text in TEACHING.texts() for cite in cites(text)] == [
        "roberts-2014",
        "napoleon-prisonnier-congress",
        "napoleon-prisonnier-congress",
        "roberts-2014",
    ]


@pytest.mark.parametrize("name", ["2", "Who fell?"])
def test_a_comparison_finds_its_dispute_by_number_or_by_question(name):
    asked = [Question(ask="Who won?"), Question(ask="Who fell?")]
    disputes = [type("Asking", (), {"question": question.ask}) for question in asked]

    found = Comparison(event="a", dispute=name, task="Compare.").find(disputes)

    assert found is disputes[1]


@pytest.mark.parametrize("name", ["0", "3", "Who ran?"])
def test_a_comparison_finds_nothing_for_what_is_not_there(name):
    assert Comparison(event="a", dispute=name, task="Compare.").find([]) is None


@pytest.mark.parametrize(
    "fields",
    [{"minutes": "14"}, {"minutes": "301"}, {"minutes": "an hour"}, {"aims": []}, {"cards": ["a"] * 9}, {"slides": []}],
)
def test_what_makes_no_lesson_is_refused(fields):
    with pytest.raises(ValidationError):
        teaching(**fields)


def test_an_easier_text_is_counted_without_the_addresses_of_its_links():
    text = " ".join(["[one two](event:one-two-three-four)"] * 100)

    assert teaching(easier={"text": text, "questions": [{"ask": "Why?"}]}).easier.text == text
    with pytest.raises(ValidationError, match="201 words"):
        teaching(easier={"text": f"{text} more", "questions": [{"ask": "Why?"}]})


def test_a_lesson_needs_no_more_than_time_aims_and_a_beginning():
    assert teaching().questions == Questions()
    assert teaching().cards == ()


def test_a_question_is_marked_at_three_levels_or_at_none():
    assert Question(ask="Why?", levels=["a", "b", "c"]).levels == ("a", "b", "c")
    for levels in (["a"], ["a", "b"], ["a", "b", "c", "d"]):
        with pytest.raises(ValidationError, match="there are 3"):
            Question(ask="Why?", levels=levels)


def test_a_model_answer_needs_levels_beside_it():
    with pytest.raises(ValidationError, match="no levels"):
        Question(ask="Why?", model="Because.")


@pytest.mark.parametrize(("name", "found"), [("1", 0), ("2", 1), ("Ney", 1), ("3", None), ("Soult", None)])
def test_an_extract_finds_its_quotation_by_number_or_by_speaker(name, found):
    quotes = [type("Spoken", (), {"speaker": speaker}) for speaker in ("Grouchy", "Ney")]

    assert Extract(event="a", quote=name, ask="Who?").find(quotes) is (None if found is None else quotes[found])

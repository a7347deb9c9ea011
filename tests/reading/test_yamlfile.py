"""YAML files: every scalar as text, every value with its place, and no input that ends in an exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.yamlfile import HARMLESS, LARGEST, parse, read


def of(text):
    file = parse(text.encode(), "a.yaml")
    assert file.problems == ()
    return file


@pytest.mark.parametrize("text", ["1815-06-18", "1815", "yes", "0x1F", "1e3", "83.30", "12:30:00", ".inf", "="])
def test_scalars_stay_text(text):
    assert {"a": text} == of(f"a: {text}\n").data


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", " # a comment"])
def test_values_that_are_not_there_are_none(text):
    assert of(f"a: {text}\n").data == {"a": None}


@pytest.mark.parametrize("text", ["''", '""', "'null'", "'~'", "|\n  null"])
def test_quoted_values_are_text_whatever_they_say(text):
    assert of(f"a: {text}\n").data["a"] is not None


def test_a_merge_key_is_a_key_like_any_other():
    assert of("<<: {a: b}\n").data == {"<<": {"a": "b"}}


@pytest.mark.parametrize("text", ["", "\n", "# nothing but a comment\n", "---\n"])
def test_a_file_without_a_value_has_no_data_and_no_problem(text):
    assert of(text).data is None


def test_values_have_line_and_column():
    file = of("a: 1\nb:\n  - x\n  - {c: é, d: 2}\n")

    assert file.at(("a",)) == (1, 4)
    assert file.at(("b", 0)) == (3, 5)
    assert file.at(("b", 1, "d")) == (4, 15)
    assert file.key_at(("b", 1, "d")) == (4, 12)


def test_windows_line_ends_change_no_place():
    assert of("a: 1\r\nb: 2\r\nc: 3\r\n").at(("c",)) == (3, 4)


def test_a_value_that_is_not_there_has_the_place_of_what_holds_it():
    file = of("a:\n  b: 1\n")

    assert file.at(("a", "x", 0)) == (2, 3)
    assert file.key_at(("a", "x")) == (2, 3)
    assert file.at(("x",)) == (1, 1)


def test_find_returns_where_words_stand_in_a_text():
    file = of("x: dusk\na: |\n  dawn\n  at dusk\n")

    assert file.find(("a",), "dusk") == (4, 6)


def test_find_passes_over_longer_words_that_begin_alike():
    file = of("a: the @smith-1999 of @smithers and @smith, here\n")

    assert file.find(("a",), "@smith") == (1, 37)


def test_find_returns_the_start_of_the_value_when_the_words_are_folded_or_gone():
    file = of("a: one\n  two\n")

    assert file.find(("a",), "one two") == (1, 4)


def test_the_first_of_two_like_keys_counts_and_the_rest_is_read():
    file = parse(b"a: 1\na: 2\nb: 3\n", "x.yaml")

    assert file.data == {"a": "1", "b": "3"}
    assert [str(problem)[:24] for problem in file.problems] == ["x.yaml:2:1 duplicate-key"]


def test_a_file_at_the_limit_is_read(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * (LARGEST - 5))

    assert read(path, "a.yaml").data == {"a": "1"}


def test_a_file_that_cannot_be_read_is_a_problem_of_its_own(tmp_path):
    (tmp_path / "b.yaml").mkdir()

    assert [problem.code for problem in read(tmp_path / "b.yaml", "b.yaml").problems] == ["unreadable-file"]


STAIRS = "\n".join(" " * step + "a:" for step in range(500))


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 100_000, "? " * 100_000, STAIRS])
def test_nesting_without_end_is_refused_before_it_exhausts_the_parser(text):
    file = parse(text.encode(), "a.yaml")

    assert file.data is None
    assert len(file.problems) == 1


def test_aliases_cannot_multiply():
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

    assert [problem.code for problem in parse(text.encode(), "a.yaml").problems] == ["yaml-alias"]


@given(
    st.binary(max_size=60) | st.text("ab:-[]{}'\"|>*&!#%@?, \n\t\r~éß\x07\x85\u2028\ufeff", max_size=40).map(str.encode)
)
def test_no_input_raises(raw):
    file = parse(raw, "a.yaml")

    assert file.data is None or not [problem for problem in file.problems if problem.code not in HARMLESS]
    assert all(problem.line >= 1 and problem.column >= 1 for problem in file.problems)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("название: Ж".encode() + b"\xfc", "not-utf-8"),
        ("название: Ж\x01".encode(), "yaml-syntax"),
        ("название: Ж".encode() + b"[" * 200, "too-deep"),
    ],
)
def test_columns_count_letters_whatever_is_wrong(raw, code):
    [problem] = parse(b"a: 1\n" + raw, "a.yaml").problems

    assert (problem.code, problem.line) == (code, 2)
    assert problem.column == (12 if code != "too-deep" else 12 + 48)

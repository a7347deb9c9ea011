"""Problems: how one is written, what a typo is taken for, and the three forms of a report."""

import difflib
import json

import pytest

from timeline.problems import Problem, choices, failed, nearest, render, tally

ERROR = Problem("events/a.yaml", 3, 7, "bad-date", '"1815-13" has month 13', "months run from 01 to 12")
WARNING = Problem("events/b.yaml", 1, 1, "body-length", "9 words", severity="warning")


def test_error_is_path_line_column_code_message_and_remedy():
    expected = 'events/a.yaml:3:7 bad-date "1815-13" has month 13\n    help: months run from 01 to 12'

    assert expected == str(ERROR)


def test_warning_says_so_and_has_no_line_for_a_remedy_that_is_not_there():
    assert str(WARNING) == "events/b.yaml:1:1 body-length warning: 9 words"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("waterlo", "waterloo"), ("watreloo", "waterloo"), ("WATERLOO", None), ("leipzig", None), ("", None)],
)
def test_nearest_takes_a_slip_for_the_value_that_it_resembles(text, expected):
    assert expected == nearest(text, ["ligny", "waterloo"])


def test_choices_name_the_nearest_value():
    assert choices("waterlo", ["ligny", "waterloo"]) == 'did you mean "waterloo"?'


def test_choices_name_all_values_in_order_when_none_is_near():
    assert choices("x", ["waterloo", "ligny"]) == "write one of: ligny, waterloo"


def test_choices_say_nothing_when_there_are_too_many_values_or_none():
    assert choices("x", [f"battle-{number}" for number in range(17)]) == ""
    assert choices("x", []) == ""


def test_only_errors_fail():
    assert not failed([])
    assert not failed([WARNING])
    assert failed([WARNING, ERROR])


def test_report_is_in_file_order_and_tells_nothing_twice():
    second = Problem("events/a.yaml", 20, 1, "x", "later")

    assert f"{ERROR}\n{second}\n{WARNING}" == render([WARNING, second, ERROR, ERROR])


def test_report_as_json_has_a_row_for_each_problem():
    expected = [
        {
            "path": "events/b.yaml",
            "line": 1,
            "column": 1,
            "code": "body-length",
            "message": "9 words",
            "remedy": "",
            "severity": "warning",
        }
    ]

    assert expected == json.loads(render([WARNING], "json"))
    assert render([], "json") == "[]"


def test_report_for_github_escapes_what_would_end_an_annotation():
    problem = Problem("a,b:c.yaml", 1, 2, "x", "50%\nof it", "none: of, it")
    expected = "::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=x::50%25\\nof it%0Anone: of, it"

    assert expected == render([problem], "github")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([ERROR], "1 error in 1 file"),
        ([ERROR, ERROR], "1 error in 1 file"),
        ([ERROR, WARNING], "1 error and 1 warning in 2 files"),
        ([WARNING, Problem("events/b.yaml", 2, 1, "x", "y", severity="warning")], "2 warnings in 1 file"),
    ],
)
def test_tally_counts_what_the_report_shows(found, expected):
    assert expected == tally(found)


def test_one_slip_in_many_files_is_compared_with_the_known_values_once(monkeypatch):
    """A comparison with 2,000 ids costs 70 ms, and a renamed actor may stand in 300 events."""
    asked = []
    monkeypatch.setattr(difflib, "get_close_matches", lambda text, *more, **named: asked.append(text) or ["one-id"])
    known = {f"one-id-{number}" for number in range(30)}

    assert {choices("one-idd", known) for _ in range(300)} == {'did you mean "one-id"?'}
    assert asked == ["one-idd"]

"""The command line: what it prints where, and with which code it exits."""

import io
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from base import BASE, LIGNY, WATERLOO
from harness import REPO, run_build
from timeline import reports
from timeline.cli import main
from timeline.problems import Problem

WRONG = (
    'events/1815-ligny.yaml:2:15 bad-date "1815-06-31" has day 31\n'
    "    2 | date: 1815-06-31\n      |               ^\n"
    "    help: the days of 1815-06 run from 01 to 30\n"
)


@pytest.fixture
def root(tmp_path):
    """A timeline without a mistake."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Ligny\n", encoding="utf-8")
    return shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def wrong(root):
    """A timeline with an error in one file and a warning on another."""
    path = root / LIGNY
    path.write_text(path.read_text(encoding="utf-8").replace("date: 1815-06-16", "date: 1815-06-31"), encoding="utf-8")
    return root


def check(capsys, root, *arguments):
    code = main(["-C", str(root), "check", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_check_of_a_clean_timeline_exits_with_0(root, capsys):
    assert check(capsys, root) == (0, "", "no problems found\n")


def test_check_with_errors_prints_them_and_exits_with_1(wrong, capsys):
    assert check(capsys, wrong) == (1, WRONG, "1 error in 1 file\n")


def test_check_with_warnings_prints_them_and_exits_with_0(root, capsys):
    (root / "reference/actors/blucher.yaml").write_text("{name: Blücher, kind: person}", encoding="utf-8")

    code, out, err = check(capsys, root)

    assert (code, err) == (0, "1 warning in 1 file\n")
    assert out.startswith("reference/actors/blucher.yaml:1:1 unused-actor warning: ")


def test_check_of_a_file_reports_only_on_that_file(wrong, capsys):
    assert check(capsys, wrong, WATERLOO) == (0, "", "no problems found\n")
    assert check(capsys, wrong, WATERLOO, LIGNY)[0] == 1


def test_check_of_a_folder_reports_on_the_files_in_it(wrong, capsys):
    assert check(capsys, wrong, "events")[0] == 1
    assert check(capsys, wrong, "events/")[0] == 1
    assert check(capsys, wrong, "reference")[0] == 0


def test_files_may_be_named_from_the_timeline_from_here_or_in_full(wrong, capsys, monkeypatch):
    monkeypatch.chdir(wrong / "events")

    for name in (LIGNY, "1815-ligny.yaml", "../events/1815-ligny.yaml", wrong / LIGNY):
        assert check(capsys, wrong, name)[0] == 1, name


def test_a_folder_named_from_within_it_is_found(wrong, capsys, monkeypatch):
    monkeypatch.chdir(wrong)

    assert check(capsys, ".", ".")[0] == 1


def test_check_of_a_file_that_is_not_there_exits_with_2(root, capsys):
    assert check(capsys, root, "events/1815-wavre.yaml") == (2, "", "events/1815-wavre.yaml: no such file or folder\n")


def test_locators_are_looked_up_in_copies_of_the_sources(root, tmp_path_factory, capsys):
    """In full words and small letters too; pages are in no copy, and a source without one is passed over."""
    archive = tmp_path_factory.mktemp("archive")
    (archive / "roberts-2014.txt").write_text("The guns.  CHAPTER\n31 The end.", encoding="utf-8")
    (archive / "clark-2006.txt").write_text("Iron Kingdom", encoding="utf-8")

    assert check(capsys, root, "--archive", archive) == (0, "", "no problems found\n")

    (archive / "roberts-2014.txt").write_text("Chapter 3", encoding="utf-8")
    code, out, err = check(capsys, root, "--archive", archive)

    assert (code, err) == (0, "2 warnings in 2 files\n")
    assert out.startswith(f"{LIGNY}:15:83 ")
    assert 'locator-not-found warning: "ch. 31" stands nowhere in roberts-2014.txt' in out


def test_an_archive_that_is_not_there_exits_with_2(root, capsys):
    assert check(capsys, root, "--archive", "nowhere") == (2, "", "nowhere: no such folder\n")


@pytest.mark.parametrize("command", ["check", "tidy"])
def test_a_file_of_somewhere_else_is_not_called_right(command, root, tmp_path_factory, capsys):
    other = tmp_path_factory.mktemp("other") / "1815-wavre.yaml"
    other.write_text("title: [", encoding="utf-8")

    assert main(["-C", str(root), command, str(other)]) == 2
    assert capsys.readouterr() == ("", f"{other}: lies outside the timeline\n")


def test_json_is_all_there_is_on_standard_output(wrong, capsys):
    code, out, err = check(capsys, wrong, "--format", "json")

    assert [(row["code"], row["line"], row["column"]) for row in json.loads(out)] == [("bad-date", 2, 15)]
    assert (code, err) == (1, "")


def test_json_of_a_clean_timeline_is_an_empty_list(root, capsys):
    assert check(capsys, root, "--format", "json") == (0, "[]\n", "")


def test_annotations_for_github_are_lines(wrong, capsys):
    code, out, err = check(capsys, wrong, "--format", "github")

    assert out.startswith("::error file=events/1815-ligny.yaml,line=2,col=15,title=bad-date::")
    assert (code, out.count("\n"), err) == (1, 1, "")


def test_annotations_for_github_are_none_when_there_is_nothing_to_say(root, capsys):
    assert check(capsys, root, "--format", "github") == (0, "", "")


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_a_timeline_is_left_alone(command, tmp_path, capsys):
    for root in (tmp_path, tmp_path / "not-there"):
        assert main(["-C", str(root), command]) == 2
        told, remedy = capsys.readouterr().err.splitlines()
        assert told == f"{root}: no timeline here, for it holds no mkdocs.yml"
        assert remedy == "    help: go to the folder of a timeline, or name it: -C DIR"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_opened_is_a_problem_among_others(root, capsys):
    (root / "events/1815-wavre.yaml").mkdir()

    code, out, _ = check(capsys, root)

    assert code == 1
    assert out.startswith("events/1815-wavre.yaml:1:1 unreadable-file ")


def test_a_console_without_the_letters_of_a_message_gets_escapes(root):
    path = root / LIGNY
    path.write_text(path.read_text(encoding="utf-8").replace("topics: [battle]", "topics: [бітва]"), encoding="utf-8")
    command = [sys.executable, str(REPO / "build.py"), "-C", str(root), "check"]

    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "cp1252"}, check=False)

    assert done.returncode == 1
    assert rb"\u0431\u0456" in done.stdout and done.stderr.endswith(b"in 1 file" + os.linesep.encode())


@pytest.mark.parametrize("arguments", [[], ["no-such-command"], ["check", "--format", "xml"], ["build", "--fast"]])
def test_a_command_that_is_none_exits_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as exit_:
        main(arguments)

    assert exit_.value.code == 2
    assert "usage: build.py" in capsys.readouterr().err


def test_check_of_one_real_file_exits_with_0():
    event = min((REPO / "events").glob("*.yaml")).relative_to(REPO)

    result = run_build("check", event, cwd=REPO)

    assert (result.code, result.stdout) == (0, "")


class Terminal(io.StringIO):
    """Stands for a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_shows_colours_unless_it_is_told_not_to(environment, expected, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert reports.coloured(Terminal()) == expected
    assert not reports.coloured(io.StringIO())


def test_the_caret_stands_below_the_fault_in_a_long_line_too(tmp_path):
    (tmp_path / "a.yaml").write_text("x" * 300 + "FAULT" + "y" * 300, encoding="utf-8")

    _, line, caret, help_ = reports.text([Problem("a.yaml", 1, 301, "c", "m", "r")], tmp_path).split("\n")

    assert line[caret.index("^") :].startswith("FAULT")
    assert (len(line) < 120, help_) == (True, "    help: r")


def test_colours_mark_code_and_caret(tmp_path):
    (tmp_path / "a.yaml").write_text("\nab", encoding="utf-8")

    text = reports.text([Problem("a.yaml", 2, 2, "some-code", "m")], tmp_path, colour=True)

    assert "\x1b[31msome-code\x1b[0m" in text and "\x1b[31m ^\x1b[0m" in text
    assert re.sub("\x1b\\[[0-9]+m", "", text) == reports.text([Problem("a.yaml", 2, 2, "some-code", "m")], tmp_path)


def test_sarif_names_every_place_and_rule(wrong, capsys):
    code, out, err = check(capsys, wrong, "--format", "sarif")
    [run] = json.loads(out)["runs"]
    [result] = run["results"]

    assert (code, err, json.loads(out)["version"]) == (1, "", "2.1.0")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [result["ruleId"]] == ["bad-date"]
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "events/1815-ligny.yaml"},
        "region": {"startLine": 2, "startColumn": 15},
    }
    assert result["message"]["text"].endswith("run from 01 to 30")


def test_sarif_of_a_clean_timeline_has_no_results(root, capsys):
    code, out, _ = check(capsys, root, "--format", "sarif")

    assert (code, json.loads(out)["runs"][0]["results"]) == (0, [])


def test_fix_shows_the_difference_and_writes_only_when_it_is_told_to(root, capsys, monkeypatch):
    path = root / LIGNY
    good = path.read_text(encoding="utf-8")
    bad = good.replace("date: 1815-06-16", "date: 16 June 1815")
    path.write_text(bad, encoding="utf-8")

    code, out, err = check(capsys, root, "--fix")
    assert (code, path.read_text(encoding="utf-8")) == (1, bad)
    assert "\n-date: 16 June 1815\n+date: 1815-06-16\n" in out
    assert err == "nothing written: add --yes to write it\n"

    code, out, err = check(capsys, root, "--fix", "--yes")
    assert (code, path.read_text(encoding="utf-8")) == (0, good)
    assert err == "no problems found\n"
    assert check(capsys, root, "--fix")[2] == "nothing can be mended without asking you\nno problems found\n"

"""The gallery: every mistake that the engine knows, and exactly what it says of it."""

import ast
import datetime
import re
import shutil

import pytest
import yaml

from harness import REPO
from timeline import problems
from timeline.checks import dates, locators, rules
from timeline.project import settings_check
from timeline.reading.corpus import load
from timeline.records.texts import REFERENCE
from timeline.website import link_check

GALLERY = REPO / "tests/gallery"
EXAMPLES = yaml.safe_load((GALLERY / "examples.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(code, example, id=f"{code}-{number}")
    for code, examples in EXAMPLES.items()
    for number, example in enumerate(examples, 1)
]
TODAY = datetime.date(2026, 11, 22)
"""The day on which the gallery is looked at."""

REPORTERS = {"Problem", "problem", "problem_in", "_unreadable", "_Refused", "RuleError", "Fault", "_formed"}
"""Names of the functions and classes that are called with a problem's code."""


@pytest.fixture
def base(tmp_path):
    """A copy of the timeline without a mistake."""
    return shutil.copytree(GALLERY / "base", tmp_path / "base")


def report(root):
    corpus = load(root)
    found = [*settings_check.problems_of(root), *rules.check(corpus), *dates.future(corpus, TODAY)]
    found += [*link_check.check(root / "site"), *locators.missing(corpus, root / "archive")]
    return problems.render(found)


def spoil(root, example, newline="\n"):
    for other in example.get("also", ()):
        spoil(root, other, newline)
    path = root / example["file"]
    if "link" in example:
        path.symlink_to(example["link"])
        return
    if example.get("folder"):
        path.mkdir()
        return
    bad = example.get("bad", "") * example.get("times", 1)
    if "good" not in example and bad:
        text = bad
    else:
        text = path.read_text(encoding="utf-8")
        assert "good" not in example or text.count(example["good"]) == 1
        text = text.replace(example["good"], bad) if "good" in example else text
        path.unlink()
    path = root / example.get("rename", example["file"])
    path.write_text(text, encoding=example.get("encoding", "utf-8"), newline=newline)


def test_the_base_of_the_gallery_has_no_problem(base):
    assert report(base) == ""


@pytest.mark.parametrize(("code", "example"), CASES)
def test_mistake_is_reported_where_it_is_with_its_remedy(code, example, base):
    spoil(base, example)

    says = report(base)

    assert example["says"].rstrip("\n") == says
    assert f" {code} " in says.splitlines()[0]


@pytest.mark.parametrize(("code", "example"), CASES)
def test_lines_that_end_as_on_windows_change_nothing(code, example, base):
    """Neither whether a mistake is found, nor where it is."""
    spoil(base, example, newline="\r\n")
    for path in base.rglob("*.yaml"):
        raw = path.read_bytes() if path.is_file() else b"\r\n"
        if b"\r\n" not in raw and example["file"] not in path.as_posix():
            path.write_bytes(raw.replace(b"\n", b"\r\n"))

    says = report(base)

    if code == "file-too-large":  # it tells the bytes
        assert f" {code} " in says
    else:
        assert example["says"].rstrip("\n") == says


def test_the_gallery_is_as_large_as_was_asked():
    assert len(CASES) >= 180
    assert len({str(example) for examples in EXAMPLES.values() for example in examples}) == len(CASES)


def codes_in(path):
    """Yield the codes that a module can emit; one that ends in a hyphen stands for a code for each kind."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            arguments = node.args if name in REPORTERS else []
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            arguments = node.value.elts[:1]
        else:
            continue
        for argument in arguments:
            constant = argument.values[0] if isinstance(argument, ast.JoinedStr) else argument
            text = constant.value if isinstance(constant, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+|[a-z]+-", text):
                yield text


def test_the_gallery_shows_every_code_that_the_engine_can_emit():
    emitted = {code for path in (REPO / "timeline").rglob("*.py") for code in codes_in(path)}
    emitted.remove("unknown-")
    emitted.remove("tag-without-data")  # of a repository and no file: tests/website/test_versions.py
    emitted |= {f"unknown-{kind}" for kind in re.findall(r"[a-z]+(?=\||\):)", REFERENCE.pattern)}
    emitted |= {f"unknown-{kind}" for kind in ("feature", "medium", "series")}  # stages of walks name them

    assert sorted(emitted) == sorted(EXAMPLES)


def test_what_is_wrong_in_one_file_is_not_told_of_others(base):
    """A file that cannot be read makes no known id unknown, no era a gap, and nothing unused."""
    for path in sorted((base / "reference").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        path.write_text("[", encoding="utf-8")

        told = {problem.path for problem in rules.check(load(base))}

        assert {path.relative_to(base).as_posix()} == told
        path.write_text(text, encoding="utf-8")

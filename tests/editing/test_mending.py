"""Twenty mistakes that newcomers make: what the check says of each, and what `check --fix` makes of it."""

import pytest

from base import LIGNY, corpus
from timeline.checks import rules
from timeline.editing.mending import mended
from timeline.problems import render
from timeline.reading.corpus import load

TITLE = "title: Napoleon defeats Blücher at Ligny"

MENDED = [
    ("date: 1815-06-16", "date: 16 June 1815", 'bad-date "16 June 1815" is not a date', None),
    ("date: 1815-06-16", "date: 16.6.1815", "bad-date ", None),
    ("places: [ligny]", "places: [Ligny]", 'unknown-place no place has the id "Ligny"', None),
    ("places: [ligny]", "places: [lingy]", 'help: did you mean "ligny"?', ""),
    ("actors: [napoleon]", "actors: [napolean]", 'help: did you mean "napoleon"?', None),
    ("topics: [battle]", "topics: [Battles]", 'no topic has the id "Battles"', None),
    ("led_to: [1815-waterloo]", "led_to: [1815-waterlo]", 'did you mean "1815-waterloo"?', None),
    ("led_to: [1815-waterloo]", "led_to: [1816-waterloo]", 'did you mean "1815-waterloo"?', ""),
    ("[@clark-2006, p. 300]", "[clark-2006, p. 300]", "citation-without-at [clark-2006, p. 300] cites nothing", None),
    ("[@roberts-2014].\n\n", "@roberts-2014.\n\n", "citation-without-at @roberts-2014 cites nothing", None),
    ("[@clark-2006, p. 300]", "[@clark-206, p. 300]", 'nothing here defines "clark-206"', ""),
    ("[@clark-2006, p. 300]", "[@clarke-2006, p. 300]", 'nothing here defines "clarke-2006"', None),
    (TITLE, "title: 'Napoleon's victory'", "the text ends before this", 'title: "Napoleon\'s victory"'),
    (TITLE, "title: Ligny: a victory", '": " stands here a second time', 'title: "Ligny: a victory"'),
    (TITLE, "title: @Ligny", "a text cannot start with this character", 'title: "@Ligny"'),
    (TITLE, 'title: "Napoleon defeats Blücher', ":1:8 yaml-syntax a quotation mark opens here and is not closed", ""),
    ("importance: major", "importance: majr", 'did you mean "major"?', None),
    ("summary: Two", "sumary: Two", '"sumary" is not a key of this record', None),
    ("summary: Two days", "summary: TODO Two days", "unfinished-text this text is still to be written", ""),
    ("actors: [napoleon]\n", "actors: []\n", 'empty-value "actors" has no value', ""),
    (
        "the villages along",
        "the villages (https://example.org/guns) along",
        "bare-address https://example.org/guns",
        "",
    ),
]
"""What is right, what somebody wrote, what is said, and what it becomes: None for what was right, "" for itself."""


@pytest.mark.parametrize(("good", "bad", "said", "new"), MENDED)
def test_a_typical_mistake_is_told_and_mended_where_there_is_no_doubt(good, bad, said, new, tmp_path):
    found = corpus(tmp_path, {LIGNY: (good, bad)})
    text = (tmp_path / LIGNY).read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").touch()

    assert said in render(rules.check(found))
    assert mended(tmp_path) == ({} if new == "" else {LIGNY: text.replace(bad, good if new is None else new)})
    assert (tmp_path / LIGNY).read_text(encoding="utf-8") == text


def test_a_mistake_behind_another_is_mended_too_and_keys_are_put_in_order(tmp_path):
    root = corpus(tmp_path, {}).root
    (root / "mkdocs.yml").touch()
    path = root / LIGNY
    good = path.read_text(encoding="utf-8")
    bad = good.replace("date: 1815-06-16\n", "").replace(TITLE, "title: 'Napoleon's day'") + "date: 16 June 1815\n"
    path.write_bytes(bad.replace("\n", "\r\n").encode())

    text = mended(root)[LIGNY]

    assert text.replace("\r\n", "\n") == good.replace(TITLE, 'title: "Napoleon\'s day"')
    assert text.count("\r\n") == text.count("\n")


def test_only_the_files_that_are_named_change(tmp_path):
    root = corpus(tmp_path, {LIGNY: ("date: 1815-06-16", "date: 16 June 1815")}).root
    (root / "mkdocs.yml").touch()

    assert mended(root, ["events/1815-waterloo.yaml"]) == {}
    assert list(mended(root, [LIGNY])) == [LIGNY]


def test_what_was_mended_has_no_problem_left(tmp_path):
    root = corpus(tmp_path, {LIGNY: ("places: [ligny]", "places: [Ligny]")}).root
    (root / "mkdocs.yml").touch()
    for name, text in mended(root).items():
        (root / name).write_text(text, encoding="utf-8")

    assert render(rules.check(load(root))) == ""

"""The `new` command: flags, questions, refusals."""

import shutil

import pytest

from base import BASE
from harness import run_build
from timeline.checks.rules import check
from timeline.editing import new_command
from timeline.reading.corpus import load

FLAGS = ["--title", "Grouchy hears the guns", "--date", "1815-06-18", "--topic", "battle"]


@pytest.fixture
def root(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: Ligny\n", encoding="utf-8")
    return shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)


def new(root, *arguments):
    return run_build("-C", root, "new", *arguments, cwd=root)


def test_flags_are_enough(root):
    result = new(root, "event", *FLAGS, "--id", "1815-grouchy", "--place", "ligny", "--actor", "napoleon")

    assert (result.code, result.stdout.splitlines()[0]) == (0, "events/1815-grouchy.yaml")
    text = (root / "events/1815-grouchy.yaml").read_text(encoding="utf-8")
    assert "\nplaces: [ligny]\n" in text
    assert "\nactors: [napoleon]\n" in text
    assert {problem.code for problem in check(load(root))} == {"unfinished-text", "body-length"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["event", "--title", "A"],
            "nothing written: nothing says its date or topics\n    help: add --date … --topic …\n",
        ),
        (
            ["event", "--title", "A", "--date", "18 June 1815", "--topic", "battle"],
            'nothing written: "18 June 1815" is not a date\n    help: write 1815-06-18\n',
        ),
        (
            ["event", "--title", "A", "--date", "1815", "--topic", "batle"],
            'nothing written: no topic has the id "batle"\n    help: did you mean "battle"?\n',
        ),
        (
            ["event", *FLAGS, "--id", "A B"],
            'nothing written: "A B" is not an id\n'
            "    help: an id has small Latin letters, digits and single hyphens: 1815-waterloo\n",
        ),
        (
            ["actor", "Blücher"],
            "nothing written: nothing says its kind\n    help: add --kind …\n",
        ),
        (
            ["source", "example.org/a", "--type", "book", "--kind", "blog"],
            'nothing written: "example.org/a" is not a web address\n'
            "    help: an address starts with https:// or http://\n",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_written(root, arguments, said):
    before = sorted(root.rglob("*"))

    result = new(root, *arguments)

    assert (result.code, result.stdout, result.stderr) == (1, "", said)
    assert sorted(root.rglob("*")) == before


def test_an_actor_and_a_source_are_written(root):
    assert new(root, "actor", "Gebhard Blücher", "--kind", "person").stdout.startswith(
        "reference/actors/gebhard-blucher.yaml\n"
    )
    source = new(root, "source", "https://example.net/1815/guns", "--type", "webpage", "--kind", "blog")
    assert source.stdout.startswith("reference/sources/example-1815-guns.yaml\n")


def test_questions_are_asked_until_the_answer_is_good(root):
    answers = iter(["", "Grouchy", "18 June 1815", "1815-06-18", "batle", "battle", "", ""])
    prompts = []

    def ask(prompt):
        prompts.append(prompt)
        return next(answers)

    assert new_command.complete("event", {}, load(root), ask) == {
        "title": "Grouchy",
        "date": "1815-06-18",
        "topics": ["battle"],
    }
    assert prompts[0] == "What happened, in a few words; at most 90 characters\ntitle: "
    assert prompts[1] == "This one is needed.\ntitle: "
    assert prompts[3] == '"18 June 1815" is not a date\n    help: write 1815-06-18\ndate: '
    assert prompts[4].endswith("\n  one of: battle\ntopics: ")
    assert len(prompts) == 8


def test_what_a_flag_has_said_is_not_asked(root):
    asked = []

    new_command.complete("actor", {"kind": "person", "description": "A."}, load(root), asked.append)

    assert asked == []

"""The blank form of an audit: drawn from a seed, the same for everybody, and ready to be filled in."""

import subprocess
import sys

import pytest

import waterloo
from harness import REPO
from timeline.checks.rules import check
from timeline.editing.audit_form import NoFormError, form, sample
from timeline.reading.corpus import load

CORPUS = load(waterloo.ROOT)
SEED = "235ceeffece7b915031a1729b7971cc4450c6c87"


def test_a_seed_draws_the_same_sample_whatever_the_order_of_ids():
    drawn = sample(CORPUS.events, SEED, 4)

    assert drawn == sample(reversed(list(CORPUS.events)), SEED, 4)
    assert drawn == sorted(drawn) and len(set(drawn)) == 4
    assert set(drawn) < set(sample(CORPUS.events, SEED, 5))


def test_other_seeds_draw_other_samples_and_each_event_has_its_turn():
    drawn = [sample(CORPUS.events, f"{number:07x}", 3) for number in range(60)]

    assert len({tuple(one) for one in drawn}) > 20
    assert {id_ for one in drawn for id_ in one} == set(CORPUS.events)


def test_the_form_is_a_record_that_waits_to_be_filled_in(tmp_path):
    project = waterloo.copy(tmp_path / "copy")
    found = form(load(project.root), SEED, 2, "2026-12-01", "0123abcdef")
    project.write({found.path: found.text})

    told = {(problem.code, problem.severity) for problem in check(load(project.root))}

    assert told == {("audit-unread", "warning")}
    assert "# Read each as it stands" in found.text


@pytest.mark.parametrize(
    ("seed", "size", "day", "said"),
    [
        ("chance", 2, "2026-12-01", '"chance" is not the hash of a commit'),
        (SEED, 0, "2026-12-01", "0 events cannot be drawn"),
        (SEED, 99, "2026-12-01", "99 events cannot be drawn"),
        (SEED, 2, "2020-01-03", "reference/audits/2020-01-03.yaml is there already"),
    ],
)
def test_what_cannot_be_drawn_is_said_with_a_remedy(seed, size, day, said):
    with pytest.raises(NoFormError) as caught:
        form(CORPUS, seed, size, day, "")

    assert caught.value.message == said and caught.value.remedy


def test_the_command_writes_the_form_once(tmp_path):
    project = waterloo.copy(tmp_path / "copy")
    command = [sys.executable, str(REPO / "build.py"), "-C", str(project.root), "audit", "--seed", SEED, "--size", "3"]
    runs = [subprocess.run([*command, "--date", "2026-12-01"], capture_output=True, text=True) for _ in range(2)]

    assert [run.returncode for run in runs] == [0, 1]
    assert runs[0].stdout == "reference/audits/2026-12-01.yaml\n"
    assert "is there already\n    help:" in runs[1].stderr
    assert (project.root / "reference/audits/2026-12-01.yaml").read_text().count("- record: event:") == 3

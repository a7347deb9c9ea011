"""History: first and last commit of each file, whatever the clock of the machine says."""

import os
import subprocess
from datetime import UTC, datetime

import pytest

from timeline import history

ONE, TWO = 1_700_000_000, 1_700_086_400


def git(root, *arguments, when=ONE):
    environment = {**os.environ, "GIT_COMMITTER_DATE": f"{when} +0300", "GIT_AUTHOR_DATE": f"{when} +0300"}
    command = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    subprocess.run(command, check=True, capture_output=True, env=environment)


def at(seconds):
    return datetime.fromtimestamp(seconds, tz=UTC)


@pytest.fixture
def repository(tmp_path):
    """A repository with a timeline in a folder of it: one event changed twice, one once, one never committed."""
    root = tmp_path / "below"
    (root / "events").mkdir(parents=True)
    git(tmp_path, "init", "-q")
    (root / "events/a.yaml").write_text("1")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    (root / "events/a.yaml").write_text("2")
    (root / "events/é b.yaml").write_text("1")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "two", when=TWO)
    return root


def test_a_file_has_its_first_and_last_commit(repository):
    found = history.read(repository)

    assert found.last == at(TWO)
    assert found.files == {
        "events/a.yaml": history.Change(at(ONE), at(TWO)),
        "events/é b.yaml": history.Change(at(TWO), at(TWO)),
    }


def test_a_file_that_is_not_committed_changed_last(repository):
    assert history.read(repository).of("events/new.yaml") == history.Change(at(TWO), at(TWO))


def test_without_git_the_date_is_the_one_that_was_given(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(ONE))

    assert history.read(tmp_path) == history.History(at(ONE))


def test_without_git_and_date_it_is_unknown(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert history.read(tmp_path) == history.History(history.UNKNOWN)

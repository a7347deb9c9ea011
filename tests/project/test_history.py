"""History: first and last commit of each file, whatever the clock of the machine says."""

import os
import subprocess
from datetime import UTC, datetime

import pytest

import waterloo
from timeline.project import history

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


def clone(repository, tmp_path, *options):
    target = tmp_path / "clone"
    git(tmp_path, "clone", "-q", *options, repository.parent.as_uri(), str(target))
    return target / "below"


def test_a_whole_clone_knows_when_each_file_was_changed(repository, tmp_path):
    found = history.read(clone(repository, tmp_path))

    assert (found.changed("events/a.yaml"), found.changed("events/é b.yaml")) == (at(TWO), at(TWO))


def test_a_clone_without_history_does_not_claim_that_its_one_commit_changed_everything(repository, tmp_path):
    found = history.read(clone(repository, tmp_path, "--depth=1"))

    assert found == history.History(at(TWO), {})
    assert found.changed("events/a.yaml") is None


def test_a_shallow_clone_knows_what_changed_since_its_first_commit(repository, tmp_path):
    (repository / "events/a.yaml").write_text("3")
    git(repository, "commit", "-qam", "three", when=TWO + 60)

    found = history.read(clone(repository, tmp_path, "--depth=2"))

    assert found.changed("events/a.yaml") == at(TWO + 60)
    assert found.changed("events/é b.yaml") is None


def test_a_file_that_stands_otherwise_than_it_was_committed_has_no_date(repository):
    (repository / "events/a.yaml").write_text("unsaved")
    (repository / "events/c.yaml").write_text("new")

    found = history.read(repository)

    assert [found.changed(f"events/{name}.yaml") for name in ("a", "c", "é b")] == [None, None, at(TWO)]


def test_a_page_tells_when_its_file_was_changed(repository):
    """Through the public command: absent where it is not known, a date where it is."""
    project = waterloo.copy(repository / "tiny")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "tiny", when=TWO + 86400)
    project.write({"reference/actors/napoleon.yaml": project.read("reference/actors/napoleon.yaml") + "# more\n"})

    assert project.run("build").code == 0

    told = 'Last changed <time datetime="2023-11-16">16 November 2023</time>'
    for path in ("events/1815-waterloo", "eras/antiquity", "sources/livy-22", "people/hannibal"):
        assert told in project.read(f"site/{path}/index.html")
    for path in ("people/napoleon", "places/saint-helena", "topics/battle"):
        assert "Last changed" not in project.read(f"site/{path}/index.html")


def test_the_last_change_of_folders_is_that_of_their_last_file(repository):
    found = history.read(repository)

    assert (found.latest(("events/",)), found.latest(("events/a", "docs/"))) == (at(TWO), at(TWO))
    assert found.latest(("docs/",)) is None


def test_a_checkout_that_git_does_not_read_is_told(tmp_path):
    """So that nobody publishes a site without dates and does not know why."""
    project = waterloo.copy(tmp_path / "timeline")
    project.write({".git": "gitdir: nowhere\n"})

    result = project.run("build")

    assert result.code == 0
    assert "no page has its date and version, for git does not tell: fatal: not a git repository" in result.stderr

"""Regular files alone: what else lies in a timeline is told, and nothing is read through it."""

import os
from pathlib import Path

import pytest

from timeline.project import disk


def told(root, *places):
    return [(problem.path, problem.message) for problem in disk.irregular(root, places)]


def test_links_pipes_and_the_ways_to_them_are_told(tmp_path):
    (tmp_path / "events/deep").mkdir(parents=True)
    (tmp_path / "events/a.yaml").symlink_to(tmp_path / "events/deep")
    os.mkfifo(tmp_path / "events/deep/b.yaml")
    (tmp_path / "linked").symlink_to("events")
    os.mkfifo(tmp_path / "pipe")

    link, other = "this is a symbolic link", "this is neither a file nor a folder"
    assert told(tmp_path, "events", "linked/x", "linked", "pipe", "none") == [
        ("events/a.yaml", link),
        ("events/deep/b.yaml", other),
        ("linked/x", link),
        ("linked", link),
        ("pipe", other),
    ]


def test_a_root_that_is_reached_by_a_link_is_no_link_of_the_timeline(tmp_path):
    (tmp_path / "real/events").mkdir(parents=True)
    (tmp_path / "way").symlink_to("real")

    assert told(tmp_path / "way", "events") == []


def test_what_programs_keep_and_what_editors_lock_is_left_alone(tmp_path):
    for name in ("__pycache__", "node_modules"):
        (tmp_path / "docs" / name).mkdir(parents=True)
        (tmp_path / "docs" / name / "x").symlink_to("y")
    (tmp_path / "docs/.#a.md").symlink_to("me@here.1234")

    assert told(tmp_path, "docs") == []

    (tmp_path / "docs/.b").symlink_to("__pycache__")
    (tmp_path / "docs/c").symlink_to("nowhere")
    os.mkfifo(tmp_path / "docs/.d")
    assert [path for path, _ in told(tmp_path, "docs")] == ["docs/.b", "docs/.d", "docs/c"]


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_nothing_but_a_file_is_read_and_nothing_stays_open(tmp_path, kind):
    (tmp_path / "a").write_text("text", encoding="utf-8")
    path = tmp_path / kind
    if kind == "link":
        path.symlink_to("a")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    before = sum(1 for _ in Path("/dev/fd").iterdir())

    with pytest.raises(
        OSError, match={"pipe": "is not a regular file", "folder": "directory"}.get(kind, "symbolic")
    ) as why:
        disk.read(path, 9)

    assert why.value.filename == str(path)
    assert sum(1 for _ in Path("/dev/fd").iterdir()) == before
    assert disk.read(tmp_path / "a", 3) == b"tex"


def test_a_name_of_any_length_can_be_written(tmp_path):
    disk.write(tmp_path, "new/" + "a" * 250, b"x")
    disk.write(tmp_path, "new/" + "a" * 250, "y")

    assert [path.read_bytes() for path in (tmp_path / "new").iterdir()] == [b"y"]

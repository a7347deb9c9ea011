"""Scratch folders and the exchange of sites: what a dead build left goes, and what a living one has stays."""

import subprocess
import sys

import pytest

from timeline.project import disk
from timeline.website import swap


def folder(path, text):
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def test_two_sites_change_places_in_one_step(tmp_path):
    site, fresh = folder(tmp_path / "site", "old"), folder(tmp_path / ".site-x/site", "new")

    swap.place(site, fresh)

    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert not (tmp_path / ".site.old").exists()


def test_what_a_killed_build_left_goes_and_what_a_living_one_has_stays(tmp_path):
    code = (
        "import sys, os, pathlib; from timeline.website import swap\n"
        "with swap.scratch(pathlib.Path(sys.argv[1])) as folder:\n"
        "    print(folder.name, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    name = child.stdout.readline().strip()

    swap.sweep(tmp_path)
    assert (tmp_path / name).is_dir()

    child.kill()
    child.communicate()
    assert (tmp_path / name).is_dir()
    swap.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_scratch_folder_goes_whatever_ends_the_build(tmp_path):
    with pytest.raises(SystemExit), swap.scratch(tmp_path):
        raise SystemExit(143)

    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_or_deleted_through_a_link(tmp_path):
    outside = folder(tmp_path / "outside", "theirs")
    root = folder(tmp_path / "root", "ours")
    (root / "reference").symlink_to(outside)
    (root / "a.yaml").symlink_to(outside / "index.html")

    for name in ("reference/ids.json", "a.yaml"):
        with pytest.raises(OSError, match="symbolic link"):
            disk.write(root, name, "harm")

    assert [path.name for path in outside.iterdir()] == ["index.html"]
    assert (outside / "index.html").read_text(encoding="utf-8") == "theirs"


def test_a_file_is_whole_or_as_it_was(tmp_path, monkeypatch):
    disk.write(tmp_path, "a/b.txt", "first")
    monkeypatch.setattr(type(tmp_path), "replace", lambda self, target: (_ for _ in ()).throw(OSError(28, "full")))

    with pytest.raises(OSError, match="full"):
        disk.write(tmp_path, "a/b.txt", "second")

    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]
    assert (tmp_path / "a/b.txt").read_text(encoding="utf-8") == "first"

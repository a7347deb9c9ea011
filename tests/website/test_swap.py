"""Scratch folders and the exchange of sites: what a dead build left goes, and what a living one has stays."""

import ctypes
import errno
import fcntl
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline.project import disk
from timeline.website import swap


def folder(path, text):
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def opened():
    """How many files this process has open."""
    return sum(1 for _ in Path("/dev/fd").iterdir())


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


def test_a_scratch_folder_is_locked_by_a_file_that_nobody_else_may_read(tmp_path):
    with swap.scratch(tmp_path) as scratch:
        assert (scratch.parent, scratch.name.startswith(".site-")) == (tmp_path, True)
        assert (scratch / "lock").stat().st_mode & 0o777 == 0o600


def test_a_scratch_folder_without_a_lock_is_somebodys_for_a_minute(tmp_path):
    young, old = tmp_path / ".site-young", tmp_path / ".site-old"
    for folder_, age in ((young, 5), (old, 90)):
        folder_.mkdir()
        os.utime(folder_, (time.time() - age,) * 2)

    swap.sweep(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [".site-young"]


def test_a_link_or_a_file_named_like_a_scratch_folder_stays_as_it_is(tmp_path):
    theirs = folder(tmp_path / "theirs", "theirs")
    (theirs / "lock").touch()
    folder(theirs / "deep", "theirs")
    place = folder(tmp_path / "place", "")
    (place / ".site-link").symlink_to(theirs)
    (place / ".site-file").write_text("x", encoding="utf-8")
    linked = folder(place / ".site-lock", "")
    (linked / "lock").symlink_to(theirs / "index.html")

    swap.sweep(place)

    assert (theirs / "deep/index.html").read_text(encoding="utf-8") == "theirs"
    assert {".site-link", ".site-file"} <= {path.name for path in place.iterdir()}


def test_a_site_that_is_a_mount_point_says_what_to_do(tmp_path, monkeypatch):
    site, fresh = folder(tmp_path / "site", "old"), folder(tmp_path / ".site-x/site", "new")
    monkeypatch.setattr(os.path, "ismount", lambda path: path == site)

    with pytest.raises(OSError, match="mount point") as caught:
        swap.place(site, fresh)

    assert (caught.value.errno, caught.value.filename) == (errno.EBUSY, str(site))
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_what_a_swap_put_aside_is_left_alone_when_it_is_a_link(tmp_path):
    theirs = folder(tmp_path / "theirs", "theirs")
    (tmp_path / ".site.old").symlink_to(theirs)

    swap.mend(tmp_path / "site")

    assert (tmp_path / ".site.old").is_symlink() and not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("code", "answer"), [(errno.ENOSYS, False), (errno.EINVAL, False), (errno.EPERM, False), (errno.EXDEV, None)]
)
def test_a_system_without_the_exchange_is_told_from_one_that_refuses_it(tmp_path, monkeypatch, code, answer):
    monkeypatch.setattr(swap.ctypes, "get_errno", lambda: code)
    nowhere = tmp_path / "nowhere"

    if answer is None:
        with pytest.raises(OSError, match="nowhere") as caught:
            swap._exchange(nowhere, nowhere)
        assert caught.value.errno == code
    else:
        assert swap._exchange(nowhere, nowhere) is answer


def test_a_scratch_folder_is_nobody_elses_until_it_goes_and_those_of_the_dead_go_first(tmp_path):
    (dead := folder(tmp_path / ".site-dead", "")).joinpath("lock").touch()
    before = opened()

    with swap.scratch(tmp_path) as mine:
        assert not dead.exists()
        swap.sweep(tmp_path)
        assert mine.is_dir()

    assert not mine.exists()
    assert opened() == before


def test_every_folder_of_the_dead_goes_whatever_stands_between(tmp_path, monkeypatch):
    glob = Path.glob
    monkeypatch.setattr(Path, "glob", lambda self, pattern: sorted(glob(self, pattern)))
    (tmp_path / ".site-a").symlink_to(tmp_path)
    (tmp_path / ".site-b").mkdir()
    for name in ("c", "e"):
        (folder(tmp_path / f".site-{name}", "") / "lock").touch()
    (old := tmp_path / ".site-d").mkdir()
    os.utime(old, (1, 1))

    swap.sweep(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-a", ".site-b"]


def test_the_lock_of_a_scratch_folder_goes_last(tmp_path, monkeypatch):
    gone, rmtree = [], shutil.rmtree
    for name in ("lock", "a", "b"):
        folder(tmp_path / "x" / name, "")

    def noted(path, ignore_errors=False):
        gone.append(path.name)
        assert ignore_errors
        rmtree(path)

    monkeypatch.setattr(shutil, "rmtree", noted)
    swap._remove(tmp_path / "x")

    assert (sorted(gone[:2]), gone[2:]) == (["a", "b"], ["x"])


@pytest.mark.parametrize("left", ["nothing", "aside", "aside and site"])
@pytest.mark.parametrize("exchanges", [True, False])
def test_whatever_a_cut_swap_left_there_is_one_new_site(tmp_path, monkeypatch, left, exchanges):
    fresh = folder(tmp_path / ".site-x/site", "new")
    if left != "nothing":
        folder(tmp_path / ".site.old", "older")
    if left != "aside":
        folder(tmp_path / "site", "old")
    if not exchanges:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)

    swap.place(tmp_path / "site", fresh)

    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "new"
    assert not (tmp_path / ".site.old").exists()


def test_one_build_at_a_time_changes_what_stands_in_a_folder(tmp_path, monkeypatch):
    site, fresh = folder(tmp_path / "site", "old"), folder(tmp_path / ".site-x/site", "new")
    seen, before = [], opened()

    def busy():
        handle = os.open(tmp_path, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
        return False

    monkeypatch.setattr(swap, "_exchange", lambda one, other: seen.append(busy()) or True)
    swap.place(site, fresh)

    assert (seen, busy(), opened()) == ([True], False, before)


@pytest.mark.parametrize(("known", "asked"), [("renamex_np", 3), ("renameat2", 5), ("none", 0)])
def test_each_system_is_asked_for_its_own_exchange(tmp_path, monkeypatch, known, asked):
    calls = []
    system = type("System", (), {known: staticmethod(lambda *given: calls.append(given) or 0)})
    monkeypatch.setattr(swap.ctypes, "CDLL", lambda name, use_errno: system())

    assert swap._exchange(tmp_path / "a", tmp_path / "b") is bool(asked)

    assert [(len(given), given[-1]) for given in calls] == [(asked, 2)] * bool(asked)


def test_an_exchange_that_fails_says_why(tmp_path):
    ctypes.set_errno(0)
    with pytest.raises(FileNotFoundError):
        swap._exchange(tmp_path / "a", tmp_path / "b")

"""Several files written as one, and folders that refuse: all or nothing, and a clear word."""

import errno
import io
import os
import tempfile
import traceback
from contextlib import redirect_stderr
from pathlib import Path

import pytest

import waterloo
from timeline.cli import main
from timeline.editing import completion, renaming
from timeline.project import disk
from timeline.website import builder

NOBODY = 65534


def tree(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def root(tmp_path):
    for name in ("a.yaml", "deep/b.yaml", "gone.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"old {name}", encoding="utf-8")
    return tmp_path


def test_several_files_are_written_and_one_goes_and_nothing_stays_beside(root):
    with disk.together(root, {"a.yaml": "new\r\n", "new/c.yaml": "ж\n"}, "gone.yaml"):
        pass

    assert tree(root) == {"a.yaml": b"new\r\n", "deep/b.yaml": b"old deep/b.yaml", "new/c.yaml": "ж\n".encode()}


@pytest.mark.parametrize("call", ["write_text", "rename"])
@pytest.mark.parametrize("number", range(1, 7))
def test_a_disk_that_is_full_at_any_call_leaves_all_as_it_was(root, monkeypatch, call, number):
    before, left, real = tree(root), [number], getattr(Path, call)

    def full(self, *given, **named):
        left[0] -= 1
        if left[0] == 0:
            raise OSError(errno.ENOSPC, "full")
        return real(self, *given, **named)

    monkeypatch.setattr(Path, call, full)
    try:
        with disk.together(root, {"a.yaml": "new", "deep/b.yaml": "new", "deep/c.yaml": "new"}, "gone.yaml"):
            pass
    except OSError as error:
        assert error.errno == errno.ENOSPC
        assert tree(root) == before
    else:
        assert left[0] > 0
        assert sorted(tree(root)) == ["a.yaml", "deep/b.yaml", "deep/c.yaml"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_goes_wrong_afterwards_undoes_it(root, error):
    before = tree(root)

    with pytest.raises(error), disk.together(root, {"a.yaml": "new", "c.yaml": "new"}, "gone.yaml"):
        raise error

    assert tree(root) == before


@pytest.mark.parametrize("name", ["link.yaml", "gone"])
def test_nothing_is_written_or_taken_away_through_a_link(root, name):
    (root / "link.yaml").symlink_to(root / "a.yaml")
    before = tree(root)

    with (
        pytest.raises(OSError, match="symbolic link"),
        disk.together(root, {"deep/b.yaml": "new"} | ({} if name == "gone" else {name: "new"}), "link.yaml"),
    ):
        pass

    assert tree(root) == before


def test_a_renaming_that_a_rule_refuses_changes_nothing(tmp_path, monkeypatch):
    project = waterloo.copy(tmp_path / "waterloo")
    before = tree(project.root)
    found = [[], [disk.refused(Path("x"), "x")]]
    monkeypatch.setattr(renaming, "check", lambda corpus: found.pop(0))

    with pytest.raises(renaming.Refused, match="it would break"):
        renaming.rename(project.root, "actor", "napoleon", "boney")

    assert tree(project.root) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
def test_a_folder_that_refuses_is_told_and_keeps_what_it_has(tmp_path_factory):
    """Root may write anywhere, so that a test run by root takes the rights of nobody."""
    project = waterloo.copy(tmp_path_factory.mktemp("refusing") / "waterloo")
    (project.root / "site/data").mkdir(parents=True)
    project.write({"site/index.html": "old", "site/data/index.html": "old"})
    main(["-C", str(project.root), "publish"])
    before = tree(project.root)
    verbs = {
        "build": ["build"],
        "offline": ["offline"],
        "rename": ["rename", "actor", "napoleon", "boney"],
        "new": ["new", "actor", "Somebody", "--kind", "person"],
    }
    for path in [project.root, *project.root.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    for path in project.root.parents:
        if path == Path(tempfile.gettempdir()):
            break
        path.chmod(0o755)
    try:
        for name, given in verbs.items():
            code, said = as_nobody(["-C", str(project.root), *given])
            assert code == 2, (name, code, said)
            assert str(project.root) in said and "ermission denied" in said and "Traceback" not in said, said
            assert "help: choose a folder in which you may write" in said
    finally:
        for path in [project.root, *project.root.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert tree(project.root) == before


def as_nobody(arguments):
    """Run a command in a copy of this process without its rights; return its code and what it says."""
    assert completion and builder  # what a command brings is there before the rights go
    reading, writing = os.pipe()
    if pid := os.fork():
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as said:
            text = said.read()
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), text
    code, said = 99, io.StringIO()
    try:
        if os.geteuid() == 0:
            os.setegid(NOBODY)
            os.seteuid(NOBODY)
        with redirect_stderr(said):
            code = main(arguments)
    except BaseException as error:
        said.write("".join(traceback.format_exception(error)))
    finally:
        os.write(writing, said.getvalue().encode())
        os._exit(code)

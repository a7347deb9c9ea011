"""A build or a packing that ends, or fails, before any of its calls to the disk: one whole site stays."""

import errno
import os
import subprocess
import sys
from collections import Counter

import pytest

import moments
from harness import REPO

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")

EMPTY = 3
"""Moments at which an empty folder stays for a minute: nobody can tell whether its owner is about to lock it."""


@pytest.mark.parametrize("how", ["kill", str(errno.ENOSPC), str(errno.EROFS)])
@pytest.mark.parametrize("what", ["exchange", "aside", "offline"])
def test_at_every_moment_one_whole_site_stays_and_the_next_build_works(tmp_path, what, how):
    command = [sys.executable, str(REPO / "tests/support/moments.py"), str(tmp_path / "place"), what, how]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(REPO)}, capture_output=True, encoding="utf-8", check=True
    )

    lines = [line.split() for line in done.stdout.splitlines()]
    ends, words, packed, again, after = zip(*(line[1:6] for line in lines), strict=True)
    assert len(lines) > 8 and ends[-1] == "0"
    assert set(words) <= {"old", "new"} and set(packed) == {"True"}
    assert set(again) == {"0"} and set(after) == {"old" if what == "offline" else "new"}
    left = Counter(len(line) - 7 for line in lines)
    assert set(left) <= {0, 1} and left[1] <= EMPTY


def test_builds_at_once_leave_one_whole_site(tmp_path):
    """Each in a process of its own, with the same place for its site."""
    code = (
        "import sys; from pathlib import Path; import moments; from timeline.website import builder\n"
        "builder._mkdocs = lambda root, command, option, target: moments.site(Path(target), sys.argv[2]) and 0\n"
        "sys.exit(builder.build(Path(sys.argv[1]), Path(sys.argv[1]) / 'site'))\n"
    )
    path = os.pathsep.join([str(REPO), str(REPO / "tests/support")])
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), word], env={**os.environ, "PYTHONPATH": path})
        for word in ("one", "two", "six")
    ]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert moments.state(tmp_path / "site") in ("one", "two", "six")
    assert [file.name for file in tmp_path.iterdir()] == ["site"]

"""`build.py serve`: what one saves shows in the open page; a mistake shows with its place, and goes when mended."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

import waterloo
from harness import REPO

EVENT = "events/1815-waterloo.yaml"
PATIENCE = 60_000
"""Milliseconds until a change must show; a rebuild takes one or two seconds when nothing else runs."""


@pytest.fixture
def served(tmp_path):
    """A copy of the second timeline and the address where it is served; the server has to end when interrupted."""
    project = waterloo.copy(tmp_path / "timeline")
    project.write({"mkdocs.yml": project.read("mkdocs.yml") + "\nwatch: [events, reference]\n"})
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, REPO / "build.py", "-C", project.root, "serve", "--address", address]
    log = tmp_path / "serve.log"
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment.pop("SITE_URL", None)
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=_listen,
        )
    try:
        yield project, f"http://{address}/", process, log
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)  # what Ctrl-C sends, to it and the site builder that it runs
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            pytest.fail("the server did not end when interrupted:\n" + log.read_text(encoding="utf-8"))


def _listen():
    """A shell makes its jobs in the background deaf to Ctrl-C, and so what they start: where tests may run."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def test_what_is_saved_shows_in_the_browser(served, page):
    project, url, process, log = served
    # The server answers when the first build is done; the page then waits for each next one by itself.
    view = page("about:blank", allow=["another origin: " + url, "livereload", "ERR_"])
    for _ in range(600):
        if process.poll() is not None or answers(url):
            break
        view.wait_for_timeout(100)
    assert process.poll() is None, log.read_text(encoding="utf-8")
    view.goto(url + "events/1815-waterloo/")
    lead, banner = view.locator(".tl-lead"), view.locator(".tl-problems")
    good = project.read(EVENT)
    [summary] = [line for line in good.splitlines() if line.startswith("summary: ")]
    expect(lead).to_contain_text(summary[-20:])

    changed = good.replace(summary, "summary: It rained until the morning.")
    project.write({EVENT: changed.encode()})
    expect(lead).to_have_text("It rained until the morning.", timeout=PATIENCE)
    expect(banner).to_have_count(0)

    lines = changed.splitlines()
    [number] = [i for i, line in enumerate(lines, 1) if line.startswith("date: ")]
    lines[number - 1] = "date: 1815-13-40"
    project.write({EVENT: "\n".join(lines).encode()})
    expect(banner).to_contain_text(f"{EVENT}:{number}:", timeout=PATIENCE)
    expect(banner).to_contain_text("1815-13-40")
    expect(lead).to_have_text("It rained until the morning.")  # the last good state, below the problem

    project.write({EVENT: good.encode()})
    expect(banner).to_have_count(0, timeout=PATIENCE)
    expect(lead).to_contain_text(summary[-20:])
    assert process.poll() is None

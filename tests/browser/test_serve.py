"""`build.py serve`: what one saves shows in the open page; a mistake shows with its place, and goes when mended."""

import os
import re
import select
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
    """A shell makes its jobs in the background deaf to Ctrl-C, and nohup to the end of the terminal, and so what they
    start: where tests may run."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def test_what_is_saved_shows_in_the_browser(served, page):
    project, url, process, _ = served
    # The server answers when the first build is done; the page then waits for each next one by itself.
    view = page("about:blank", allow=["another origin: " + url, "livereload", "ERR_"])
    wait(lambda: answers(url), process)
    view.goto(url + "events/1815-waterloo/")
    lead, banner = view.locator(".tl-lead"), view.locator(".tl-problems")
    good = project.read(EVENT)
    [summary] = [line for line in good.splitlines() if line.startswith("summary: ")]
    expect(lead).to_contain_text(summary[-20:])

    changed = good.replace(summary, "summary: It rained until the morning.")
    project.write({EVENT: changed.encode()})
    expect(lead).to_have_text("It rained until the morning.", timeout=PATIENCE)
    expect(banner).to_have_count(0)
    expect(view.locator(".tl-saved")).to_have_count(0)  # this is the page of what was saved
    view.goto(url + "about/")
    view.get_by_role("status").get_by_role("link", name=EVENT).click()
    expect(lead).to_have_text("It rained until the morning.")
    view.evaluate("scrollTo(0, 200)")

    lines = changed.splitlines()
    [number] = [i for i, line in enumerate(lines, 1) if line.startswith("date: ")]
    lines[number - 1] = "date: 1815-13-40"
    project.write({EVENT: "\n".join(lines).encode()})
    expect(banner).to_contain_text(f"{EVENT}:{number}:", timeout=PATIENCE)
    expect(banner).to_contain_text("1815-13-40")
    expect(banner).to_be_in_viewport()
    expect(banner.get_by_role("link", name=f"{EVENT}:{number}:")).to_have_attribute(
        "href", re.compile(f"{EVENT}:{number}:")
    )
    expect(banner.get_by_role("link", name="its page").first).to_have_attribute("href", "../../events/1815-waterloo/")
    expect(lead).to_have_text("It rained until the morning.")  # the last good state, below the problem

    project.write({EVENT: good.encode()})
    expect(banner).to_have_count(0, timeout=PATIENCE)
    expect(lead).to_contain_text(summary[-20:])
    assert process.poll() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_whatever_ends_the_preview_leaves_no_process(number, served):
    """Once it answers, the port tells whether it lives."""
    _, url, process, log = served
    wait(lambda: answers(url), process)

    os.kill(process.pid, number)
    process.wait(PATIENCE / 1000)

    wait(lambda: not answers(url))
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_a_busy_port_is_told_in_words(tmp_path):
    project = waterloo.copy(tmp_path / "timeline")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"

        result = project.run("serve", "--address", address)

    assert result.code == 2
    assert result.stderr.startswith(
        f"another program listens at {address} already\n    help: stop it, or write --address "
    )


def wait(done, process=None):
    """Wait until something is done; fail when the process ends before, or nothing happens for a minute."""
    for _ in range(600):
        if done():
            return
        assert process is None or process.poll() is None
        select.select([], [], [], 0.1)
    pytest.fail("nothing happened for a minute")

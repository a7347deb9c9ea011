"""The harness itself: that it sees what it claims to see, and that the repository is in order."""

import re
import subprocess
import sys
import threading
import tomllib
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

import htmlcheck
import shared
import waterloo
from harness import REPO, axe_violations
from watched import Pages

HTML = '<!doctype html>\n<html lang="en">\n<head><title>T</title></head>\n<body>{}</body>\n</html>\n'


@pytest.fixture
def small(tmp_path, serve):
    """small({name: body}) -> the base address of a site with these pages."""

    def make(pages):
        for name, body in pages.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(HTML.format(body), encoding="utf-8")
        return serve(tmp_path)

    return make


def fetch(url):
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_server_behaves_like_a_static_host(small):
    url = small({"index.html": "home", "deep/index.html": "deep", "empty/x.txt": "x", "404.html": "lost"})
    assert url.endswith("/sub/")
    assert "home" in fetch(url)[1]
    assert "deep" in fetch(url + "deep")[1]  # redirected to deep/
    for missing in (url + "none", url + "empty/", url.replace("/sub/", "/deep/")):
        status, text = fetch(missing)
        assert (status, "lost" in text) == (404, True), missing


def test_pages_take_on_the_given_settings(small, page):
    url = small({"index.html": "<noscript><p>plain</p></noscript>"})
    view = page(url, viewport=(400, 700), color_scheme="dark", reduced_motion="reduce")
    matches = "query => matchMedia(query).matches"
    assert view.evaluate("innerWidth") == 400
    assert view.evaluate(matches, "(prefers-color-scheme: dark)")
    assert view.evaluate(matches, "(prefers-reduced-motion: reduce)")
    assert page(url, javascript=False).locator("p").is_visible()


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script>console.error('oh no')</script>", "console: oh no"),
        ("<script>missing()</script>", "script error: ReferenceError"),
        ("<script>Promise.reject(new Error('late'))</script>", "script error: Error: late"),
        ("<img alt='' src='gone.png'>", "404"),
        ("<img alt='' src='/outside.png'>", "404"),
        ("<img alt='' src='https://example.org/x.png'>", "another origin: https://example.org/x.png"),
        ("<script>new WebSocket('ws://example.org/')</script>", "web socket: ws://example.org/"),
    ],
)
def test_pages_tell_on_themselves(body, problem, small, page):
    url = small({"index.html": body})
    page(url, allow=[".*"])
    assert page.problems == []
    view = page(url)
    for _ in range(100):
        if any(problem in entry for entry in page.problems):
            break
        view.wait_for_timeout(50)
    assert any(problem in entry for entry in page.problems), page.problems
    page.problems.clear()


def test_pages_work_from_files(tmp_path, page):
    path = tmp_path / "index.html"
    path.write_text(HTML.format("<p>local</p>"), encoding="utf-8")
    assert page(path.as_uri()).get_by_text("local").is_visible()


def test_axe_sees_a_missing_alternative(small, page):
    good = '<main><h1>H</h1><img alt="dot" src="data:,"></main>'
    url = small({"good.html": good, "bad.html": good.replace(' alt="dot"', "")})
    assert axe_violations(page(url + "good.html")) == []
    assert [violation["id"] for violation in axe_violations(page(url + "bad.html"))] == ["image-alt"]


@pytest.mark.slow
def test_html_checker_knows_current_html(tmp_path):
    body = (
        '<search><form action="/"><input type="search" name="q" aria-label="find"></form></search>'
        '<button popovertarget="a">open</button><div id="a" popover>hint</div><dialog><p>say</p></dialog>'
        "<section inert><h1>off</h1></section><details name='g'><summary>more</summary></details>"
        "<time-line><ol><li>event</li></ol></time-line>"
    )
    (tmp_path / "good.html").write_text(HTML.format(body), encoding="utf-8")
    (tmp_path / "bad page.html").write_text(HTML.format('<p id="a"></p>\n<p id="a"></p>'), encoding="utf-8")
    (tmp_path / "data.json").write_text("{", encoding="utf-8")
    found = htmlcheck.check(tmp_path, ignore=["first occurrence"])
    assert [(m.file.name, m.line, m.kind) for m in found] == [("bad page.html", 5, "error")], found


def test_workers_build_a_site_once(tmp_path, monkeypatch):
    asked = []

    def prepare(_copy):
        asked.append(threading.get_ident())
        return waterloo.ROOT

    monkeypatch.setattr(shared, "TIMELINES", {"small": shared.Timeline(prepare, placed=False)})
    given = shared.Shared(tmp_path, {"small": "http://127.0.0.1/sub/"})
    with ThreadPoolExecutor(2) as workers:
        one, other = workers.map(given.site, ["small", "small"])

    assert one == other and (one.directory / "index.html").is_file()
    assert len(asked) == 1


def test_a_test_that_opens_a_page_is_marked(request, page):
    assert request.node.get_closest_marker("browser")


def test_a_test_that_opens_none_is_not(request):
    assert not request.node.get_closest_marker("browser")


def test_project_runs_the_public_command(project):
    made = project({"a/text.txt": "\n    one\n      two\n", "raw.bin": b"\xff"})
    assert made.read("a/text.txt") == "one\n  two\n"
    result = made.run("no-such-command")
    assert result.code == 2
    assert "no-such-command" in result.stderr


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_lock_files_are_hashed_and_name_no_index(lock):
    text = (REPO / lock).read_text(encoding="utf-8")
    locked = set()
    for entry in re.split(r"\n(?=\S)", text.rstrip()):
        head, *hashes = entry.replace(" \\", "").split("\n")
        assert re.match(r"[\w-]+==[\w.]+( ; .+)?$", head)
        assert hashes and all(re.match(r"    --hash=sha256:[0-9a-f]{64}$", line) for line in hashes)
        locked.add(head.partition("==")[0])
    wanted = (REPO / lock.replace(".lock", ".in")).read_text(encoding="utf-8")
    assert {name.lower() for name in re.findall(r"^[\w-]+", wanted, re.M) if name[0] != "-"} <= locked


def test_test_lock_contains_the_runtime_lock():
    runtime = (REPO / "requirements.lock").read_text(encoding="utf-8")
    test = (REPO / "requirements-test.lock").read_text(encoding="utf-8")
    pins = set(re.findall(r"^\S+==.*", runtime, re.M))
    assert pins <= set(re.findall(r"^\S+==.*", test, re.M))


def test_every_make_target_is_documented():
    text = (REPO / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (.*)", text, re.M)[0].split())
    assert phony == set(re.findall(r"^([\w-]+):.*## \w", text, re.M))


@pytest.mark.slow
@pytest.mark.parametrize("tool", [["ruff", "check", "--no-cache", "."], ["mypy", "--no-error-summary"]])
def test_code_passes(tool):
    command = [sys.executable, "-m", *tool]
    done = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_metadata_agrees():
    with (REPO / "pyproject.toml").open("rb") as stream:
        project = tomllib.load(stream)
    assert project["project"]["requires-python"] == ">=3.11"
    assert project["tool"]["mypy"]["python_version"] == "3.11"


def test_a_profile_is_empty_when_it_is_used_again(small, page, profiles):
    """Storage, cookies and permissions of one test are nothing to the next, though what was fetched may be kept."""
    url = small({"index.html": "<p>kept</p>"})
    first = Pages(profiles)
    view = first(url, permissions=["clipboard-read"])
    view.evaluate("localStorage.setItem('draft', '1'); document.cookie = 'seen=1'; indexedDB.open('store')")
    view.evaluate("onpagehide = () => localStorage.setItem('late', '1'); 0")
    context = view.context
    first.close()
    again = page(url, permissions=["clipboard-read"])
    assert again.context == context, "a new profile, though one like it was free"
    assert again.evaluate("[localStorage.length, document.cookie]") == [0, ""]
    assert again.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert page(url, permissions=["clipboard-read"]).context != context
    assert page(url, viewport=(300, 300)).evaluate("innerWidth") == 300

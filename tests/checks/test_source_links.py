"""Link health: what is gone is told from what refuses programs, and servers are asked gently."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import waterloo
from harness import REPO
from timeline.catalogue import Item
from timeline.checks import source_links
from timeline.records.source import Source


class Answers(BaseHTTPRequestHandler):
    """Answers with the status that the address names."""

    def do_GET(self):
        self.send_response(int(self.path.strip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as found:
        threading.Thread(target=found.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{found.server_port}"
        found.shutdown()


def item(url, name="a"):
    record = Source(type="webpage", kind="blog", title="A", publisher="B", url=url)
    return Item(name, "source", record, f"reference/sources/{name}.yaml", 3)


@pytest.mark.parametrize(
    ("code", "state"),
    [
        (200, "alive"),
        (404, "gone"),
        (410, "gone"),
        (403, "refuses"),
        (429, "refuses"),
        (451, "refuses"),
        (503, "silent"),
    ],
)
def test_the_answer_tells_the_state(server, code, state):
    assert source_links.ask(f"{server}/{code}")[0] == state


def test_a_server_that_is_not_there_is_silent():
    assert source_links.ask("http://127.0.0.1:9/", timeout=2)[0] == "silent"


def test_each_address_is_asked_once_and_a_silent_one_twice():
    asked = []

    def ask(url):
        asked.append(url)
        return ("silent", "timed out") if url.endswith("/b") else ("alive", "200")

    items = [item("https://example.org/a"), item("https://example.org/a", "b"), item("https://example.org/b", "c")]
    found = source_links.examine(items, ask, pause=0)

    assert sorted(asked) == ["https://example.org/a", "https://example.org/b", "https://example.org/b"]
    assert [(health.state, health.file) for health in found] == [
        ("alive", "reference/sources/a.yaml"),
        ("silent", "reference/sources/c.yaml"),
    ]


def test_the_report_lists_what_is_gone_and_counts_the_rest():
    items = waterloo.catalogue().sources.values()
    found = source_links.examine(
        items, lambda url: ("gone", "404 Not Found") if "mound" in url else ("alive", "200"), pause=0
    )

    text = source_links.report(found)

    assert " gone, 0 without an answer, 0 that refuse programs" in text
    assert "## Refuse programs" not in text


def test_no_pull_request_waits_for_the_servers_of_others():
    text = (REPO / ".github/workflows/links.yml").read_text(encoding="utf-8")

    assert "pull_request" not in text
    assert [path.name for path in REPO.glob(".github/workflows/*.yml") if "build.py links" in path.read_text()] == [
        "links.yml"
    ]

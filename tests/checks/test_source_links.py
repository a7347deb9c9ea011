"""Link health: what is gone is told from what refuses programs, and servers are asked gently."""

import socket
import threading
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import waterloo
from harness import REPO
from timeline.checks import asking, source_links
from timeline.checks.asking import ask as ask_safely
from timeline.checks.source_links import Address
from timeline.cli import main

ask = partial(ask_safely, anywhere=True)
"""The servers of these tests are on this machine, which is otherwise not asked."""


class Answers(BaseHTTPRequestHandler):
    """Answers with the status that the address names."""

    def do_GET(self):
        self.send_response(int(self.path.split("/")[1]))
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


@contextmanager
def saying(*words):
    """A server that says these bytes to whoever calls, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer():
            for word in words:
                caller, _ = listener.accept()
                with caller:
                    caller.recv(4096)
                    caller.sendall(word)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        thread.join(5)


def address(url, name="a"):
    return Address(url, f"reference/sources/{name}.yaml", 3)


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
    assert ask(f"{server}/{code}")[0] == state


def test_a_server_that_is_not_there_is_silent():
    assert ask("http://127.0.0.1:9/", timeout=2)[0] == "silent"


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 maybe\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://a b:x/\r\n\r\n",
    ],
)
def test_a_server_that_answers_nonsense_is_silent_and_ends_nothing(nonsense):
    with saying(nonsense, nonsense) as url:
        found = source_links.examine([address(url)], ask, pause=0)

    assert [(health.state, health.address) for health in found] == [("silent", url)]
    assert found[0].reason and "\n" not in found[0].reason


def test_letters_beyond_ascii_go_as_bytes_of_utf_8(server):
    assert ask(f"{server}/200/Ватерлоо?q=Ж#Я") == ("alive", "200")


def test_each_address_is_asked_once_and_a_silent_one_twice():
    asked = []

    def ask(url):
        asked.append(url)
        return ("silent", "timed out") if url.endswith("/b") else ("alive", "200")

    items = [
        address("https://example.org/a"),
        address("https://example.org/a", "b"),
        address("https://example.org/b", "c"),
    ]
    found = source_links.examine(items, ask, pause=0)

    assert sorted(asked) == ["https://example.org/a", "https://example.org/b", "https://example.org/b"]
    assert [(health.state, health.file) for health in found] == [
        ("alive", "reference/sources/a.yaml"),
        ("silent", "reference/sources/c.yaml"),
    ]


def test_the_report_lists_what_is_gone_and_counts_the_rest():
    items = [address(i.record.url) for i in waterloo.catalogue().sources.values() if i.record.url]
    found = source_links.examine(
        items, lambda url: ("gone", "404 Not Found") if "mound" in url else ("alive", "200"), pause=0
    )

    text = source_links.report(found)

    assert " gone, 0 without an answer, 0 that refuse programs" in text
    assert "## Refuse programs" not in text


def test_sources_of_a_file_with_mistakes_are_told_as_not_asked(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(
        source_links, "examine", partial(source_links.examine, ask=lambda url: ("alive", "200"), pause=0)
    )
    project = waterloo.copy(tmp_path / "waterloo")

    assert main(["-C", str(project.root), "links"]) == 0
    whole = capsys.readouterr()
    project.write({"events/1815-waterloo.yaml": "title: [\n"})
    assert main(["-C", str(project.root), "links"]) == 1
    broken = capsys.readouterr()

    assert "Not asked" not in whole.out
    assert broken.out.endswith("could not be read\n\n- `events/1815-waterloo.yaml`\n")
    assert broken.err.startswith("events/1815-waterloo.yaml:")


def test_no_pull_request_waits_for_the_servers_of_others():
    text = (REPO / ".github/workflows/links.yml").read_text(encoding="utf-8")

    assert "pull_request" not in text
    assert [path.name for path in REPO.glob(".github/workflows/*.yml") if "build.py links" in path.read_text()] == [
        "links.yml"
    ]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0", "127.1", "0x7f000001"])
def test_a_private_network_is_not_asked_under_any_name(server, host):
    url = f"http://{host}:{server.rpartition(':')[2]}/200"

    assert ask_safely(url, timeout=5)[0] == "silent"
    assert ask(f"{server}/200") == ("alive", "200")


def test_no_redirect_leads_to_a_private_network(server, monkeypatch):
    """The first server counts as public here, and the one that it names does not."""
    asked = []
    onward = f"HTTP/1.1 302 Found\r\nLocation: {server}/200\r\nContent-Length: 0\r\n\r\n".encode()

    with saying(onward) as url:
        monkeypatch.setattr(asking, "is_public", lambda number, seen=asked: not seen and not seen.append(number))
        state, reason = ask_safely(url, timeout=5)

    assert (state, "private network" in reason) == ("silent", True)


def test_a_server_that_never_ends_is_left_in_time():
    def drip(listener):
        caller, _ = listener.accept()
        with caller:
            caller.recv(4096)
            try:
                caller.sendall(b"HTTP/1.1 200 OK\r\nX: ")
                while True:
                    caller.sendall(b"a")
                    stopped.wait(0.05)
            except OSError:
                pass

    stopped = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=drip, args=(listener,), daemon=True).start()
        found = ask(f"http://127.0.0.1:{listener.getsockname()[1]}/", timeout=0.5)

    assert found == ("silent", "no whole answer in time")


def test_when_time_is_up_the_rest_is_told_as_not_asked():
    found = source_links.examine([address("https://example.org/a")], lambda url: ("alive", "200"), longest=-1)

    assert [(health.state, health.reason) for health in found] == [("silent", "not asked: time was up")]


def test_a_name_beyond_ascii_is_sent_as_servers_know_it():
    assert asking.sent("http://жук.example/ж") == "http://xn--f1ai0a.example/%D0%B6"

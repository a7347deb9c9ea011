"""One question to one server: whatever it answers, and however slowly, there is a state in time, and no private network
is asked, whichever name or redirect leads there."""

from __future__ import annotations

import http.client
import socket
import threading
import time
import urllib.error
import urllib.request
from contextlib import suppress
from http.client import HTTPException
from typing import Any, Literal
from urllib.parse import quote, urlsplit, urlunsplit

from timeline.characters import visible
from timeline.records.addresses import is_public

State = Literal["alive", "refuses", "silent", "gone"]

GONE = {404, 410}
"""Answers that say that a page is no more. Any other refusal may be meant for programs alone."""

MOST_REDIRECTS = 8

_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What stays in an address as it is; letters beyond ASCII go as bytes of UTF-8, as browsers send them."""

_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; timeline-link-health)", "Accept": "text/html,*/*;q=0.8"}


class Refused(OSError):
    """What is not asked, and why."""


class _Question:
    """How long a question may take as a whole, and the lines to servers that end with it."""

    def __init__(self, seconds: float, anywhere: bool) -> None:
        self.until = time.monotonic() + seconds
        self.anywhere = anywhere
        self.lines: list[socket.socket] = []
        self.over = False

    def left(self) -> float:
        """Return the seconds that are left; raises TimeoutError when there are none."""
        seconds = self.until - time.monotonic()
        if self.over or seconds <= 0:
            raise TimeoutError("no whole answer in time")
        return seconds

    def end(self) -> None:
        """Cut every line, so that whoever reads from one reads no more."""
        self.over = True
        for line in self.lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def connect(self, server: tuple[str, int], *more: Any) -> socket.socket:
        """Return a line to a server on an open network, by the number that was looked at and no other."""
        host, port = server
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        numbers = [place[4] for place in found if self.anywhere or is_public(str(place[4][0]))]
        if not numbers:
            raise Refused(f"{host} is on a private network, which is not asked")
        line = socket.create_connection((str(numbers[0][0]), port), self.left())
        self.lines.append(line)
        return line


class _Plain(urllib.request.HTTPHandler):
    """Opens http:// by the lines of a question."""

    def __init__(self, question: _Question) -> None:
        super().__init__()
        self.question = question

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._made, req)

    def _made(self, host: str, **more: Any) -> http.client.HTTPConnection:
        made = http.client.HTTPConnection(host, **{**more, "timeout": self.question.left()})
        made._create_connection = self.question.connect  # type: ignore[attr-defined]
        return made


class _Secured(urllib.request.HTTPSHandler):
    """Opens https:// by the lines of a question."""

    def __init__(self, question: _Question) -> None:
        super().__init__()
        self.question = question

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._made, req)

    def _made(self, host: str, **more: Any) -> http.client.HTTPSConnection:
        made = http.client.HTTPSConnection(host, **{**more, "timeout": self.question.left()})
        made._create_connection = self.question.connect  # type: ignore[attr-defined]
        return made


class _Onward(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, in the form in which addresses are sent."""

    max_redirections = MOST_REDIRECTS
    max_repeats = 2

    def redirect_request(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: str) -> Any:
        return super().redirect_request(req, fp, code, msg, headers, sent(newurl))


def sent(url: str) -> str:
    """Return an address as it is sent: its host in IDNA, the rest as bytes of UTF-8; raises ValueError."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
        return quote(urlunsplit(parts._replace(netloc=host + (f":{parts.port}" if parts.port else ""))), safe=_SAFE)
    return quote(url, safe=_SAFE)


def ask(url: str, timeout: float = 30, anywhere: bool = False) -> tuple[State, str]:
    """Return how the server of an address answers within `timeout` seconds; nothing but the first byte is read.

    `anywhere` asks servers on private networks too, such as those of a test.
    """
    question = _Question(timeout, anywhere)
    clock = threading.Timer(timeout, question.end)
    clock.daemon = True
    clock.start()
    opener = urllib.request.OpenerDirector()
    for handler in (
        *(_Plain(question), _Secured(question), _Onward(), urllib.request.HTTPDefaultErrorHandler()),
        *(urllib.request.HTTPErrorProcessor(), urllib.request.UnknownHandler()),
    ):
        opener.add_handler(handler)
    try:
        with opener.open(urllib.request.Request(sent(url), headers=_HEADERS), timeout=timeout) as answer:
            answer.read(1)
            question.left()
            return "alive", str(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            state: State = "gone" if error.code in GONE else "refuses" if error.code < 500 else "silent"
            return state, _one_line(f"{error.code} {error.reason}")
    except (OSError, ValueError, HTTPException, AttributeError) as error:
        if question.over:
            return "silent", "no whole answer in time"
        return "silent", _one_line(str(getattr(error, "reason", error))) or type(error).__name__
    finally:
        clock.cancel()
        question.end()


def _one_line(text: str) -> str:
    """Return what a server said as one line of a report: it may have said anything."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return visible(" ".join(seen.split()))[:200]

"""The addresses of sources: which still answer, which are gone, and which refuse to talk to a program."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from typing import Literal, NamedTuple
from urllib.parse import quote, urlsplit

State = Literal["alive", "refuses", "silent", "gone"]
Ask = Callable[[str], tuple[State, str]]

GONE = {404, 410}
"""Answers that say that a page is no more. Any other refusal may be meant for programs alone."""

PAUSE = 1.0
"""Seconds between two requests to one host."""

_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What stays in an address as it is; letters beyond ASCII go as bytes of UTF-8, as browsers send them."""

_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; timeline-link-health)", "Accept": "text/html,*/*;q=0.8"}


class Address(NamedTuple):
    """The address of a source, and the file and line that hold it."""

    url: str
    file: str
    line: int


@dataclass(frozen=True, slots=True, order=True)
class Health:
    """What became of one address, and the file that holds it."""

    state: State
    address: str
    reason: str
    file: str
    line: int


def ask(url: str, timeout: float = 30) -> tuple[State, str]:
    """Return how the server of an address answers to a request for it; nothing but the first byte is read."""
    try:
        request = urllib.request.Request(quote(url, safe=_SAFE), headers=_HEADERS)
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            answer.read(1)
            return "alive", str(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            state: State = "gone" if error.code in GONE else "refuses" if error.code < 500 else "silent"
            return state, _one_line(f"{error.code} {error.reason}")
    except (OSError, ValueError, HTTPException) as error:
        return "silent", _one_line(str(getattr(error, "reason", error))) or type(error).__name__


def _one_line(text: str) -> str:
    """Return what a server said as one line of a report: it may have said anything."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:200]


def examine(addresses: Iterable[Address], ask: Ask = ask, pause: float = PAUSE) -> list[Health]:
    """Return what became of each address: hosts side by side, the addresses of one host in turn."""
    hosts: defaultdict[str, dict[str, Address]] = defaultdict(dict)
    for address in addresses:
        hosts[urlsplit(address.url).netloc].setdefault(address.url, address)

    def of_host(addresses: dict[str, Address]) -> list[Health]:
        found = []
        for number, address in enumerate(addresses.values()):
            if number:
                time.sleep(pause)
            found.append(Health(*_twice(address.url, ask, pause), address.file, address.line))
        return found

    with ThreadPoolExecutor(max_workers=8) as pool:
        return sorted(health for found in pool.map(of_host, hosts.values()) for health in found)


def _twice(url: str, ask: Ask, pause: float) -> tuple[State, str, str]:
    """Return the state of an address; a server that is silent gets a second chance."""
    state, reason = ask(url)
    if state == "silent":
        time.sleep(pause)
        state, reason = ask(url)
    return state, url, reason


def report(found: list[Health], unread: Iterable[str] = ()) -> str:
    """Return the findings in Markdown: what is gone first, what is alive as a number, and files nobody could read."""
    counts = {state: sum(health.state == state for health in found) for state in ("alive", "refuses", "silent", "gone")}
    lines = [
        "# Addresses of sources",
        "",
        f"{counts['alive']} alive, {counts['gone']} gone, {counts['silent']} without an answer, "
        f"{counts['refuses']} that refuse programs (look at those by hand once in a while).",
    ]
    for state, title in (("gone", "Gone"), ("silent", "Without an answer"), ("refuses", "Refuse programs")):
        rows = [f"- {h.address} ({h.reason}): `{h.file}`, line {h.line}" for h in found if h.state == state]
        lines += ["", f"## {title}", "", *rows] if rows else []
    files = [f"- `{file}`" for file in sorted(set(unread))]
    lines += (
        ["", "## Not asked: these files have mistakes, and their sources could not be read", "", *files]
        if files
        else []
    )
    return "\n".join(lines) + "\n"

"""The addresses of sources: which still answer, which are gone, and which refuse to talk to a program."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from timeline.catalogue import Item
from timeline.records.source import Source

State = Literal["alive", "refuses", "silent", "gone"]
Ask = Callable[[str], tuple[State, str]]

GONE = {404, 410}
"""Answers that say that a page is no more. Any other refusal may be meant for programs alone."""

PAUSE = 1.0
"""Seconds between two requests to one host."""

_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; timeline-link-health)", "Accept": "text/html,*/*;q=0.8"}


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
        with urllib.request.urlopen(urllib.request.Request(url, headers=_HEADERS), timeout=timeout) as answer:
            answer.read(1)
            return "alive", str(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            state: State = "gone" if error.code in GONE else "refuses" if error.code < 500 else "silent"
            return state, f"{error.code} {error.reason}"
    except (OSError, ValueError) as error:
        return "silent", str(getattr(error, "reason", error))


def examine(sources: Iterable[Item[Source]], ask: Ask = ask, pause: float = PAUSE) -> list[Health]:
    """Return what became of each source's address: hosts side by side, the addresses of one host in turn."""
    hosts: defaultdict[str, dict[str, Item[Source]]] = defaultdict(dict)
    for item in sources:
        if item.record.url:
            hosts[urlsplit(item.record.url).netloc].setdefault(item.record.url, item)

    def of_host(found: dict[str, Item[Source]]) -> list[Health]:
        told = []
        for number, (url, item) in enumerate(found.items()):
            if number:
                time.sleep(pause)
            told.append(Health(*_twice(url, ask, pause), item.file, item.line))
        return told

    with ThreadPoolExecutor(max_workers=8) as pool:
        return sorted(health for told in pool.map(of_host, hosts.values()) for health in told)


def _twice(url: str, ask: Ask, pause: float) -> tuple[State, str, str]:
    """Return the state of an address; a server that is silent gets a second chance."""
    state, reason = ask(url)
    if state == "silent":
        time.sleep(pause)
        state, reason = ask(url)
    return state, url, reason


def report(found: list[Health]) -> str:
    """Return the findings in Markdown: what is gone first, what is alive as a number."""
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
    return "\n".join(lines) + "\n"

"""The addresses of sources: which still answer, which are gone, and which refuse to talk to a program."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from timeline.checks.asking import State, ask

Ask = Callable[[str], tuple[State, str]]

PAUSE = 1.0
"""Seconds between two requests to one host."""

LONGEST = 45 * 60.0
"""Seconds after which nothing more is asked, so that there is a report of what was."""


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


def examine(
    addresses: Iterable[Address], ask: Ask = ask, pause: float = PAUSE, longest: float = LONGEST
) -> list[Health]:
    """Return what became of each address: hosts side by side, the addresses of one host in turn."""
    until = time.monotonic() + longest
    hosts: defaultdict[str, dict[str, Address]] = defaultdict(dict)
    for address in addresses:
        hosts[urlsplit(address.url).netloc].setdefault(address.url, address)

    def of_host(addresses: dict[str, Address]) -> list[Health]:
        found = []
        for number, address in enumerate(addresses.values()):
            if time.monotonic() > until:
                found.append(Health("silent", address.url, "not asked: time was up", address.file, address.line))
                continue
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
        rows = [_row(health) for health in found if health.state == state]
        lines += ["", f"## {title}", "", *rows] if rows else []
    files = [f"- `{file}`" for file in sorted(set(unread))]
    lines += (
        ["", "## Not asked: these files have mistakes, and their sources could not be read", "", *files]
        if files
        else []
    )
    return "\n".join(lines) + "\n"


def _row(health: Health) -> str:
    """Return a line of the report; what a server said stands as code, for it may be Markdown of its own."""
    reason = health.reason.replace("`", "'")
    return f"- <{health.address}> (`{reason}`): `{health.file}`, line {health.line}"

"""The preview: where it may listen, and what it shows on its pages to who has just saved a file."""

from __future__ import annotations

import errno
import html
import os
import re
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from timeline import problems
from timeline.problems import Problem
from timeline.records.kinds import KINDS, STORY

EDITOR = "TIMELINE_EDITOR"
"""The variable of the environment that holds the pattern of an editor's addresses."""

ADDRESSES = "vscode://file/{path}:{line}:{column}"
"""That of the editor for which the repository holds settings."""

_BODY = re.compile(r"<body[^>]*>")
_TAKEN = (errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE))


def fault(address: str) -> tuple[str, str] | None:
    """Return why nothing can listen at HOST:PORT, and what to write instead; None where it can."""
    host, colon, port = address.rpartition(":")
    if not (colon and host and port.isdigit() and 0 < int(port) < 65536):
        return f'"{address}" is no HOST:PORT', "write --address 127.0.0.1:8000"
    try:
        with _socket(host, int(port)):
            return None
    except OSError as error:
        if error.errno in _TAKEN:
            return f"another program listens at {address} already", f"stop it, or write --address {host}:{_free(host)}"
        return f"nothing can listen at {address}: {error.strerror or error}", "write --address 127.0.0.1:8000"


def _socket(host: str, port: int) -> socket.socket:
    family, kind, proto, _, place = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
    found = socket.socket(family, kind, proto)
    try:
        if os.name == "posix":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(place)
        found.listen(1)
    except OSError:
        found.close()
        raise
    return found


def _free(host: str) -> int:
    with _socket(host, 0) as found:
        return int(found.getsockname()[1])


def saved(times: Mapping[str, int], root: Path, folders: Iterable[str]) -> tuple[dict[str, int], list[str]]:
    """Return when each file was last changed, and which have been since `times`; none where nothing was known."""
    now = {
        path.relative_to(root).as_posix(): path.stat().st_mtime_ns
        for folder in folders
        for path in (root / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    return now, [name for name, when in now.items() if times and times.get(name) != when]


def address_of(file: str) -> str | None:
    """Return the address of the page that a file makes, below the root; None where it makes none of its own."""
    path = PurePosixPath(file)
    if file == STORY:
        return "story/"
    if path.parts[:1] == ("docs",) and path.suffix == ".md":
        inner = path.relative_to("docs").with_suffix("")
        inner = inner.parent if inner.name == "index" else inner
        return "" if inner == PurePosixPath() else f"{inner}/"
    for kind in KINDS:
        if kind.shared_file and file == kind.place:
            return f"{kind.section}/"
        if not kind.shared_file and path.parent.as_posix() == kind.place and path.suffix == ".yaml":
            return kind.address(path.stem)
    return None


def show(site_dir: Path, root: Path, found: Iterable[Problem], changed: Iterable[str] = ()) -> None:
    """Put the problems on every page, always in sight, or else the way to the page of what was saved."""
    found = sorted(set(found))
    ways = ways_to(site_dir, changed)
    if not problems.failed(found) and not ways:
        return
    for path in site_dir.rglob("*.html"):
        here = path.parent.relative_to(site_dir).as_posix()
        page = path.read_text(encoding="utf-8")
        more = noted(page, "" if here == "." else f"{here}/", site_dir, root, found, ways)
        if more != page:
            path.write_text(more, encoding="utf-8")


def ways_to(site_dir: Path, changed: Iterable[str]) -> list[tuple[str, str]]:
    """Return files that have a page, with its address."""
    return [(file, way) for file in changed if (way := _page(site_dir, file)) is not None]


def noted(page: str, here: str, site_dir: Path, root: Path, found: list[Problem], ways: list[tuple[str, str]]) -> str:
    """Return the page at the address `here` with the problems, or else with the ways to what was saved."""
    up = "../" * here.count("/")
    note = _banner(found, root, site_dir, up) if problems.failed(found) else _note(ways, up, here)
    body = _BODY.search(page) if note else None
    at = body.end() if body else 0
    return page[:at] + note + page[at:]


def _page(site_dir: Path, file: str) -> str | None:
    address = address_of(file)
    known = address is not None and (site_dir / address.partition("#")[0] / "index.html").is_file()
    return address if known else None


def _banner(found: list[Problem], root: Path, site_dir: Path, up: str) -> str:
    items = "".join(f"<li>{_item(problem, root, site_dir, up)}</li>" for problem in found)
    tally = f"{problems.tally(found)}. Below is the last good state."
    return f'<div role="alert" class="tl-problems"><p>{tally}</p><ul>{items}</ul></div>'


def _item(problem: Problem, root: Path, site_dir: Path, up: str) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    pattern = os.environ.get(EDITOR, ADDRESSES)
    path = quote((root / problem.path).as_posix())
    editor = pattern.format(path=path, line=problem.line, column=problem.column)
    parts = [f'<a href="{html.escape(editor)}">{html.escape(place)}</a>', f"<code>{problem.code}</code>"]
    parts += [html.escape(problem.message)]
    if (address := _page(site_dir, problem.path)) is not None:
        parts.append(f'<a href="{html.escape(up + address) or "./"}">its page</a>')
    return " ".join(parts) + (f"<br>{html.escape(problem.remedy)}" if problem.remedy else "")


def _note(ways: list[tuple[str, str]], up: str, here: str) -> str:
    links = [
        f'<a href="{html.escape(up + way) or "./"}">{html.escape(file)}</a>'
        for file, way in ways
        if way.partition("#")[0] != here
    ]
    return f'<p role="status" class="tl-saved">Saved: {", ".join(links)}</p>' if links else ""

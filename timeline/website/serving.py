"""The preview's server: it hands out the last good site with what is to be said of it, and tells pages of the next."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from timeline.website import policy

NEWS = "/.news/"
"""Where a page asks whether there is a later site than the one whose number follows."""

_PATIENCE = 20.0
"""Seconds that such a question waits for an answer."""

_SCRIPT = (
    "<script>(function ask(n) {{ fetch('{news}' + n).then((r) => r.text()).then((t) => t == n ? ask(n) :"
    " location.reload()).catch(() => setTimeout(ask, 1000, n)); }})('{number}')</script>"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One site as it is shown: its folder, its number, and what is put into a page by the page's address."""

    folder: Path
    number: int
    noted: Callable[[str, str], str]


class Stage:
    """What the server shows; the builder puts the next one on it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._shown: Shown | None = None

    def show(self, folder: Path, noted: Callable[[str, str], str]) -> None:
        """Show another site, or the same with other notes."""
        with self._changed:
            self._shown = Shown(folder, self._shown.number + 1 if self._shown else 1, noted)
            self._changed.notify_all()

    @property
    def shown(self) -> Shown | None:
        """Return what is shown now."""
        return self._shown

    def news(self, number: str) -> str:
        """Return the number of the site that is shown, once it is another than this, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown and str(self._shown.number) != number, _PATIENCE)
            return str(self._shown.number) if self._shown else ""


class _Server(ThreadingHTTPServer):
    """Ends at once, whoever still waits for news."""

    daemon_threads = True
    block_on_close = False


def server(host: str, port: int, stage: Stage) -> ThreadingHTTPServer:
    """Return a server that listens and shows what is on the stage; raises OSError."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path.startswith(NEWS):
                self._send(HTTPStatus.OK, "text/plain", stage.news(path.removeprefix(NEWS)).encode())
                return
            shown = stage.shown
            found = shown and _file(shown.folder, path)
            if not shown or not found:
                lost = shown and shown.folder / "404.html"
                text = _page(shown, lost, "404.html") if shown and lost and lost.is_file() else b"not found"
                self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", text)
            elif found.is_dir():
                self.send_response(HTTPStatus.FOUND)
                self.send_header("Location", f"{self.path.partition('?')[0]}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif found.suffix == ".html":
                address = found.relative_to(shown.folder).as_posix().removesuffix("index.html")
                self._send(HTTPStatus.OK, "text/html; charset=utf-8", _page(shown, found, address))
            else:
                kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
                self._send(HTTPStatus.OK, kind, found.read_bytes())

        def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
            try:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(body)
            except ConnectionError:
                self.close_connection = True  # the page was left

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing of single files."""

    return _Server((host, port), Handler)


def _file(site: Path, path: str) -> Path | None:
    """Return the file or folder of an address; none outside the site."""
    parts = [part for part in path.split("/") if part]
    if any(part in (".", "..") or "\\" in part or "\0" in part for part in parts):
        return None
    found = site.joinpath(*parts)
    if path.endswith("/"):
        found /= "index.html"
    return found if found.is_file() or (found.is_dir() and (found / "index.html").is_file()) else None


def _page(shown: Shown, file: Path, address: str) -> bytes:
    """Return a page with its notes and the script that reloads it, without the policy that forbids the script."""
    html = shown.noted(policy.without(file.read_text(encoding="utf-8")), address)
    script = _SCRIPT.format(news=NEWS, number=shown.number)
    body, end, rest = html.rpartition("</body>")
    return (f"{body}{script}{end}{rest}" if end else f"{html}{script}").encode()

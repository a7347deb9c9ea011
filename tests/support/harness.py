"""What the fixtures in conftest.py hand out: a web server and small projects; what axe finds on a page."""

import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from tools import npm_file

REPO = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Result:
    code: int
    stdout: str
    stderr: str


def run_build(
    *arguments: str | Path, cwd: Path, timeout: float = 120, environment: Mapping[str, str] = os.environ
) -> Result:
    """Run `python build.py …` as a user would."""
    command = [sys.executable, str(REPO / "build.py"), *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Site:
    """A built site, and where it is served."""

    directory: Path
    url: str


@dataclass(frozen=True)
class Project:
    """A small project tree in a temporary directory."""

    root: Path

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files by relative path; text loses its common indentation, bytes stay as they are."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                text = textwrap.dedent(content.removeprefix("\n"))
                path.write_text(text, encoding="utf-8", newline="\n")

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def run(self, *arguments: str | Path, timeout: float = 120) -> Result:
        """`python build.py -C ROOT …`, from a directory that is neither the project nor the repository."""
        return run_build("-C", self.root, *arguments, cwd=self.root.parent, timeout=timeout)


class Server:
    """A directory on 127.0.0.1 below a prefix, as a project page on a static host: 404.html, no listings."""

    def __init__(self, directory: Path, prefix: str = "/sub/", headers: Mapping[str, str] | None = None) -> None:
        if not (prefix.startswith("/") and prefix.endswith("/")):
            raise ValueError(f"the prefix {prefix!r} must start and end with a slash")
        handler = partial(_Handler, directory=str(directory), prefix=prefix, headers=headers or {})
        self._server = _Quiet(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}{prefix}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


LAID_OUT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets.push(sheet);
}"""
"""Lays out what a browser leaves until one scrolls there: axe would measure it where it does not stand."""


def axe_violations(page: Page, context: Any = None, options: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    """What axe-core finds on the page as it now is: its `violations` (id, impact, help, nodes).

    `context` (which part) and `options` (which rules) are those of axe.run.
    """
    if not page.evaluate("'axe' in window"):  # not by a script element: that would be subject to the page's policy
        page.evaluate(npm_file("axe-core", "axe.min.js").read_text(encoding="utf-8"))
        page.evaluate(LAID_OUT)
    wanted = {"resultTypes": ["violations"], **(options or {})}
    if not _run_axe(page, context, {**wanted, "selectors": False}):  # naming every element costs a third of the time
        return []
    return _run_axe(page, context, wanted)


def _run_axe(page: Page, context: Any, options: Mapping[str, Any]) -> list[dict[str, Any]]:
    argument = {"context": context, "options": options}
    result = page.evaluate("({context, options}) => axe.run(context || document, options)", argument)
    violations: list[dict[str, Any]] = result["violations"]
    return violations


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # the browser left: no news
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (a class attribute in the standard library too)
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def __init__(self, *arguments: Any, prefix: str, headers: Mapping[str, str], **options: Any) -> None:
        self.prefix = prefix
        self.more = headers
        super().__init__(*arguments, **options)

    def translate_path(self, path: str) -> str:
        if not unquote(urlsplit(path).path).startswith(self.prefix):
            return str(Path(self.directory) / "outside the site" / "nothing")
        return super().translate_path("/" + path[len(self.prefix) :])

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass

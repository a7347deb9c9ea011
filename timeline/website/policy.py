"""The policy of every page: what it may run and load (CSP 3), and what it tells others of its reader, which is nothing.

Scripts come from the site itself. Those that the theme writes into its pages are allowed by their hashes, which are
computed here; a script that came from anywhere else has none, and does not run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.problems import Problem
from timeline.website import frame

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_UPWARDS = re.compile(r"(?:\.{1,2}/)+|(?<=[\"'])\.{1,2}(?=[\"'])")
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)

_AWAY = re.compile(
    r"""(<a\s(?:(?!\srel=)[^>])*?\bhref=["']https?://[^"'>]*["'])((?:(?!\srel=)[^>])*>)""", re.IGNORECASE
)

HEADERS = "_headers"
"""What Netlify and Cloudflare send with each file."""

NGINX = "headers.nginx.conf"
"""The same for nginx, to be included in the block of a server."""

EVERYWHERE = ("Referrer-Policy", "X-Content-Type-Options")
PARTS = r"\.(?:css|js|woff2|avif|webp|jpe?g|png)$"
"""Headers that every file is sent with, and files that are no documents and need no others."""


def secure(site_dir: Path, shells: Iterable[Path]) -> list[Problem]:
    """Write the policy into the pages that a site builder has rendered; return a problem for each stray script.

    `shells` hold nothing but what the theme writes, so their scripts are the theme's.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site_dir.rglob("*.html"))}
    trusted = {_bare(text) for path in (*shells, frame.THEME / "404.html") for text in scripts(_text(path, pages))}
    own = {path: {text for text in scripts(html) if _bare(text) in trusted} for path, html in pages.items()}
    for path, html in pages.items():
        path.write_text(within(html, metas(own[path])), encoding="utf-8")
    _write_headers(site_dir, set().union(*own.values()))
    return [problem for path, html in pages.items() for problem in _strays(path.relative_to(site_dir), html, trusted)]


def _text(path: Path, pages: dict[Path, str]) -> str:
    return pages[path] if path in pages else path.read_text(encoding="utf-8")


def scripts(html: str) -> Iterator[str]:
    """Yield the scripts that stand in a page and would run."""
    for script in _SCRIPT.finditer(html):
        if not _DATA.search(script["attributes"]) and script["text"].strip():
            yield script["text"]


def _bare(script: str) -> str:
    """Return a script without what depends on the depth of its page."""
    return _UPWARDS.sub("", script)


def _strays(path: Path, html: str, trusted: set[str]) -> Iterator[Problem]:
    for text in scripts(html):
        if _bare(text) not in trusted:
            line = html.count("\n", 0, html.index(text)) + 1
            message = f"a script stands in this page, and will not run: {' '.join(text.split())[:40]}"
            yield Problem(path.as_posix(), line, 1, "script-in-page", message, "put it into a file below docs/assets/")


def policy(found: Iterable[str] = ()) -> str:
    """Return the policy that allows these scripts beside the site's own files.

    Styles may stand in pages: each has its own foot of printed sheets, and places of bars and dots on scales.
    """
    hashes = "".join(f" '{_hash(text)}'" for text in sorted(found))
    return (
        f"default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; "
        "frame-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def metas(found: Iterable[str] = ()) -> str:
    """Return the policy as tags for the head of a page."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy(found)}">'
        '<meta name="referrer" content="no-referrer">'
    )


def lift(site_dir: Path) -> None:
    """Take the policy out of a preview, whose server writes a script of its own into each page that it sends."""
    for path in site_dir.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        bare = without(html)
        if bare != html:
            path.unlink()  # the file may be a link to one that is kept for the next build
            path.write_text(bare, encoding="utf-8")


def without(html: str) -> str:
    """Return a page without its policy."""
    return _POLICY.sub("", html)


def within(html: str, tags: str) -> str:
    """Return a page with the policy before anything that it is to hold for, and behind what browsers look for first."""
    place = _CHARSET if _CHARSET.search(html[:2000]) else _HEAD
    return place.sub(lambda head: head.group() + tags, html, count=1)


def outward(html: str) -> str:
    """Return the rendered text of a handwritten page with its links to other sites marked as such."""
    return _AWAY.sub(lambda link: f'{link[1]} rel="external noopener noreferrer"{link[2]}', html)


def _write_headers(site_dir: Path, found: Iterable[str]) -> None:
    lines = {
        "Content-Security-Policy": policy(found),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    rows = "".join(f"  {name}: {value}\n" for name, value in lines.items())
    (site_dir / HEADERS).write_text(f"/*\n{rows}", encoding="utf-8")
    (site_dir / NGINX).write_text(_nginx(lines), encoding="utf-8")


def _nginx(lines: dict[str, str]) -> str:
    """Return the headers as nginx sends them: what only a document obeys not with its styles, scripts and fonts.

    Those would weigh two kilobytes in each of a dozen answers; nginx sends no header that is empty.
    """
    names = {name: "$" + name.lower().replace("-", "_") for name in lines if name not in EVERYWHERE}
    values = "".join(f'set {variable} "{lines[name]}";\n' for name, variable in names.items())
    empty = "".join(f'  set {variable} "";\n' for variable in names.values())
    sent = "".join(f"add_header {name} {names.get(name) or lines[name]} always;\n" for name in lines)
    return f'{values}if ($uri ~ "{PARTS}") {{\n{empty}}}\n{sent}'

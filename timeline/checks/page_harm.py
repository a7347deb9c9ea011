"""What a tag of a page may not be or hold, because it runs, loads from elsewhere, or leads where it seems not to."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from timeline.records import addresses


class Harm(NamedTuple):
    """Code, message and remedy of a problem."""

    code: str
    message: str
    remedy: str


_REFUSED = {
    *("script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta", "link", "form"),
    *("portal", "math", "template", "slot", "noscript", "plaintext", "xmp", "noembed", "noframes", "foreignobject"),
    *("animate", "animatemotion", "animatetransform", "set", "handler", "listener"),
}
_LOADING = {"src", "srcset", "poster", "data", "background", "xlink:href", "lowsrc", "code", "archive", "manifest"}
_LEADING = {"href", "action", "formaction", "cite", "ping", "longdesc"}
_DRAWN = {"image", "use", "feimage", "textpath", "mpath", "pattern", "tref", "script", "filter"}
"""Elements of drawings that load what their `href` names."""

_ATTRIBUTE = re.compile(r"([^\s\"'=/]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']+)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_STYLE = re.compile(r"url\s*\(|expression|@import|image-set|\\", re.IGNORECASE)
_LEFT = re.compile(r"@import|(?:url\s*\(|image-set\s*\()\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:|//)(?<!data:)", re.IGNORECASE)


def of_tag(name: str, rest: str) -> Harm | None:
    """Return what is wrong with a tag as it stands in a text, or None."""
    pairs = [(key.lower(), unescape(quoted.strip("\"'"))) for key, quoted in _ATTRIBUTE.findall(rest)]
    if re.search(r"(?:^|\s)\.mermaid\b", rest):
        pairs.append(("class", "mermaid"))
    return of_attributes(name, pairs)


def of_attributes(name: str, pairs: list[tuple[str, str]]) -> Harm | None:
    """Return what is wrong with an element and its attributes, or None."""
    if name in _REFUSED:
        return Harm("script-in-page", f"<{name}> may not stand in a page", "write Markdown")
    for key, value in pairs:
        if key.startswith("on"):
            return Harm("script-in-page", f"{key} would run a script", "leave it out")
        if key in ("srcdoc", "formaction", "ping", "http-equiv"):
            return Harm("script-in-page", f"{key} may not stand in a page", "leave it out")
        if key == "style" and _STYLE.search(value):
            return Harm("third-party", "a style loads a file", "put styles into a file below docs/assets/")
        if key == "class" and "mermaid" in value.lower().split():
            return Harm("third-party", "diagrams load a script of another site", "draw it as a picture")
        if key in _LOADING | _LEADING:
            loads = key in _LOADING or (key == "href" and name in _DRAWN)
            if said := of_address("src" if loads else "href", value):
                return said
    return None


def of_address(kind: str, value: str) -> Harm | None:
    """Return what is wrong with an address that a page loads (`src`) or leads to (`href`), or None."""
    target = re.sub(r"[\x00-\x20]", "", unescape(value))
    scheme = _SCHEME.match(target)
    name = scheme.group().lower() if scheme else ""
    elsewhere = scheme is not None or re.match(r"[\\/]{2}", target)
    if kind == "src" and (elsewhere or re.search(r",\s*(?:https?:)?//", value)):
        return Harm("third-party", f'"{value}" is loaded from elsewhere', "put the file below docs/ and name it there")
    if name and name not in ("https:", "http:", "mailto:", "event:"):
        return Harm("script-in-page", f'"{value}" is no address of a page', "write https://… or a path")
    if name in ("https:", "http:") and "{" not in target and (fault := addresses.fault(target)):
        return Harm("bad-address", *fault)
    if elsewhere and not name:
        return Harm("bad-address", f'"{value}" leads to another site, and does not say so', "write https://… before it")
    return None


def of_styles(text: str) -> re.Match[str] | None:
    """Return the first place of a style sheet that loads from elsewhere, or None."""
    return _LEFT.search(re.sub(r"/\*.*?\*/", lambda note: " " * len(note.group()), text, flags=re.DOTALL))


class _Reader(HTMLParser):
    """Reads a page as browsers do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Harm] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if harm := of_attributes(tag.lower(), [(key.lower(), value or "") for key, value in attrs]):
            self.found.append(harm)


def of_page(html: str) -> Harm | None:
    """Return what is wrong with the rendered text of a page, or None: the last look, whatever way it was written."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found[0] if reader.found else None

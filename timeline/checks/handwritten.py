"""Handwritten pages: nothing in them may run or load from elsewhere, and their names suit every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

from timeline import characters
from timeline.problems import Problem
from timeline.project import settings
from timeline.reading.corpus import Corpus
from timeline.records.id_rules import DEVICES
from timeline.records.kinds import KINDS

ENDINGS = {
    *(".md", ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".svg", ".woff2", ".woff"),
    *(
        ".txt",
        ".csv",
        ".json",
        ".pdf",
        ".zip",
        ".yaml",
        ".yml",
        ".xml",
        ".webmanifest",
        ".mp3",
        ".ogg",
        ".mp4",
        ".webm",
    ),
}
"""Kinds of files that pages are made of. A browser may take any other for a page of its own."""

_CODE = re.compile(
    r"^([ \t]*)(`{3,}|~{3,})[^\n]*\n.*?^[ \t]*\2[^\n]*$|(?<!`)(`+)(?!`)[^\n]+?(?<!`)\3(?!`)", re.DOTALL | re.MULTILINE
)
_FRONT = re.compile(r"\A---\n.*?^---$", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"<(?P<name>[A-Za-z][^\s/>]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"([^\s\"'=/]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']+)")
_LIST = re.compile(r"\{:?[ ]*[^{}\n]*\}")
_LINK = re.compile(
    r"(?P<picture>!?)\[[^\[\]]*\]\(\s*<?(?P<inline>[^\s)>]*)|^[ ]{0,3}\[[^\[\]]+\]:\s*<?(?P<set>[^\s>]+)", re.MULTILINE
)

_REFUSED = {
    *("script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta", "link", "form"),
    *("portal", "math", "template", "slot", "noscript", "plaintext", "xmp", "noembed", "noframes", "foreignobject"),
}
_LOADING = {"src", "srcset", "poster", "data", "background", "xlink:href", "lowsrc", "code", "archive", "manifest"}
_LEADING = {"href", "action", "formaction", "cite", "ping", "longdesc"}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def handwritten_pages(corpus: Corpus) -> Iterator[Problem]:
    """Files below the folder of handwritten pages bring nothing that runs, and nothing from another site."""
    if not (corpus.root / settings.FILE).is_file():
        return
    found = settings.read(corpus.root)
    if not isinstance(found, dict):
        return
    name = found.get("docs_dir") or "docs"
    folder = corpus.root / name
    if not isinstance(name, str) or not folder.is_dir() or folder.is_symlink():
        return
    yield from _names(corpus.root, folder)
    left_out = GitIgnoreSpec.from_lines(str(found.get("exclude_docs") or "").splitlines())  # as MkDocs reads it
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.stat().st_size > 4_000_000:
            continue  # a link has a problem of its own, and a picture is not looked into
        shown = path.relative_to(corpus.root).as_posix()
        if left_out.match_file(path.relative_to(folder).as_posix()):
            continue
        if path.suffix == ".md":
            yield from _page(shown, path.read_text(encoding="utf-8", errors="replace"))
        elif path.suffix.lower() in (".svg", ".xml"):
            yield from _drawing(shown, path.read_text(encoding="utf-8", errors="replace"))


def _names(root: Path, folder: Path) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    ours = {kind.section for kind in KINDS} | {"data", "embed", "search", "shells"}
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        shown = path.relative_to(root).as_posix()
        folded = unicodedata.normalize("NFC", place.as_posix()).casefold()
        if (other := taken.setdefault(folded, shown)) != shown:
            message = f"some systems take it for {other}"
            yield Problem(shown, 1, 1, "file-name", message, "choose names that differ by more than their capitals")
        if reason := _unfit(path.name):
            yield Problem(shown, 1, 1, "file-name", f"the name {reason}", "use letters, digits, hyphens and a dot")
        if path.is_file() and path.suffix.lower() not in ENDINGS and not path.name.startswith("."):
            message = f'a file that ends in "{path.suffix}" is no part of a page'
            yield Problem(shown, 1, 1, "stray-file", message, "write pages in Markdown: NAME.md")
        if path.suffix == ".md" and len(place.parts) > 1 and place.parts[0] in ours - {"shells"}:
            message = f"the engine writes its own pages below {place.parts[0]}/"
            yield Problem(shown, 1, 1, "stray-file", message, "move it to another folder")


def _unfit(name: str) -> str:
    """Return why some file system cannot hold a name, or nothing."""
    if len(name.encode("utf-8", "surrogateescape")) > 150:
        return "is longer than 150 bytes"
    if characters.fault(name) or re.search(r'[<>:"/\\|?*\x00-\x1f]', name) or name[-1:] in (" ", "."):
        return "holds a character that not every system takes"
    if DEVICES.fullmatch(PurePosixPath(name).name.partition(".")[0].strip().lower()):
        return "is that of a device on Windows"
    return ""


def _page(shown: str, text: str) -> Iterator[Problem]:
    front = _FRONT.match(text)
    if front and (mark := re.search(r"[<>]", front.group())):
        yield _problem(
            shown, text, mark.start(), "html-in-text", "a heading of a file holds a tag", "write words alone"
        )
    bare = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), text)
    for tag in _TAG.finditer(bare):
        if said := _harm(tag["name"].lower(), tag["rest"]):
            yield _problem(shown, text, tag.start(), *said)
    for attributes in _LIST.finditer(bare):
        if said := _harm("", attributes.group().strip("{:} ")):
            yield _problem(shown, text, attributes.start(), *said)
    for link in _LINK.finditer(bare):
        target = link["inline"] or link["set"] or ""
        kind = "src" if link["picture"] else "href"
        if said := _harm_of_address(kind, target):
            yield _problem(shown, text, link.start(), *said)


def _drawing(shown: str, text: str) -> Iterator[Problem]:
    if doctype := re.search(r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", text, re.IGNORECASE):
        yield _problem(shown, text, doctype.start(), "script-in-page", "a drawing reads other files", "save it plain")
    for tag in _TAG.finditer(text):
        name = tag["name"].lower().rpartition(":")[2]
        if name == "style" or (name == "a" and shown.endswith(".svg")):
            continue
        if said := _harm(name, tag["rest"].replace("xmlns:xlink", "xmlns")):
            yield _problem(shown, text, tag.start(), *said)


def _harm(name: str, rest: str) -> tuple[str, str, str] | None:
    """Return code, message and remedy for a tag that may not stand in a page, or None."""
    if name in _REFUSED:
        return "script-in-page", f"<{name}> may not stand in a page", "write Markdown"
    for key, quoted in _ATTRIBUTE.findall(rest):
        key, value = key.lower(), unescape(quoted.strip("\"'"))
        if key.startswith("on"):
            return "script-in-page", f"{key} would run a script", "leave it out"
        if key in ("srcdoc", "formaction", "ping", "http-equiv"):
            return "script-in-page", f"{key} may not stand in a page", "leave it out"
        if key == "style" and re.search(r"url\s*\(|expression|@import|\\", value, re.IGNORECASE):
            return "third-party", "a style loads a file", "put styles into a file below docs/assets/"
        if key == "class" and "mermaid" in value.lower().split():
            return "third-party", "diagrams load a script of another site", "draw it as a picture"
        if key in _LOADING | _LEADING and (said := _harm_of_address("src" if key in _LOADING else "href", value)):
            return said
    if re.search(r"(?:^|\s)\.mermaid\b", rest):
        return "third-party", "diagrams load a script of another site", "draw it as a picture"
    return None


def _harm_of_address(kind: str, value: str) -> tuple[str, str, str] | None:
    target = re.sub(r"[\x00-\x20]", "", unescape(value))
    scheme = _SCHEME.match(target)
    elsewhere = scheme is not None or target[:2] in ("//", "\\\\", "/\\", "\\/")
    if kind == "src" and (elsewhere or re.search(r",\s*(?:https?:)?//", value)):
        return "third-party", f'"{value}" is loaded from elsewhere', "put the file below docs/ and name it there"
    if scheme and scheme.group().lower() not in ("https:", "http:", "mailto:", "event:"):
        return "script-in-page", f'"{value}" is no address of a page', "write https://… or a path"
    return None


def _problem(shown: str, text: str, at: int, code: str, message: str, remedy: str) -> Problem:
    return Problem(shown, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), code, message, remedy)

"""Handwritten pages: nothing in them may run or load from elsewhere, and their names suit every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

from timeline import characters
from timeline.checks import page_harm
from timeline.problems import Problem
from timeline.project import disk, settings
from timeline.reading import yamlfile
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

MOST_OPENED = 2_000
"""Opening brackets and tags in one page: the Markdown converter's time grows with the square of those left open."""

LARGEST = 1_000_000
"""Characters of a page, a drawing or a style sheet: more than that nobody looks through."""

_LOOKED_INTO = {".md", ".svg", ".xml", ".css"}
_OURS = (
    {kind.section for kind in KINDS}
    | {"data", "embed", "search", "teach", "disputes", "corrections", "v"}
    | {"about/licences", "contribute/fields"}
)
"""Where the engine writes pages of its own."""

_CODE = re.compile(
    r"^([ \t]*)(`{3,}|~{3,})[^\n]*\n.*?^[ \t]*\2[^\n]*$|(?<!`)(`+)(?!`)[^\n]+?(?<!`)\3(?!`)", re.DOTALL | re.MULTILINE
)
_FRONT = re.compile(r"\A---[ \t]*\n(?P<text>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"<(?P<name>[A-Za-z][^\s/>]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)", re.DOTALL)
_LIST = re.compile(r"\{:?[ ]*[^{}\n]*\}")
_LINK = re.compile(
    r"(?P<picture>!?)\[[^\[\]]*\]\(\s*<?(?P<inline>[^\s)>]*)|^[ \t>*+.\d-]*\[[^\[\]]+\]:\s*<?(?P<set>[^\s>]+)",
    re.MULTILINE,
)
_PICTURE = re.compile(r"!\[[^\[\]]*\](?!\()")
"""A picture whose address stands elsewhere in the page, as that of any of its links may be."""


def handwritten_pages(corpus: Corpus) -> Iterator[Problem]:
    """Files below the folder of handwritten pages bring nothing that runs, and nothing from another site."""
    if not (found := settings.readable(corpus.root)):
        return
    name = found.get("docs_dir") or "docs"
    folder = corpus.root / name
    if not isinstance(name, str) or not folder.is_dir() or folder.is_symlink():
        return
    if not folder.is_relative_to(corpus.root) or ".." in folder.parts:
        return  # the settings have a problem of their own
    yield from _names(corpus.root, folder)
    left_out = GitIgnoreSpec.from_lines(str(found.get("exclude_docs") or "").splitlines())  # as MkDocs reads it
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.suffix.lower() not in _LOOKED_INTO:
            continue  # a link has a problem of its own, and a picture is not looked into
        shown = path.relative_to(corpus.root).as_posix()
        if left_out.match_file(path.relative_to(folder).as_posix()):
            continue
        try:
            text = disk.read(path, LARGEST + 1).decode("utf-8")
        except UnicodeDecodeError:
            yield Problem(shown, 1, 1, "not-utf-8", "the file is not UTF-8", "save it as UTF-8")
            continue
        if len(text) > LARGEST:
            message = f"the file has more than {LARGEST:,} characters, and nobody can look through it"
            yield Problem(shown, 1, 1, "file-too-large", message, "split it, or save a drawing as a picture")
        elif path.suffix.lower() == ".md":
            yield from _page(shown, text.replace("\r\n", "\n"))
        elif path.suffix.lower() == ".css":
            if away := page_harm.of_styles(text):
                remedy = "put the file below docs/ and name it there"
                yield _problem(shown, text, away.start(), "third-party", "a style loads a file from elsewhere", remedy)
        else:
            yield from _drawing(shown, text)


def _names(root: Path, folder: Path) -> Iterator[Problem]:
    taken: dict[str, str] = {}
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
        if path.suffix.lower() == ".js" and place.parts[0] != "assets":
            message = "a script of the timeline stands among its pages"
            yield Problem(shown, 1, 1, "stray-file", message, f"move it to {folder.name}/assets/, where owners look")
        if path.suffix == ".md" and (ours := _taken(place)):
            message = f"the engine writes its own pages below {ours}/"
            yield Problem(shown, 1, 1, "stray-file", message, "move it to another folder")


def _taken(place: Path) -> str:
    """Return the part of the site in which the engine would write over a page, or nothing."""
    parts = place.parent if place.stem in ("index", "README") else place.with_suffix("")
    address = "" if place.as_posix() == "embed.md" else f"{parts.as_posix()}/"  # a shell of its own
    return next((name for name in sorted(_OURS) if address.startswith(f"{name}/")), "")


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
    if (opened := text.count("[") + text.count("<")) > MOST_OPENED:
        message = f"{opened:,} brackets and tags are opened; the limit is {MOST_OPENED:,}"
        yield Problem(shown, 1, 1, "too-long", message, "make two pages of it")
    yield from _front(shown, text)
    yield from _unseen(shown, text)
    yield from _spelt(shown, text)


def _front(shown: str, text: str) -> Iterator[Problem]:
    """Yield what is wrong with the settings at the head of a page, which stand in its title and its tags."""
    if not (front := _FRONT.match(text)):
        return
    head = yamlfile.parse(("\n" + front["text"]).encode(), shown)
    yield from head.problems
    said = head.data if isinstance(head.data, dict) else {}
    for key, value in said.items():
        if re.search(r"[<>]", str(value)):
            yield head.problem((key,), "html-in-text", "a heading of a file holds a tag", "write words alone")
    if said.get("template", "home.html") not in ("home.html", "main.html"):
        yield head.problem(("template",), "wrong-setting", "no page has such a template", "write home.html")


def _unseen(shown: str, text: str) -> Iterator[Problem]:
    if hidden := characters.fault(text):
        yield _problem(shown, text, hidden.at, "hidden-character", hidden.message, hidden.remedy)
    elif reference := characters.fault_of_references(_bare(text)):
        message = f"{reference} brings in a character that cannot be seen, and changes what is read"
        yield _problem(shown, text, text.index(reference), "hidden-character", message, "remove it")


def _bare(text: str) -> str:
    """Return a page with blanks in the place of its code."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), text)


def _spelt(shown: str, text: str) -> Iterator[Problem]:
    bare = _bare(text)
    for tag in _TAG.finditer(bare):
        if said := page_harm.of_tag(tag["name"].lower(), tag["rest"]):
            yield _problem(shown, text, tag.start(), *said)
    for attributes in _LIST.finditer(bare):
        if said := page_harm.of_tag("", attributes.group().strip("{:} ")):
            yield _problem(shown, text, attributes.start(), *said)
    for link in _LINK.finditer(bare):
        target = link["inline"] or link["set"] or ""
        shows = link["picture"] or (link["set"] and _PICTURE.search(bare))
        if said := page_harm.of_address("src" if shows else "href", target):
            yield _problem(shown, text, link.start(), *said)


def _drawing(shown: str, text: str) -> Iterator[Problem]:
    if doctype := re.search(r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", text, re.IGNORECASE):
        yield _problem(shown, text, doctype.start(), "script-in-page", "a drawing reads other files", "save it plain")
    for tag in _TAG.finditer(text):
        name = tag["name"].lower().rpartition(":")[2]
        if name == "style" or (name == "a" and shown.endswith(".svg")):
            continue
        if said := page_harm.of_tag(name, tag["rest"].replace("xmlns:xlink", "xmlns")):
            yield _problem(shown, text, tag.start(), *said)
    if away := page_harm.of_styles(text):
        yield _problem(
            shown, text, away.start(), "third-party", "a drawing loads a file from elsewhere", "save it plain"
        )


def _problem(shown: str, text: str, at: int, code: str, message: str, remedy: str) -> Problem:
    return Problem(shown, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), code, message, remedy)

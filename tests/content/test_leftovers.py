"""Nothing that was meant for us alone: placeholders, marks of the engine, paths and hosts of the machine that built."""

import os
import re
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from harness import REPO

OURS = {".html", ".css", ".js", ".json", ".xml", ".csv", ".ics", ".bib", ".ris", ".txt", ".svg", ".webmanifest"}
EXPLAINING = "contribute/"
"""Where the pages lie that show marks and placeholders in order to explain them."""
EXAMPLE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def texts(site):
    """Our own text files; what Material brings lies in folders of assets/."""
    theirs = [site.directory / "assets" / name for name in ("javascripts", "stylesheets", "images")]
    files = [path for path in site.directory.rglob("*") if path.suffix in OURS]
    return {
        path.relative_to(site.directory).as_posix(): path.read_text(encoding="utf-8")
        for path in files
        if not any(path.is_relative_to(folder) for folder in theirs)
    }


@pytest.mark.parametrize(
    "pattern",
    [r"\bTemporary\.", r"\bTODO\b", r"\bFIXME\b", r"\bXXX\b", r"(?i)lorem ipsum", r"(?i)\bseed \d\d\d\b"],
)
def test_no_placeholder(pages, pattern):
    texts = {page.path: page.root.text for page in pages if not page.path.startswith(EXPLAINING)}
    assert [path for path, text in texts.items() if re.search(pattern, text)] == []


@pytest.mark.parametrize("mark", ["%%", "<!-- timeline:", "{{", "{%", "&amp;amp;", "&amp;lt;", "[@"])
def test_no_mark_of_the_engine(texts, mark):
    """Outside of examples in code, and of the pages that say how to write citations."""
    pages = {name: EXAMPLE.sub("", text) for name, text in texts.items() if name.endswith(".html")}
    if mark == "[@":
        pages = {name: text for name, text in pages.items() if not name.startswith(EXPLAINING)}
    assert [name for name, text in pages.items() if mark in text] == []


@pytest.mark.parametrize("word", ["None", "undefined", "nan", "Undefined", "Markup("])
def test_no_value_of_the_language(pages, word):
    """A cell, term or line that holds only that word was never given a value."""
    found = [
        (page.path, element.tag)
        for page in pages
        for element in page.elements
        if element.tag in ("dd", "dt", "td", "th", "li", "p", "b", "span", "a", "h1", "h2", "h3", "time")
        and element.text == word
    ]
    assert found == []


def test_no_path_of_this_machine(texts):
    paths = {str(REPO), str(Path.home()), tempfile.gettempdir(), sys.prefix, str(Path.cwd())} - {"/"}
    found = [(name, path) for name, text in texts.items() for path in paths if f"{path}/" in text]
    assert found == []


def test_no_host_of_a_package_index(texts):
    hosts = {"pypi.org", "files.pythonhosted.org", "registry.npmjs.org", "deb.debian.org", "proxy.golang.org"}
    for variable in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "UV_INDEX_URL", "npm_config_registry"):
        hosts |= {urlsplit(address).hostname or "" for address in os.environ.get(variable, "").split()}
    found = [(name, host) for name, text in texts.items() for host in hosts - {""} if f"//{host}" in text]
    assert found == []


def test_no_shell_is_left(site):
    assert not (site.directory / "shells").exists()
    files = [path for path in site.directory.rglob("*") if path.parent != site.directory / "data" / "v1"]
    assert [path for path in files if path.name.startswith(".") or path.suffix in (".md", ".j2")] == []

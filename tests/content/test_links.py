"""Every internal link and anchor of every page; a second opinion on timeline/hyperlinks.py."""

import os
import posixpath
from urllib.parse import unquote, urlsplit

from htmldoc import Document, Element

ADDRESSES = ("href", "src", "action", "poster", "data")


def addresses(document: Document) -> list[str]:
    found = [element.attributes[name] for element in document.elements for name in ADDRESSES if name in shown(element)]
    for element in document.elements:
        found += [part.split()[0] for part in element.attributes.get("srcset", "").split(",") if part.strip()]
        if element.attributes.get("http-equiv") == "refresh":
            found.append(element.attributes["content"].partition("url=")[2])
    return found


def shown(element: Element) -> dict[str, str]:
    """The attributes of an element, without those that are an address on another element only."""
    return {} if element.tag == "base" else element.attributes


def landing(document: Document, address: str) -> tuple[str, str]:
    """The file below the root that an address leads to, and its fragment."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if document.path == "404.html" and path.startswith("/"):  # a server shows it at any depth
        path = posixpath.relpath(path, urlsplit(os.environ.get("SITE_URL", "")).path or "/") + "/" * path.endswith("/")
    base = "/" + document.path
    target = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
    if path.endswith(("/", "/.", "/..")) or path in (".", "..") or target.endswith("/"):
        target = posixpath.join(target, "index.html")
    return target.lstrip("/"), unquote(parts.fragment)


def test_every_internal_link_leads_somewhere(site, documents):
    files = {path.relative_to(site.directory).as_posix() for path in site.directory.rglob("*") if path.is_file()}
    ids = {document.file.relative_to(site.directory).as_posix(): document.ids for document in documents}
    broken = []
    checked = 0
    for document in documents:
        for address in set(addresses(document)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            file, fragment = landing(document, address)
            checked += 1
            if file not in files:
                broken.append(f"{document.path}: {address} leads to no file")
            elif fragment and file.endswith(".html") and fragment not in ids[file]:
                broken.append(f"{document.path}: {address} leads to no id")
    assert broken == []
    assert checked > len(documents)


def test_links_are_relative_so_that_any_folder_will_do(documents):
    found = [
        f"{document.path}: {address}"
        for document in documents
        if document.path != "404.html"
        for address in addresses(document)
        if address.startswith(("/", "file:", "javascript:", "http://localhost", "http://127."))
    ]
    assert found == []


def test_no_link_is_empty(pages):
    """An empty href leads to the page itself; a lone # to its top: both are slips."""
    found = [
        f"{page.path}: {link.text!r}"
        for page in pages
        for link in page.root.all("a")
        if link.attributes.get("href", "x") in ("", "#")
    ]
    assert found == []


def test_every_link_has_a_name(pages):
    found = [
        f"{page.path}: {link.attributes}"
        for page in pages
        for link in page.root.all("a")
        if "href" in link.attributes and not (link.text or link.attributes.get("aria-label"))
    ]
    assert found == []


def test_former_ids_lead_to_the_present_page(site, documents):
    """Whatever record has aliases: each is a page that leads on."""
    for document in documents:
        if document.redirects:
            [target] = {link.attributes["href"] for link in document.root.all("a")}
            file, _ = landing(document, target)
            assert (site.directory / file).is_file(), document.path
            assert document.one("h1").text in (site.directory / file).read_text(encoding="utf-8")


def test_every_page_is_reached_from_the_home_page(site, pages):
    """In any number of steps; 404 and embeds are reached from elsewhere."""
    by_file = {page.file.relative_to(site.directory).as_posix(): page for page in pages}
    seen, waiting = set(), ["index.html"]
    while waiting:
        file = waiting.pop()
        if file in seen or file not in by_file:
            continue
        seen.add(file)
        links = [link.attributes.get("href", "") for link in by_file[file].root.all("a")]
        waiting += [landing(by_file[file], href)[0] for href in links if not urlsplit(href).scheme]
    orphans = {page.path for file, page in by_file.items() if file not in seen}
    assert {path for path in orphans if path != "404.html" and not path.startswith("embed/")} == set()

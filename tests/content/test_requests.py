"""Nothing from elsewhere: no page and no style asks another origin for anything."""

import re
from urllib.parse import urlsplit

import pytest

from timeline.website import bundles

# Elements that make a browser fetch something, and the attributes that say what.
FETCHING = {
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
DATA = {"application/json", "application/ld+json"}
"""Kinds of <script> that no browser runs."""

STATEMENTS = {
    *("alternate", "author", "canonical", "describedby", "help", "license", "me", "next", "prev", "service-desc"),
    "shortlink",
}
"""Kinds of <link> that say something and fetch nothing."""


def outside(address):
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def test_pages_fetch_only_from_the_site(documents):
    found = []
    for document in documents:
        for element in document.elements:
            if element.tag == "link" and set(element.attributes.get("rel", "").split()) <= STATEMENTS:
                continue
            addresses = [element.attributes.get(name, "") for name in FETCHING.get(element.tag, ())]
            addresses += re.findall(r"url\(\s*['\"]?([^'\")]+)", element.attributes.get("style", ""))
            found += [(document.path, element.tag, address) for address in addresses if outside(address)]
            found += [(document.path, element.tag, name) for name in ("ping", "manifest") if name in element.attributes]
    assert found == []


def test_inline_styles_and_scripts_name_no_other_origin(documents):
    found = [
        (document.path, address)
        for document in documents
        for element in document.elements
        if element.tag in ("style", "script") and element.attributes.get("type") not in DATA
        for address in re.findall(r"(?:https?:)?//[\w.-]+\.\w+", "".join(map(str, element.children)))
    ]
    assert found == []


def styles(site):
    return sorted((site.directory / "assets").rglob("*.css"))


def test_styles_fetch_only_from_the_site(site):
    assert styles(site)
    for path in styles(site):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "@import" not in text, path.name
        for address in re.findall(r"url\(\s*['\"]?(.*?)['\"]?\s*\)", text):
            if address.startswith(("data:", "#")):
                continue
            assert not outside(address), (path.name, address)
            assert (path.parent / address.partition("#")[0].partition("?")[0]).is_file(), (path.name, address)


@pytest.mark.parametrize("name", [f"{name}.js" for name in bundles.SCRIPTS])
def test_our_scripts_name_no_other_origin(site, name):
    text = (site.directory / "assets" / name).read_text(encoding="utf-8")
    found = re.findall(r"(?:https?:)?//[\w-]+\.[\w./-]+", text)
    # A namespace, an address in a message, and what stands before a DOI in the link that the form writes.
    named = ("http://www.w3.org/2000/svg", "https://example.org/the-page", "https://doi.org/")
    assert [address for address in found if address not in named] == []


def test_fonts_hold_all_the_letters_that_names_need(site):
    """Latin, extended Latin and Cyrillic with the Belarusian ў and і; a page loads only what it shows."""
    path = site.directory / "assets" / "fonts.css"
    families = {}
    for face in re.findall(r"@font-face\s*{(.*?)}", path.read_text(encoding="utf-8"), re.DOTALL):
        fields = dict(re.findall(r"([a-z-]+)\s*:\s*([^;]+)", face))
        if fields["src"].startswith("local("):
            continue  # the system's letters, until ours are there
        file = path.parent / re.search(r"url\((.*?)\)", fields["src"])[1]
        assert file.read_bytes()[:4] == b"wOF2", file.name
        assert fields["font-display"] == "swap"
        families.setdefault((fields["font-family"], fields["font-style"]), []).extend(ranges(fields["unicode-range"]))
    assert {name for name, _ in families} == {'"Timeline Serif"', '"Timeline Sans"'}
    for family, held in families.items():
        missing = [c for c in "Aż“”’–—…éŁłŚŭŠšДжыэЎўІіЁё№ʼ−↑" if not any(a <= ord(c) <= b for a, b in held)]
        assert missing == [], family


def ranges(text):
    for part in text.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        yield int(first, 16), int(last or first, 16)

"""The page about licences: whatever a site holds of others, with terms that come out of their own files."""

import re

import waterloo
from timeline.pages.licences import works
from timeline.pages.renderer import Renderer
from timeline.project.site import Site


def test_every_font_icon_and_map_has_terms_from_its_own_files():
    found = {work.name: work for work in works()}

    assert found["Source Serif 4"].terms == "SIL Open Font License, Version 1.1"
    assert {"Natural Earth", "Icons: material"} <= set(found)
    [theme] = [work for name, work in found.items() if re.fullmatch(r"Material for MkDocs [0-9.]+", name)]
    assert theme.terms == "MIT License" and "Martin Donath" in theme.text


def test_any_timeline_has_the_page():
    site = Site("A", licence="CC-BY-4.0", licence_url="https://example.org/by")
    [page] = [page for page in Renderer(waterloo.catalogue(), site).pages() if page.path == "about/licences/"]

    assert "https://example.org/by" in page.content
    assert all(work.name in page.content for work in works())

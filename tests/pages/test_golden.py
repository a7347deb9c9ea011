"""Golden files: the rendered content of one page of each kind, without the theme's frame, byte for byte.

After a change that is meant: `pytest tests/pages/test_golden.py --update-golden`, and read the diff.
"""

import pytest

import waterloo
from harness import REPO
from timeline.pages.renderer import Renderer
from timeline.project.site import Links, Site

GOLDEN = REPO / "tests/golden"
LINKS = Links("about/", "about/#sources", "contribute/")
SITE = Site("From Cannae to Waterloo", "https://example.org/sub/", links=LINKS, media=waterloo.ROOT / "reference/media")

CHOSEN = (
    "events/1815-waterloo/",  # everything that an event can have
    "events/bc216-cannae/",  # before the common era, about, with a range among the figures
    "events/181x-printers-marks/",  # a decade; every awkward mark
    "events/1826-lions-mound/",  # an open end; a source without title
    "events/1815-return/",  # a word of the glossary
    "eras/antiquity/",  # an alias; a list; sources
    "eras/middle-ages/",  # no event
    "topics/power/",
    "people/hannibal/",  # names in Greek and Arabic; cites
    "people/duke-of-wellington/",  # nothing but a name
    "places/saint-helena/",  # south and west
    "about/audit/2020-01-03/",  # a sample by seed; a former id
    "story/never-again/",  # a question to walk by
    "sources/polybius-histories/",  # a file of its own
    "sources/sample-marks/",  # defined in an event
    "sources/untitled-mound/",  # without a title
    "teach/modern-times/slides/",
    "teach/modern-times/answers/",
    "teach/modern-times/",  # everything that a classroom pack can have
    "teach/assign/",
    "teach/wall/",
    "teach/wall/strips/",  # every kind of box
    "teach/wall/map-blank/",
    "teach/antiquity/",  # no more than it must
    "embed/",
    "embed/antiquity/",
)
"""Addresses of the pages with a golden file; every index has one too."""


def rendered():
    """Return the content of pages, fragments and redirects under the name of their golden file."""
    renderer = Renderer(waterloo.catalogue(), SITE)
    pages = list(renderer.pages())
    found = {page.path: page.content for page in pages if page.path in CHOSEN or page.kind == "index"}
    found |= {f"fragments/{name}/": fragment("") for name, fragment in renderer.fragments().items()}
    found |= {f"redirects/{path}": html for path, html in renderer.redirects()}
    made_of_packages = {"licences"}  # another version of one changes it
    assert {page.kind for page in pages if page.path in found} == {page.kind for page in pages} - made_of_packages
    return {f"{path.rstrip('/')}.html": f"{html}\n" for path, html in found.items()}


RENDERED = rendered()


@pytest.mark.parametrize("name", RENDERED)
def test_content_is_as_it_was(name, request):
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(RENDERED[name].encode())

    assert path.is_file(), "write it with --update-golden"
    assert path.read_bytes().decode() == RENDERED[name]


def test_no_golden_file_is_left_of_a_page_that_is_gone(request):
    left = {path for path in GOLDEN.rglob("*.html") if path.relative_to(GOLDEN).as_posix() not in RENDERED}
    if request.config.getoption("--update-golden"):
        for path in left:
            path.unlink()
        left.clear()

    assert left == set()


def test_rendering_twice_gives_the_same():
    assert rendered() == RENDERED

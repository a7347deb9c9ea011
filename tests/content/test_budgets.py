"""What a reader must load; and that a page about one event does not grow with the number of events."""

import gzip
import re

import pytest

from timeline.website import frame as website_frame

KB = 1024
ABOUT = ("tl-prose", "tl-links", "tl-prevnext", "tl-dispute", "tl-note", "tl-chart__moments", "tl-map__drawn")
"""The parts of an event's page that may lead to other events."""

FEATURES = "|".join(feature.name for feature in website_frame.FEATURES)
"""What a page loads only if it holds it: a chart."""


def test_event_pages_are_small(pages):
    """As they are sent: what makes the largest long is the list of their sources, which is what they are for."""
    sizes = {page.path: len(gzip.compress(page.source.encode())) for page in pages if page.kind == "events"}
    assert {path: size for path, size in sizes.items() if size > 20 * KB} == {}
    assert sorted(sizes.values())[len(sizes) // 2] <= 14 * KB


def test_few_event_pages_are_long(pages):
    """Charts are what grows by itself: one in ten pages may have more than 60 kB, and none more than 100."""
    sizes = sorted(len(page.source.encode()) for page in pages if page.kind == "events")
    assert sizes[-1] <= 100 * KB and sizes[len(sizes) * 9 // 10] <= 60 * KB


def test_home_page_is_small(site):
    """The list of all events is three quarters of it; names and figures come when somebody asks for them."""
    assert (site.directory / "index.html").stat().st_size <= 150 * KB
    assert len(gzip.compress((site.directory / "index.html").read_bytes())) <= 32 * KB
    assert len(gzip.compress((site.directory / "search" / "names.js").read_bytes())) <= 26 * KB


FONTS = ("assets/fonts/serif-latin-normal.woff2", "assets/fonts/sans-latin-normal.woff2")
"""What every page shows; letters of other languages come where a page has them."""

FETCHED = re.compile(r'<(?:link rel="stylesheet" href|script src|img src)="[./]*(assets/[\w./-]+)"')


@pytest.mark.parametrize(("path", "most"), [("", 116), ("events/1994-presidential-election/", 76), ("disputes/", 150)])
def test_a_first_visit_is_light(path, most, site):
    """Page, styles, scripts, pictures and fonts, compressed; headers are some four kilobytes more."""
    html = (site.directory / path / "index.html").read_bytes()
    files = [site.directory / name for name in {*FONTS, *FETCHED.findall(html.decode())}]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}

    assert {"site.css", "site.js", "fonts.css"} <= set(sizes)
    assert len(gzip.compress(html, 9)) + sum(sizes.values()) <= most * KB, sizes


# The form is one page's own, and holds what no server is asked: every rule of the check (13 kB), the page as it will
# look (6 kB), dates and texts as they are read (5 kB), fields, drafts and files (10 kB). What few need is to
# come by itself, as the reader of references does, which knows seven ways of writing one down in prose (2 kB).
# The search hears names as other languages spell them, which takes 300 bytes.
@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("site.css", 11),
        ("timeline.css", 4),
        ("print.css", 2),
        ("site.js", 3),
        ("form.js", 35),
        ("references.js", 5),
        ("tongues.js", 3),
        ("places.js", 4),
        ("correcting.js", 3),
        ("search.js", 3.4),
        ("classroom.js", 5),
    ],
)
def test_our_styles_and_scripts_are_small(site, pattern, most):
    files = sorted((site.directory / "assets").glob(pattern))
    size = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert files and size <= most * KB, f"{size} bytes gzipped"


def test_no_font_file_is_large(site):
    assert [path for path in site.directory.rglob("*.woff2") if path.stat().st_size > 64 * KB] == []


def test_search_index_is_small(site):
    index = (site.directory / "search" / "search_index.json").read_bytes()
    assert len(gzip.compress(index)) <= 300 * KB


def test_the_frame_is_the_same_on_every_event_page(pages):
    """All but the article, the head's own lines and what only charts load is the shell, however many events."""
    frames = set()
    for page in pages:
        if page.kind == "events":
            frame = re.sub(r"<article.*</article>", "", page.source, flags=re.DOTALL)
            frame = re.sub(
                r"<title>.*?</title>|<meta (name=\"description\"|property=\"og:).*?>", "", frame, flags=re.DOTALL
            )
            own = r"<link rel=\"alternate\" type=\"application/json\".*?</script>"  # timeline/metadata.py
            frame = re.sub(own, "", frame, flags=re.DOTALL)
            frame = re.sub(
                rf"\n<(link|script)[^>]* (href|src)=\"[./]*assets/({FEATURES})\.(css|js)\".*?(?=\n)", "", frame
            )
            frames.add(frame.replace(page.path, ""))
    assert len(frames) == 1
    assert len(frames.pop()) < 15 * KB


def test_event_pages_link_only_to_what_they_are_about(pages):
    """Links to other events: the typed ones, those in the text, and the two neighbours."""
    for page in pages:
        if page.kind != "events":
            continue
        boxes = [box for class_ in ABOUT for box in page.root.all(class_=class_)]
        meant = {link.attributes["href"] for box in boxes for link in box.all("a")}
        linked = {link.attributes["href"] for link in page.root.all("a")}
        events = {href for href in linked if href.startswith("../../events/") and href != "../../events/"}
        assert events <= meant, page.path

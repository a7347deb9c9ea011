"""What crawlers ask for: the sitemap with the day of each page's last change, and robots.txt."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

import pytest
from markupsafe import Markup

from timeline.pages.page import Page
from timeline.project.history import Change, History
from timeline.project.site import Site
from timeline.website import sitemap

PAGES = [
    Page("events/a/", "A & B", "d", Markup("c"), "events/", "event", file="events/a.yaml"),
    Page("events/b/", "B", "d", Markup("c"), "events/", "event", file="events/b.yaml"),
    Page("people/", "P", "d", Markup("c"), "people/", "index"),
    Page("embed/", "E", "d", Markup("c"), "embed/", "embed", listed=False),
]
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def day(number):
    return Change(datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 1, number, 12, tzinfo=UTC))


HISTORY = History(files={"events/a.yaml": day(3), "reference/places.yaml": day(7), "docs/about.md": day(5)})


def written(tmp_path, url, history=HISTORY):
    paths = ("", "about/", "events/a/", "embed/", "shells/", "shells/record/")
    rows = "".join(f"<url><loc>{url.replace('&', '&amp;')}{path}</loc></url>" for path in paths)
    (tmp_path / "sitemap.xml").write_text(f"<urlset>{rows}</urlset>", encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(b"old")
    sitemap.write(tmp_path, Site("A", url=url, history=history), PAGES)
    assert not (tmp_path / "sitemap.xml.gz").exists()


def entries(tmp_path):
    root = ET.parse(tmp_path / "sitemap.xml").getroot()
    return {url.findtext(f"{SPACE}loc"): url.findtext(f"{SPACE}lastmod") for url in root.iter(f"{SPACE}url")}


@pytest.mark.parametrize("url", ["https://a.b/", "https://a.b/shells/", "https://a.b/x&y/"])
def test_the_sitemap_names_listed_and_handwritten_pages_and_no_shells(url, tmp_path):
    written(tmp_path, url)

    assert [f"{url}{path}" for path in ("", "about/", "events/a/", "events/b/", "people/")] == list(entries(tmp_path))


def test_a_page_changed_when_its_file_did_and_a_list_with_the_last_record(tmp_path):
    written(tmp_path, "https://a.b/")

    assert entries(tmp_path) == {
        "https://a.b/": "2020-01-07",
        "https://a.b/about/": "2020-01-05",
        "https://a.b/events/a/": "2020-01-03",
        "https://a.b/events/b/": None,
        "https://a.b/people/": "2020-01-07",
    }


def test_no_date_is_claimed_where_there_is_no_history(tmp_path):
    written(tmp_path, "https://a.b/", History())

    assert set(entries(tmp_path).values()) == {None}


def test_robots_may_read_all_and_learn_where_the_sitemap_is(tmp_path):
    written(tmp_path, "https://a.b/")
    robots = RobotFileParser()
    robots.parse((tmp_path / "robots.txt").read_text(encoding="utf-8").splitlines())

    assert robots.can_fetch("anybody", "https://a.b/events/a/")
    assert robots.site_maps() == ["https://a.b/sitemap.xml"]


def test_without_an_address_there_is_no_sitemap(tmp_path):
    written(tmp_path, "")

    assert [path.name for path in tmp_path.iterdir()] == ["robots.txt"]
    assert "Sitemap" not in (tmp_path / "robots.txt").read_text(encoding="utf-8")

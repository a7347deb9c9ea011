"""The preview: where it listens, and what it shows on its pages."""

import os
import socket

import pytest

from timeline.problems import Problem
from timeline.website import preview

WRONG = Problem("events/1815-ligny.yaml", 2, 7, "bad-date", '"1815-13" has month 13 & more', "months run from 01 to 12")


@pytest.fixture
def site(tmp_path):
    for name in ("index.html", "events/1815-ligny/index.html", "places/index.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<html><body class=a><p>Hi</p></body></html>", encoding="utf-8")
    return tmp_path


def test_a_busy_port_is_told_with_a_free_one():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        message, remedy = preview.fault(f"127.0.0.1:{port}")

    assert message == f"another program listens at 127.0.0.1:{port} already"
    free = remedy.rpartition(" ")[2]
    assert remedy.startswith("stop it, or write --address 127.0.0.1:") and free != f"127.0.0.1:{port}"
    assert preview.fault(free) is None


@pytest.mark.parametrize("address", ["8000", "127.0.0.1", "127.0.0.1:http", "127.0.0.1:0", "127.0.0.1:65536", ":8000"])
def test_an_address_that_is_none_is_told(address):
    assert preview.fault(address) == (f'"{address}" is no HOST:PORT', "write --address 127.0.0.1:8000")


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("events/1815-ligny.yaml", "events/1815-ligny/"),
        ("reference/actors/blucher.yaml", "people/blucher/"),
        ("reference/series/losses.yaml", "figures/#losses"),
        ("reference/places.yaml", "places/"),
        ("reference/story.yaml", "story/"),
        ("docs/index.md", ""),
        ("docs/about.md", "about/"),
        ("docs/contribute/index.md", "contribute/"),
        ("docs/assets/a.css", None),
        ("mkdocs.yml", None),
    ],
)
def test_a_file_has_the_page_that_it_makes(file, address):
    assert preview.address_of(file) == address


def test_mistakes_stand_on_every_page_with_ways_to_file_and_page(site, monkeypatch):
    monkeypatch.setenv(preview.EDITOR, "edit://{path}?{line}.{column}")

    preview.show(site, site.parent, [WRONG], ["reference/places.yaml"])

    page = (site / "places/index.html").read_text(encoding="utf-8")
    assert page.startswith('<html><body class=a><div role="alert" class="tl-problems"><p>1 error in 1 file.')
    assert (
        f'<a href="edit://{site.parent.as_posix()}/events/1815-ligny.yaml?2.7">events/1815-ligny.yaml:2:7</a>' in page
    )
    assert "has month 13 &amp; more" in page and "<br>months run from 01 to 12" in page
    assert '<a href="../events/1815-ligny/">its page</a>' in page
    assert '<a href="events/1815-ligny/">its page</a>' in (site / "index.html").read_text(encoding="utf-8")


def test_what_was_saved_is_led_to_from_every_other_page(site):
    preview.show(site, site.parent, [], ["events/1815-ligny.yaml", "events/unknown.yaml"])

    assert (
        '<p role="status" class="tl-saved">Saved: <a href="../events/1815-ligny/">events/1815-ligny.yaml</a></p>'
        in (site / "places/index.html").read_text(encoding="utf-8")
    )
    assert "tl-saved" not in (site / "events/1815-ligny/index.html").read_text(encoding="utf-8")


def test_only_what_changed_since_the_last_build_was_saved(tmp_path):
    path = tmp_path / "events/a.yaml"
    path.parent.mkdir()
    path.write_text("a: 1", encoding="utf-8")

    times, first = preview.saved({}, tmp_path, ["events", "docs"])
    _, second = preview.saved(times, tmp_path, ["events", "docs"])
    os.utime(path, ns=(1, 1))
    _, third = preview.saved(times, tmp_path, ["events", "docs"])

    assert (first, second, third) == ([], [], ["events/a.yaml"])

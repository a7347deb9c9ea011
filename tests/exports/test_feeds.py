"""Feeds: read by feedparser and as JSON Feed; dates come from the history of files and nowhere else."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest

import waterloo
from timeline.dates import parse
from timeline.exports import feeds
from timeline.exports.identifiers import urn
from timeline.project.history import Change, History
from timeline.project.site import Site
from timeline.records.event import Correction

FIRST = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LAST = datetime(2026, 6, 7, tzinfo=UTC)
HISTORY = History(
    LAST, {"events/1815-waterloo.yaml": Change(LAST, LAST), "events/1815-return.yaml": Change(FIRST, LAST)}
)
SITE = Site("From Cannae to Waterloo", "https://example.org/sub/", licence="CC-BY-4.0", history=HISTORY)
CATALOGUE = waterloo.catalogue()


def read(site=SITE, catalogue=CATALOGUE):
    """Return the feeds by name: Atom as feedparser sees it, JSON Feed as plain data."""
    found = dict(feeds.files(catalogue, site))
    parsed = {name: feedparser.parse(text.encode()) for name, text in found.items() if name.endswith(".atom")}
    assert [name for name, feed in parsed.items() if feed.bozo] == []
    return parsed | {name: json.loads(text) for name, text in found.items() if name.endswith(".json")}


def corrected(*corrections):
    """Return the catalogue in which Waterloo has corrections."""
    item = CATALOGUE.events["1815-waterloo"]
    record = item.record.model_copy(update={"corrections": tuple(Correction.model_validate(c) for c in corrections)})
    return replace(CATALOGUE, events={**CATALOGUE.events, item.id: replace(item, record=record)})


def test_both_forms_hold_every_event():
    found = read()

    assert {e.title for e in found["feed.atom"].entries} == {i.record.title for i in CATALOGUE.events.values()}
    assert [e.id for e in found["feed.atom"].entries] == [e["id"] for e in found["feed.json"]["items"]]
    assert len({e.id for e in found["feed.atom"].entries}) == len(CATALOGUE.events)


def test_an_entry_says_when_and_what_and_where():
    entry = next(e for e in read()["feed.atom"].entries if e.link.endswith("/events/1815-return/"))

    assert entry.link == "https://example.org/sub/events/1815-return/"
    assert (entry.published, entry.updated) == ("2026-01-02T03:04:05Z", "2026-06-07T00:00:00Z")
    assert entry.summary.startswith("1 March 1815. Napoleon left Elba")
    assert [tag.term for tag in entry.tags] == ["Crowns & treaties"]


def test_the_newest_comes_first():
    titles = [entry["title"] for entry in read()["feed.json"]["items"]]

    assert titles[-1] == "Napoleon lands in France"


def test_the_feed_is_as_new_as_its_newest_entry():
    feed = read()["feed.atom"].feed

    assert (feed.updated, feed.rights, feed.author) == ("2026-06-07T00:00:00Z", "CC-BY-4.0", SITE.name)
    assert {link.rel: link.href for link in feed.links} == {
        "self": "https://example.org/sub/data/v1/feed.atom",
        "alternate": "https://example.org/sub/",
    }


def test_json_feed_has_what_version_1_1_asks_for():
    feed = read()["feed.json"]

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["home_page_url"], feed["feed_url"]) == (SITE.url, f"{SITE.url}data/v1/feed.json")
    assert all(item["id"] and item["content_text"] and item["url"].startswith(SITE.url) for item in feed["items"])


def test_without_an_address_atom_links_are_relative_and_json_has_none():
    found = read(Site("From Cannae to Waterloo"))

    assert {e.link[:13] for e in found["feed.atom"].entries} == {"../../events/"}
    assert not any("url" in item for item in found["feed.json"]["items"])


def test_ids_do_not_hang_on_address_or_history():
    elsewhere = read(Site(SITE.name, "https://elsewhere.example/"))

    assert {e.id for e in read()["feed.atom"].entries} == {e.id for e in elsewhere["feed.atom"].entries}


def test_an_event_that_was_renamed_keeps_its_first_id():
    ids = {e.id for e in read()["feed.atom"].entries}
    aliased = [i for i in CATALOGUE.events.values() if i.record.aliases]

    assert aliased and {urn(SITE, "event", i.record.aliases[0]) for i in aliased} <= ids


def test_an_event_that_was_renamed_was_published_under_its_first_name():
    item = next(item for item in CATALOGUE.events.values() if item.record.aliases)
    former = f"events/{item.record.aliases[0]}.yaml"
    history = replace(HISTORY, files={former: Change(FIRST, FIRST), item.file: Change(LAST, LAST)})

    entry = next(
        e for e in read(replace(SITE, history=history))["feed.json"]["items"] if e["title"] == item.record.title
    )

    assert (entry["date_published"], entry["date_modified"]) == ("2026-01-02T03:04:05Z", "2026-06-07T00:00:00Z")


def test_no_correction_makes_an_empty_feed_that_is_whole():
    found = read(catalogue=corrected())

    assert (found["corrections.atom"].entries, found["corrections.json"]["items"]) == ([], [])
    assert found["corrections.atom"].feed.updated == "2026-06-07T00:00:00Z"


def test_corrections_are_entries_of_their_own():
    catalogue = corrected(
        {"date": "2026-03-01", "change": "The losses stood as 61,000", "reason": "The source says 16,000."},
        {"date": "2026-04-01", "change": "A name."},
    )
    newest, oldest = read(catalogue=catalogue)["corrections.atom"].entries

    assert (newest.updated, oldest.updated) == ("2026-04-01T00:00:00Z", "2026-03-01T00:00:00Z")
    assert oldest.summary == "1 March 2026. The losses stood as 61,000. The source says 16,000."
    assert oldest.link == "https://example.org/sub/events/1815-waterloo/#corrections"
    assert newest.id != oldest.id


@pytest.mark.parametrize("edtf", ["-0043-03-15"])
def test_a_day_that_feeds_cannot_write_is_left_out(edtf):
    [entry] = read(catalogue=corrected({"date": parse(edtf), "change": "A name."}))["corrections.json"]["items"]

    assert entry["date_published"] == "2026-06-07T00:00:00Z"


def test_a_feed_holds_the_newest_only(monkeypatch):
    monkeypatch.setattr(feeds, "MOST", 2)

    assert len(read()["feed.atom"].entries) == 2


def test_the_page_of_corrections_leads_readers_to_its_feeds(site):
    """As a feed reader finds them: by the links in the head of the page."""
    html = (site.directory / "corrections/index.html").read_text(encoding="utf-8")
    feed = feedparser.parse((site.directory / "data/v1/corrections.atom").read_bytes())
    number = len(re.findall(r'<li>\s*<p class="tl-date">', html))

    assert not feed.bozo
    assert re.findall(r'<link rel="alternate" type="([^"]+)" title="Corrections" href="([^"]+)">', html) == [
        ("application/atom+xml", "../data/v1/corrections.atom"),
        ("application/feed+json", "../data/v1/corrections.json"),
    ]
    assert all(f'<a href="../data/v1/corrections.{form}">' in html for form in ("atom", "json"))
    assert len(feed.entries) == number


def test_an_entry_has_the_picture_of_its_event_and_says_what_it_shows():
    site = replace(SITE, media=waterloo.ROOT / "reference/media")
    medium = next(item for item in CATALOGUE.media.values() if item.record.events)
    found = read(site)
    title = CATALOGUE.events[medium.record.events[0]].record.title
    entry = next(one for one in found["feed.atom"].entries if one.title == title)
    item = next(one for one in found["feed.json"]["items"] if one["title"] == title)

    (picture,) = entry.enclosures
    assert picture.href == item["image"] == item["attachments"][0]["url"]
    assert picture.href.startswith("https://example.org/sub/assets/media/") and picture.type.startswith("image/")
    assert item["attachments"][0]["title"] == medium.record.alt
    assert [one for one in found["feed.json"]["items"] if "image" in one] != found["feed.json"]["items"]

"""What pages say of themselves: read back, safe, and no finer than the record."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

import waterloo
from timeline import metadata
from timeline.dates import parse
from timeline.history import Change, History
from timeline.page import Site

CATALOGUE = waterloo.catalogue()
CHANGED = datetime(2026, 6, 7, tzinfo=UTC)
SITE = Site(
    "From Cannae & back",
    "https://example.org/sub/",
    version="2026-06-07 (abc)",
    licence="CC-BY-4.0",
    licence_url="https://example.org/by",
    history=History(CHANGED, {"events/1815-return.yaml": Change(CHANGED, CHANGED)}),
)


class Head(HTMLParser):
    """Collects the metas, links and the JSON-LD of a head."""

    def __init__(self, html):
        super().__init__()
        self.metas, self.links, self.texts = [], [], []
        self.feed(html)
        [self.about] = map(json.loads, self.texts)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta":
            self.metas.append((values["name"], values["content"]))
        elif tag == "link":
            self.links.append(values["href"])

    def handle_data(self, data):
        if data.strip():
            self.texts.append(data)


def event(id_, site=SITE):
    return Head(metadata.of_event(CATALOGUE, site, CATALOGUE.events[id_]))


def test_an_event_has_tags_for_reference_managers():
    assert event("1815-return").metas == [
        ("citation_title", "Napoleon lands in France"),
        ("citation_publisher", "From Cannae & back"),
        ("citation_publication_date", "2026/06/07"),
        ("citation_language", "en"),
        ("citation_public_url", "https://example.org/sub/events/1815-return/"),
        ("DC.title", "Napoleon lands in France"),
        ("DC.date", "2026-06-07"),
        ("DC.type", "Text"),
        ("DC.language", "en"),
        ("DC.identifier", "https://example.org/sub/events/1815-return/"),
        ("DC.coverage", "1815-03-01"),
        ("DC.rights", "https://example.org/by"),
    ]


def test_an_event_is_an_article_about_an_event():
    about = event("1815-waterloo").about

    assert (about["@type"], about["about"]["@type"]) == ("Article", "Event")
    assert about["about"]["location"][0]["@type"] == "Place"
    assert len(about["citation"]) == len(CATALOGUE.events["1815-waterloo"].record.citations)


def test_it_leads_to_its_data():
    assert event("1815-return").links == ["../../data/v1/events/1815-return.json"]


def test_marks_do_no_harm():
    head = event("181x-printers-marks")

    assert (
        head.about["headline"] == dict(head.metas)["DC.title"] == CATALOGUE.events["181x-printers-marks"].record.title
    )


def test_a_text_cannot_end_the_script():
    site = replace(SITE, name="</script><b>&amp;")

    assert event("1815-return", site).about["isPartOf"]["name"] == "</script><b>&amp;"


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1815-03-01", "1815-03-01", None),
        ("1815-03", "1815-03", None),
        ("1815-03/1815-04-02", "1815-03", "1815-04-02"),
        ("1815-03-01/..", "1815-03-01", None),
        ("1815~", None, None),
        ("181X", None, None),
        ("-0215-08", None, None),
    ],
)
def test_dates_are_no_finer_than_the_record(edtf, start, end):
    item = CATALOGUE.events["1815-return"]
    dated = replace(item, record=item.record.model_copy(update={"date": parse(edtf)}))
    about = Head(metadata.of_event(CATALOGUE, SITE, dated)).about

    assert (about["about"].get("startDate"), about["about"].get("endDate")) == (start, end)
    assert about["temporalCoverage"] == edtf


def test_an_era_is_an_article_too():
    about = Head(metadata.of_era(CATALOGUE, SITE, CATALOGUE.eras["antiquity"])).about

    assert (about["@type"], about["temporalCoverage"]) == ("Article", CATALOGUE.eras["antiquity"].record.date.text)


def test_the_dataset_says_what_it_holds():
    about = Head(metadata.of_dataset(CATALOGUE, SITE)).about

    assert (about["@type"], about["version"], about["url"]) == (
        "Dataset",
        "2026-06-07 (abc)",
        "https://example.org/sub/data/",
    )
    assert {part["contentUrl"] for part in about["distribution"]} == {
        f"https://example.org/sub/data/v1/{name}" for name in metadata.MEDIA
    }


def test_without_address_licence_and_checkout_nothing_is_made_up():
    head = event("1815-return", Site("A name"))

    assert [name for name, _ in head.metas] == [
        *("citation_title", "citation_publisher", "citation_language"),
        *("DC.title", "DC.type", "DC.language", "DC.coverage"),
    ]
    assert not {"url", "license", "dateModified"} & set(head.about)


def test_an_event_of_which_nobody_knows_when_it_was_changed_has_no_date():
    names = [name for name, _ in event("1815-waterloo").metas]

    assert "citation_title" in names
    assert {"citation_publication_date", "DC.date"}.isdisjoint(names)

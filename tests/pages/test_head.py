"""What pages say of themselves: read back, safe, and no finer than the record."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

import waterloo
from timeline.dates import parse
from timeline.pages import head as metadata
from timeline.project.history import Change, History
from timeline.project.site import Site

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


def page(function, kind, id_, site=SITE):
    return Head(function(CATALOGUE, site, getattr(CATALOGUE, kind)[id_]))


def test_an_event_has_tags_for_reference_managers():
    assert event("1815-return").metas == [
        ("z:itemType", "webpage"),
        ("citation_title", "Napoleon lands in France"),
        ("citation_publisher", "From Cannae & back"),
        ("citation_publication_date", "2026/06/07"),
        ("citation_language", "en"),
        ("citation_public_url", "https://example.org/sub/events/1815-return/"),
        ("DC.title", "Napoleon lands in France"),
        ("DC.date", "2026-06-07"),
        ("DC.publisher", "From Cannae & back"),
        ("DC.language", "en"),
        ("DC.identifier", "https://example.org/sub/events/1815-return/"),
        ("DC.rights", "https://example.org/by"),
        ("DC.type", "Text"),
        ("DCTERMS.temporal", "1815-03-01"),
    ]


def test_where_it_was_is_said_too():
    assert [value for name, value in event("1815-waterloo").metas if name == "DCTERMS.spatial"] == ["Waterloo"]


def test_no_tag_makes_zotero_take_a_date_for_a_shelf_or_a_group_for_a_person():
    for head in (event("1815-waterloo"), Head(metadata.of_dataset(CATALOGUE, SITE))):
        assert not {"DC.coverage", "DC.creator", "citation_author", "author"} & {name for name, _ in head.metas}


def test_the_page_of_a_source_tells_of_the_source():
    metas = page(metadata.of_source, "sources", "sample-marks").metas
    record = CATALOGUE.sources["sample-marks"].record

    assert dict(metas)["z:itemType"] == metadata.ZOTERO.get(record.type, "document")
    assert dict(metas)["citation_title"] == record.title
    assert SITE.name not in dict(metas).values()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"author": ("Clark, Christopher", "A Committee")}, [("citation_author", "Clark, Christopher")]),
        ({"issued": parse("1815-06")}, [("citation_publication_date", "1815/06"), ("DC.date", "1815-06")]),
        ({"issued": parse("1815~")}, [("DC.date", "1815~")]),
        ({"page": "7-9"}, [("prism.startingPage", "7"), ("prism.endingPage", "9")]),
        (
            {"type": "article-newspaper", "container_title": None, "publisher": "The Times"},
            [("z:itemType", "newspaperArticle"), ("prism.publicationName", "The Times")],
        ),
        ({"type": "book", "container_title": None, "isbn": "1"}, [("z:itemType", "book"), ("citation_isbn", "1")]),
        (
            {"type": "webpage", "container_title": None, "publisher": None, "url": "https://www.example.com/a"},
            [("prism.publicationName", "example.com")],
        ),
    ],
)
def test_a_source_in_the_words_of_zotero(changes, expected):
    item = CATALOGUE.sources["untitled-mound"]
    changed = replace(item, record=item.record.model_copy(update={"author": (), "issued": None, **changes}))
    metas = Head(metadata.of_source(CATALOGUE, SITE, changed)).metas
    names = {name for name, _ in expected}

    assert [tag for tag in metas if tag[0] in names] == expected
    assert ("citation_publication_date" in dict(metas)) == ("citation_publication_date" in names)


def test_it_leads_to_its_data():
    assert event("1815-return").links == ["../../data/v1/events/1815-return.json"]


def test_marks_do_no_harm():
    head = event("181x-printers-marks")

    assert (
        head.about["headline"] == dict(head.metas)["DC.title"] == CATALOGUE.events["181x-printers-marks"].record.title
    )


def test_the_page_of_corrections_leads_to_their_feed():
    head = Head(metadata.of_list(CATALOGUE, SITE, "corrections", "corrections/", "Corrections", "What was changed."))

    assert head.links == ["../data/v1/corrections.json"]


def test_without_address_licence_and_checkout_nothing_is_made_up():
    head = event("1815-return", Site("A name"))

    assert [name for name, _ in head.metas] == [
        *("z:itemType", "citation_title", "citation_publisher", "citation_language"),
        *("DC.title", "DC.publisher", "DC.language", "DC.type", "DCTERMS.temporal"),
    ]
    assert not {"url", "license", "dateModified", "datePublished"} & set(head.about)

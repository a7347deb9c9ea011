"""Linked data: every word is one of schema.org's, used for what it is meant for, and no date is finer than known."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

import waterloo
from timeline.dates import parse
from timeline.exports import inventory
from timeline.pages import linked_data
from timeline.project.history import Change, History
from timeline.project.site import Site
from timeline.records.source import CslType
from vocabulary import graph, misuses

CATALOGUE = waterloo.catalogue()
FILE = CATALOGUE.events["1815-return"].file
WHEN = datetime(2026, 6, 7, tzinfo=UTC)
SITE = Site(
    "From Cannae & back",
    "https://example.org/sub/",
    version="2026-06-07 (abc)",
    licence="CC-BY-4.0",
    licence_url="https://example.org/by",
    history=History(WHEN, {FILE: Change(datetime(2026, 1, 2, tzinfo=UTC), WHEN)}),
    description="A handful of battles.",
)
BARE = Site("A name")


def things(site):
    """Return every description that the timeline has, by the name of what it describes."""
    yield from ((i.id, linked_data.event(CATALOGUE, site, i, "2026-06-07")) for i in CATALOGUE.events.values())
    yield from ((i.id, linked_data.era(CATALOGUE, site, i, "2026-06-07")) for i in CATALOGUE.eras.values())
    yield from ((i.id, linked_data.topic(site, i)) for i in CATALOGUE.topics.values())
    yield from ((i.id, linked_data.actor(site, i)) for i in CATALOGUE.actors.values())
    yield from ((i.id, linked_data.place(site, i)) for i in CATALOGUE.places.values())
    yield from ((i.id, linked_data.source(site, i)) for i in CATALOGUE.sources.values())
    yield from ((i.id, linked_data.walk(site, i)) for i in CATALOGUE.walks.values())
    yield "list", linked_data.listing(site, "events/", "All events", "Every event.")
    yield "glossary", linked_data.glossary(CATALOGUE, site, "glossary/", "Glossary", "Words.")
    yield "lesson", linked_data.lesson(site, "teach/x/", "Pack", "A lesson.", CATALOGUE.eras["antiquity"])
    yield "site", linked_data.website(site)
    yield "data", linked_data.dataset(CATALOGUE, site, "2026-06-07")


def read(about):
    """Return a description as a reader takes it out of the page."""
    script = str(linked_data.script(about))
    return json.loads(script.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n"))


@pytest.mark.slow
@pytest.mark.parametrize("site", [SITE, BARE], ids=["whole", "bare"])
def test_every_word_is_one_of_schema_org(site):
    found = {name: list(misuses(graph(read(about)))) for name, about in things(site)}

    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize(
    ("about", "problem"),
    [
        ({"@type": "Events", "name": "x"}, "no type Events"),
        ({"@type": "Event", "started": "1815"}, "no property started"),
        ({"@type": "Event", "temporalCoverage": "1815"}, "temporalCoverage is not for ['Event', 'Thing']"),
        (
            {"@type": "Event", "location": {"@type": "Person", "name": "x"}},
            "location does not lead to ['Person', 'Thing']",
        ),
        ({"@type": "Place", "geo": "50, 4"}, "geo does not lead to a text"),
    ],
)
def test_the_judge_judges(about, problem):
    assert problem in list(misuses(graph({"@context": "https://schema.org", **about})))


@pytest.mark.parametrize("type_", CslType.__args__)
def test_every_type_of_source_is_a_work(type_):
    item = CATALOGUE.sources["sample-marks"]
    source = replace(item, record=item.record.model_copy(update={"type": type_, "isbn": "1", "doi": "10.1/x"}))

    assert list(misuses(graph(read(linked_data.source(SITE, source))))) == []


def event(id_, site=SITE, **changes):
    item = CATALOGUE.events[id_]
    item = replace(item, record=item.record.model_copy(update=changes))
    return read(linked_data.event(CATALOGUE, site, item, "2026-06-07"))


def test_an_event_is_an_article_about_an_event():
    about = event("1815-waterloo")

    assert (about["@type"], about["about"]["@type"]) == ("Article", "Event")
    assert about["about"]["location"][0]["name"] == about["spatialCoverage"][0]["name"] == "Waterloo"
    assert {agent["@type"] for agent in about["mentions"]} <= {"Person", "Organization", "Country"}


def test_an_article_cites_what_its_text_and_its_pictures_cite():
    cited = event("1815-waterloo")["citation"]

    assert len(cited) == len(CATALOGUE.events["1815-waterloo"].record.citations) + 1
    assert {"@type": "Book", "name": "Ἱστορίαι"} in cited


@pytest.mark.parametrize("id_", ["1815-waterloo", "antiquity"])
def test_an_article_that_was_renamed_came_when_its_former_file_did(id_):
    item = CATALOGUE.events.get(id_) or CATALOGUE.eras[id_]
    former = item.file.replace(id_, item.record.aliases[-1])
    files = {item.file: Change(WHEN, WHEN), former: Change(datetime(2020, 1, 1, tzinfo=UTC), WHEN)}
    site = replace(SITE, history=History(WHEN, files))
    about = (linked_data.event if id_ in CATALOGUE.events else linked_data.era)(CATALOGUE, site, item, "2026-06-07")

    assert about["datePublished"] == "2020-01-01"


def test_an_article_says_when_it_came_and_when_it_changed():
    about = event("1815-return")

    assert (about["datePublished"], about["dateModified"]) == ("2026-01-02", "2026-06-07")


def test_a_text_cannot_end_the_script():
    site = replace(SITE, name="</script><b>&amp;")

    assert "</script><b>" not in str(linked_data.script(linked_data.website(site)))
    assert event("1815-return", site)["isPartOf"]["name"] == "</script><b>&amp;"


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
    about = event("1815-return", date=parse(edtf))

    assert (about["about"].get("startDate"), about["about"].get("endDate")) == (start, end)
    assert about["temporalCoverage"] == edtf


def test_an_era_cites_what_its_narrative_cites():
    about = read(linked_data.era(CATALOGUE, SITE, CATALOGUE.eras["antiquity"], None))

    assert (about["@type"], about["temporalCoverage"]) == ("Article", CATALOGUE.eras["antiquity"].record.date.text)
    assert about["citation"] and "dateModified" not in about


def test_the_dataset_says_what_it_holds():
    about = read(linked_data.dataset(CATALOGUE, SITE, "2026-06-07"))

    assert (about["@type"], about["version"], about["url"]) == (
        "Dataset",
        "2026-06-07 (abc)",
        "https://example.org/sub/data/",
    )
    assert {part["contentUrl"] for part in about["distribution"]} == {
        "https://example.org/sub/data/v1.zip",
        *(f"https://example.org/sub/data/v1/{file.path}" for file in inventory.files() if not file.of),
    }
    assert {place["name"] for place in about["spatialCoverage"]} >= {"Belgium"}


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["1815-03/1815-04", "1815-06-18/1816"], "1815-03/1816"),
        (["181X/1815", "1812~/1820?"], "181X/1820?"),
        (["1815/.."], None),
    ],
)
def test_the_coverage_is_as_fine_as_what_it_covers(dates, expected):
    eras = {}
    for number, text in enumerate(dates):
        era = CATALOGUE.eras["antiquity"]
        eras[str(number)] = replace(era, record=era.record.model_copy(update={"date": parse(text)}))
    about = linked_data.dataset(replace(CATALOGUE, eras=eras), SITE, None)

    assert about.get("temporalCoverage") == expected


def test_without_address_licence_and_checkout_nothing_is_made_up():
    for _, about in things(BARE):
        assert not {"url", "license"} & set(about)

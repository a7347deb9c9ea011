"""Bibliographies: each form read back by software that others wrote, and nothing more precise than the record."""

import json
import re

import bibtexparser
import pypandoc
import pytest
import rispy
from pybtex.database import parse_string

import waterloo
from timeline.catalogue import Item
from timeline.citations.bibtex import bibtex, tex
from timeline.citations.csl import csl
from timeline.citations.ris import ris
from timeline.dates import parse
from timeline.exports.bibliographies import files
from timeline.project.site import Site
from timeline.records.source import Source

FILES = dict(files(waterloo.catalogue(), Site("From Cannae to Waterloo")))
SOURCES = waterloo.catalogue().sources


def item(**fields):
    """Return a source with the fields given, under the key `key`."""
    known = {"type": "report", "kind": "agency", "title": "A title", "publisher": "A Press"}
    return Item("key", "source", Source.model_validate(known | fields), "x.yaml")


def read_ris(text):
    [record] = rispy.loads(text)
    return record


def read_bibtex(text):
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    [entry] = library.entries
    return entry.entry_type, {field.key: field.value for field in entry.fields}


def test_there_are_three_files_for_all_each_event_and_each_era():
    catalogue = waterloo.catalogue()
    folders = ["", *(f"events/{id_}/" for id_ in catalogue.events), *(f"eras/{id_}/" for id_ in catalogue.eras)]

    assert list(FILES) == [f"{folder}sources.{form}" for folder in folders for form in ("csl.json", "bib", "ris")]


def test_every_reader_finds_every_source():
    keys = list(SOURCES)

    assert [entry["id"] for entry in json.loads(FILES["sources.csl.json"])] == keys
    assert list(parse_string(FILES["sources.bib"], "bibtex").entries) == keys
    assert [entry.key for entry in bibtexparser.parse_string(FILES["sources.bib"]).entries] == keys
    assert [entry["id"] for entry in rispy.loads(FILES["sources.ris"])] == keys


@pytest.mark.parametrize(("form", "name"), [("csljson", "csl.json"), ("biblatex", "bib"), ("bibtex", "bib")])
def test_pandoc_reads_every_source_and_title(form, name):
    read = json.loads(pypandoc.convert_text(FILES[f"sources.{name}"], "csljson", format=form))
    titles = {entry["id"]: entry["title"] for entry in read}

    assert {key: re.sub(r"[’‘“”]", "'", title).replace("  ", " ") for key, title in titles.items()} == {
        key: re.sub(r"[’‘“”]", "'", csl(source)["title"]) for key, source in SOURCES.items()
    }


def test_pandoc_cites_from_the_csl_json(tmp_path):
    path = tmp_path / "sources.json"
    path.write_text(FILES["sources.csl.json"], encoding="utf-8")

    text = pypandoc.convert_text(
        "Said [@roberts-2014].", "plain", format="markdown", extra_args=["--citeproc", f"--bibliography={path}"]
    )

    assert "Roberts" in text and "2014" in text and "???" not in text


def test_an_event_has_the_sources_it_cites_in_bibliographic_order():
    event = waterloo.catalogue().events["1815-waterloo"]
    cited = {citation.key for citation in event.record.citations}

    assert [e["id"] for e in json.loads(FILES["events/1815-waterloo/sources.csl.json"])] == [
        key for key in SOURCES if key in cited
    ]


def test_an_era_has_the_sources_of_its_narrative_and_of_its_events():
    catalogue = waterloo.catalogue()
    cited = {c.key for event in catalogue.by_era["antiquity"] for c in event.record.citations}
    cited |= {key for key, uses in catalogue.uses.items() if ("era", "antiquity") in [use[:2] for use in uses]}

    assert {e["id"] for e in json.loads(FILES["eras/antiquity/sources.csl.json"])} == cited


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1815-06-18", {"date-parts": [[1815, 6, 18]]}),
        ("1815-06", {"date-parts": [[1815, 6]]}),
        ("1815", {"date-parts": [[1815]]}),
        ("1815~", {"date-parts": [[1815]], "circa": True}),
        ("1815-06?", {"date-parts": [[1815, 6]], "circa": True}),
        ("1815-06-16/1815-06-18", {"date-parts": [[1815, 6, 16], [1815, 6, 18]]}),
        ("181X", {"literal": "1810s"}),
        ("1815/..", {"literal": "from 1815"}),
        ("-0215", {"date-parts": [[-216]]}),
    ],
)
def test_csl_dates_are_no_finer_than_edtf(edtf, expected):
    assert csl(item(issued=parse(edtf)))["issued"] == expected


@pytest.mark.parametrize(
    ("edtf", "year", "date"),
    [
        ("1815-06-18", "1815", "1815/06/18/"),
        ("1815-06", "1815", "1815/06//"),
        ("1815", "1815", "1815///"),
        ("1815~", "1815", "1815///about 1815"),
        ("1815-06-16/1815-06-18", "1815", "1815/06//16–18 June 1815"),
        ("1815-12-30/1816-01-02", "1815", "///30 December 1815 – 2 January 1816"),
        ("181X", None, "///1810s"),
        ("-0215", None, "///216 BCE"),
    ],
)
def test_ris_dates_are_no_finer_than_edtf(edtf, year, date):
    record = read_ris(ris(item(issued=parse(edtf))))

    assert (record.get("year"), record["date"]) == (year, date)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1815-06-18", ("1815-06-18", "1815", "6")),
        ("1815-06", ("1815-06", "1815", "6")),
        ("1815", ("1815", "1815", None)),
        ("1815-06~", ("1815-06~", "about June 1815", None)),
        ("1815-06-16/1815-06-18", ("1815-06-16/1815-06-18", "1815", "6")),
        ("1815-12/1816-01", ("1815-12/1816-01", "1815--1816", None)),
        ("181X", ("181X", "1810s", None)),
    ],
)
def test_bibtex_has_edtf_for_biblatex_and_a_year_for_the_rest(edtf, expected):
    _, fields = read_bibtex(bibtex(item(issued=parse(edtf))))

    assert (fields["date"], fields["year"], fields.get("month")) == expected


def test_persons_have_a_family_name_and_bodies_stay_whole():
    source = item(author=["Example, Ann", "Ministry of Salt and Pepper"])

    assert csl(source)["author"] == [
        {"family": "Example", "given": "Ann"},
        {"literal": "Ministry of Salt and Pepper"},
    ]
    entry = parse_string(bibtex(source), "bibtex").entries["key"]
    assert [str(person) for person in entry.persons["author"]] == ["Example, Ann", "{Ministry of Salt and Pepper}"]
    assert read_ris(ris(source))["authors"] == ["Example, Ann", "Ministry of Salt and Pepper"]


def test_a_title_that_nobody_has_seen_stands_in_square_brackets():
    source = item(title=None, URL="https://example.org/x")

    assert csl(source)["title"] == read_ris(ris(source))["title"] == "[Untitled page of A Press]"


def test_the_publisher_of_news_is_its_container():
    source = item(type="article-newspaper", publisher="BBC News")

    assert (csl(source)["container-title"], "publisher" in csl(source)) == ("BBC News", False)
    assert read_bibtex(bibtex(source))[1]["journal"] == "BBC News"


def test_marks_of_tex_are_escaped():
    assert tex("100 % & #1 {x} a_b $5 ~ ^ \\") == (
        r"100 \% \& \#1 \{x\} a\_b \$5 \textasciitilde{} \textasciicircum{} \textbackslash{}"
    )


def test_a_line_break_does_not_end_a_field_of_ris():
    assert read_ris(ris(item(note="One.\nTY  - BOOK")))["notes"] == ["One. TY - BOOK"]


def test_what_is_no_csl_variable_is_not_lost():
    source = item(origin="An Agency", title_translation="In English")

    assert csl(source)["custom"] == {"kind": "agency", "origin": "An Agency", "title-translation": "In English"}
    assert read_ris(ris(source))["notes"] == ["English title: In English. First made by An Agency."]


@pytest.mark.parametrize("type_", list(Source.model_fields["type"].annotation.__args__))
def test_every_type_of_source_has_all_forms(type_):
    source = item(type=type_)

    assert pypandoc.convert_text(json.dumps([csl(source)]), "csljson", format="csljson")
    assert read_bibtex(bibtex(source))[1]["title"] == "{A title}"
    assert read_ris(ris(source))["title"] == "A title"


@pytest.mark.parametrize("title", ["Signs such as { in print", "Signs such as } in print", "} and {", "{ { }"])
def test_a_brace_without_a_partner_spoils_no_field(title):
    text = bibtex(item(title=title, issued=parse("2008")))

    assert (text.count("{"), text.count("\\{")) == (text.count("}"), text.count("\\}"))
    [entry] = parse_string(text, "bibtex").entries.values()
    assert (entry.fields["institution"], entry.fields["year"]) == ("A Press", "2008")


def test_pages_have_a_first_and_a_last():
    source = item(type="article-journal", page="12–34")

    assert [read_ris(ris(source)).get(name) for name in ("start_page", "end_page")] == ["12", "34"]
    assert read_bibtex(bibtex(source))[1]["pages"] == "12--34"
    assert csl(source)["page"] == "12-34"


def test_a_name_is_written_in_the_order_of_each_form():
    source = item(author=["Harlan, John Mills, Jr.", "Department for Culture, Media and Sport"])

    assert read_bibtex(bibtex(source))[1]["author"] == (
        "Harlan, Jr., John Mills and {Department for Culture, Media and Sport}"
    )
    assert csl(source)["author"] == [
        {"family": "Harlan", "given": "John Mills", "suffix": "Jr."},
        {"literal": "Department for Culture, Media and Sport"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/182",
        "https://doi.org/10.1000/182",
        "http://dx.doi.org/10.1000/182",
        "doi:10.1000/182",
        "doi.org/10.1000/182",
        "https://doi.org/10.1000/182.",
    ],
)
def test_the_address_before_a_doi_is_taken_off(text):
    assert item(DOI=text).record.doi_address == "https://doi.org/10.1000/182"

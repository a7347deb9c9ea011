"""Citations: the same words as pandoc's citeproc with the official styles, for every source and every type."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from urllib.parse import unquote

import pytest
import yaml

import citeproc
from harness import REPO
from timeline.catalogue import Item, build
from timeline.citations import chicago, cite_this, own_pages
from timeline.citations import work as works
from timeline.citations.bibtex import bibtex
from timeline.citations.cite_this import STYLES, citations, downloads
from timeline.citations.csl import csl
from timeline.citations.ris import ris
from timeline.citations.titles import curled, headline
from timeline.project.history import Change, History
from timeline.project.site import Site
from timeline.reading.corpus import load
from timeline.records.source import Source

NAMES = [name for name, _ in STYLES]
ON = "On the nature of the thing"


def source(type_="", **fields):
    """Return a record; a title of `null` is none."""
    known = {"type": type_, "kind": "agency", "title": ON, "language": "en"} | fields
    return Source.model_validate({name: None if value == "null" else value for name, value in known.items()})


def samples():
    """Return the records of tests/csl/samples.yaml by their key."""
    text = (citeproc.CSL / "samples.yaml").read_text(encoding="utf-8")
    return {key: source(**fields) for key, fields in yaml.load(text, Loader=yaml.BaseLoader).items()}


SITE = Site("Battles of Old", "https://example.org/", version="2026-11-22 (abc1234)")
DATED = replace(SITE, history=History(last=datetime(2026, 11, 22, tzinfo=UTC)))
PAGE = own_pages.page_record(DATED, "The battle of the bridge", "events/1815-x/")
DATA = own_pages.data_record(DATED)


@cache
def own_sources():
    """Return the project's own sources."""
    return build(load(REPO)).sources


@cache
def subjects():
    """Return every work to compare, by its key, with the CSL-JSON that the oracle gets."""
    items = {f"sample-{key}": Item(f"sample-{key}", "source", record, "x.yaml") for key, record in samples().items()}
    items |= own_sources()
    found = {key: (works.of_source(item.record), csl(item)) for key, item in items.items()}
    found["own-page"] = own_pages.of_page(SITE, PAGE.record), {**csl(PAGE), "id": "own-page", "version": SITE.version}
    found["own-data"] = own_pages.of_page(SITE, DATA.record), {**csl(DATA), "id": "own-data", "version": SITE.version}
    # CSL has no place for a translated title; what becomes of it is tested below
    return {key: (replace(work, translation=None), _asked(item)) for key, (work, item) in found.items()}


def _asked(item):
    return {name: value for name, value in item.items() if name not in ("custom", "note")}


@cache
def expected(style):
    """Return the oracle's words for each work: its bibliography, and a note for what Chicago keeps out of that."""
    entries = citeproc.bibliography(style, [item for _, item in subjects().values()])
    if style == "Chicago 18":
        noted = [item for work, item in subjects().values() if chicago.is_note(work)]
        assert {item["id"] for item in noted} == {key for key, entry in entries.items() if not entry}
        entries |= citeproc.notes(style, noted)
    return entries


def texts(work):
    """Return the HTML of each style."""
    return {name: text for name, text, _ in citations(work)}


def ours(style, work):
    return citeproc.plain(texts(work)[style])


@cache
def compared(style):
    """Return for each work our words, the oracle's, the oracle's after the rules, and the rules that changed them."""
    found = {}
    for key, (work, _) in subjects().items():
        theirs = expected(style)[key]
        found[key] = (ours(style, work), theirs, *citeproc.mended(style, theirs, work))
    return found


def told(rows):
    return "\n".join(f"{key}\n  ours:   {own}\n  theirs: {theirs}" for key, (own, _, theirs, _) in rows.items())


@pytest.mark.slow
@pytest.mark.parametrize("style", NAMES)
def test_every_type_and_case_reads_as_citeproc_writes_it(style):
    rows = {key: row for key, row in compared(style).items() if key not in own_sources()}
    different = {key: row for key, row in rows.items() if row[0] != row[2]}

    assert different == {}, told(different)
    assert len(rows) >= 60
    assert {subjects()[key][0].type for key in rows} == set(Source.model_fields["type"].annotation.__args__)


@pytest.mark.slow
@pytest.mark.parametrize("style", NAMES)
def test_the_sources_of_the_project_read_as_citeproc_writes_them(style):
    """Not quite all must: a new source may have a title that nobody has thought of, and is welcome all the same."""
    rows = {key: row for key, row in compared(style).items() if key in own_sources()}
    different = {key: row for key, row in rows.items() if row[0] != row[2]}
    without_rules = sum(own == theirs for own, theirs, _, _ in rows.values())
    print(f"{style}: {len(rows)} sources, {without_rules} the same, {len(rows) - len(different)} after the rules")

    assert len(different) <= 0.02 * len(rows), told(different)


def test_every_rule_is_needed():
    """A rule that changes nothing would hide a difference that nobody has seen; the samples need each."""
    used = Counter(
        (style, name)
        for style in NAMES
        for key, row in compared(style).items()
        if key not in own_sources()
        for name in row[3]
    )

    assert set(used) == {(style, name) for name, rule in citeproc.RULES.items() for style in rule.styles}


@pytest.mark.parametrize("style", NAMES)
def test_the_style_file_is_the_edition_that_we_name(style):
    text = (citeproc.CSL / citeproc.STYLES[style]).read_text(encoding="utf-8")
    titles = {"APA 7": "APA Style 7th", "MLA 9": "MLA Handbook 9th", "Chicago 18": "Chicago Manual of Style 18th"}

    assert f"<title>{titles[style]} edition" in text
    assert 'license="http://creativecommons.org/licenses/by-sa/3.0/"' in text


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (
            "article-newspaper",
            {
                "APA 7": '<span lang="fr">La chute</span> [The fall]. (1815). <i>Le Monde</i>.',
                "MLA 9": '<span lang="fr">“La chute”</span> [The fall]. <i>Le Monde</i>, 1815.',
                "Chicago 18": '<i>Le Monde</i>. <span lang="fr">“La chute”</span> [The fall]. 1815.',
            },
        ),
        (
            "report",
            {
                "APA 7": '<i lang="fr">La chute</i> [The fall]. (1815). Le Monde.',
                "MLA 9": '<i lang="fr">La chute</i> [The fall]. Le Monde, 1815.',
                "Chicago 18": '<i lang="fr">La chute</i> [The fall]. Le Monde, 1815.',
            },
        ),
    ],
)
def test_a_translated_title_follows_in_brackets(type_, expected):
    record = source(
        type_, title="La chute", language="fr", title_translation="The fall", publisher="Le Monde", issued="1815"
    )

    assert texts(works.of_source(record)) == expected


@pytest.mark.parametrize(
    ("container", "expected"),
    [
        ({"container-title": "Wiki"}, '<span lang="fr">“La chute”</span> [The fall], <i>Wiki</i>, 1815.'),
        ({"publisher": "Wiki"}, '<i lang="fr">La chute</i> [The fall] (Wiki, 1815).'),
    ],
)
def test_a_note_has_the_translated_title_too(container, expected):
    named = {"title": "La chute", "language": "fr", "title_translation": "The fall", "issued": "1815"}

    assert texts(works.of_source(source("entry-encyclopedia", **named, **container)))["Chicago 18"] == expected


def test_what_a_record_holds_is_escaped():
    record = source("book", title='1 < 2 & "3"', author=["A & B"], publisher="<P>", issued="1815")

    assert texts(works.of_source(record))["APA 7"] == ("A &amp; B. (1815). <i>1 &lt; 2 &amp; “3”</i>. &lt;P&gt;.")


def test_a_page_of_ours_is_cited_in_its_version():
    found = texts(own_pages.of_page(SITE, PAGE.record))

    assert found["APA 7"].startswith("<i>The battle of the bridge</i> (Version 2026-11-22 [abc1234]).")
    assert ", version 2026-11-22 (abc1234), " in found["MLA 9"]
    assert " Version 2026-11-22 (abc1234). " in found["Chicago 18"]


def test_a_page_whose_change_nobody_knows_has_no_date():
    """Such as one that is not committed yet: the last commit of all files is not its date."""
    known = datetime(2026, 3, 4, tzinfo=UTC)
    site = replace(SITE, history=History(datetime(2026, 11, 22, tzinfo=UTC), {"events/a.yaml": Change(known, known)}))

    dates = {
        file: own_pages.page_record(site, "The battle", "events/1815-x/", file).record.issued
        for file in ("events/a.yaml", "events/b.yaml", "")
    }

    assert {file: date and date.text for file, date in dates.items()} == {
        "events/a.yaml": "2026-03-04",
        "events/b.yaml": None,
        "": "2026-11-22",
    }


def test_without_checkout_and_address_nothing_is_invented():
    bare = Site("Battles of Old")
    record = own_pages.page_record(bare, "The battle", "events/1815-x/").record

    assert list(texts(own_pages.of_page(bare, record)).values()) == [
        "<i>The battle</i>. (n.d.). Battles of Old.",
        "“The Battle.” <i>Battles of Old</i>.",
        "Battles of Old. “The Battle.”",
    ]


def test_doubt_about_a_year_is_shown():
    record = source("book", publisher="Penguin", issued="1815?")

    assert [re.sub("<.*?>", "", text) for text in texts(works.of_source(record)).values()] == [
        f"{ON}. (ca. 1815). Penguin.",
        "On the Nature of the Thing. Penguin, [1815?].",
        "On the Nature of the Thing. Penguin, [1815?].",
    ]


@pytest.mark.parametrize(
    ("text", "inside", "expected"),
    [
        ("it's Tom's '90s", False, "it’s Tom’s ’90s"),
        ('"Yes", he said', False, "“Yes”, he said"),
        ("'Yes', he said", False, "“Yes”, he said"),
        ('"Yes", he said', True, "‘Yes’, he said"),
        ("“He said ‘yes’ twice”", False, "“He said ‘yes’ twice”"),
        ("“He said ‘yes’ twice”", True, "‘He said “yes” twice’"),
        ("the farmers’ “way”", True, "the farmers’ ‘way’"),
        ("«Да»", True, "«Да»"),
    ],
)
def test_quotation_marks_alternate(text, inside, expected):
    assert curled(text, inside) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("the end of it", "The End of It"),
        ("what to look for", "What to Look For"),
        ("one end: a beginning. of what? the end", "One End: A Beginning. Of What? The End"),
        ("the U.S. and the north-east", "The U.S. and the North-East"),
        ("news from example.org and iPhones", "News from example.org and iPhones"),
        ("it’s a “farce”", "It’s a “Farce”"),
        ("plan b", "Plan b"),
        ("Où est-il", "Où Est-Il"),
    ],
)
def test_headlines_have_capitals(title, expected):
    assert headline(title) == expected


@pytest.mark.parametrize(("type_", "form"), [("book", "bibliography"), ("entry-encyclopedia", "note")])
def test_chicago_says_where_its_entry_belongs(type_, form):
    work = works.of_source(source(type_, publisher="Penguin"))

    assert [entry.form for entry in citations(work)] == ["", "", form]


def test_downloads_hold_the_whole_record_in_their_addresses():
    item = Item("key", "source", source("book", title="Ёлка & 100 % “yes”", language="ru", publisher="P"), "x.yaml")
    found = {entry.format: unquote(entry.href.partition(",")[2]) for entry in downloads(item)}

    assert found == {"BibTeX": bibtex(item), "RIS": ris(item), "CSL-JSON": found["CSL-JSON"]}
    assert json.loads(found["CSL-JSON"]) == [_asked(csl(item))]


def test_a_view_of_the_timeline_leaves_room_for_its_words_and_its_address():
    assert cite_this.view(DATED) == {
        "APA 7 citation": "Timeline, {VIEW} (Version 2026-11-22 [abc1234]). (2026, November 22). "
        "Battles of Old. {LINK}",
        "MLA 9 citation": "“Timeline, {VIEW}.” Battles of Old, version 2026-11-22 (abc1234), 22 Nov. 2026, {LINK}.",
        "Chicago 18 citation": "Battles of Old. “Timeline, {VIEW}.” Version 2026-11-22 (abc1234). "
        "November 22, 2026. {LINK}.",
    }

"""Audits: what they come to, and that every statement stands on its page with verdict and evidence."""

import json
import re

import pytest

import waterloo
from timeline.exports import json_files
from timeline.language import audits as words
from timeline.pages.audits import read, tallies, tally
from timeline.pages.renderer import Renderer
from timeline.project.site import Site
from timeline.records.audit import Reading

CATALOGUE = waterloo.catalogue()
AUDIT = CATALOGUE.audits["2020-01-03"].record
PAGES = {page.path: page for page in Renderer(CATALOGUE, Site(name="Battles")).pages()}


def reading(*verdicts, record="event:1815-waterloo"):
    statements = [
        {"says": verdict, "verdict": verdict, "evidence": "seen", "outcome": outcome, "remark": "why"}
        for verdict, outcome in verdicts
    ]
    return Reading.model_validate({"record": record, "statements": statements})


def test_the_share_in_error_is_of_statements_tested_and_what_is_left_out_is_none():
    tested = ("confirmed", "stands"), ("not-found", "kept"), ("imprecise", "kept"), ("contradicted", "mended")
    found = tally("all", [reading(*tested), reading(("omitted", "mended"), ("unsupported", "dropped")), reading()])

    assert (found.records, found.tested, found.wrong, found.left) == (2, 5, 3, 1)
    assert found.verdicts["omitted"] == 1
    assert (found.before, found.after) == ("60\u202f%", "20\u202f%")


def test_nothing_tested_is_no_share():
    assert tally("all", [reading()]).before == "–"


@pytest.mark.parametrize(("part", "whole", "said"), [(0, 9, "0\u202f%"), (1, 90, "1.1\u202f%"), (9, 90, "10\u202f%")])
def test_small_shares_have_a_decimal(part, whole, said):
    assert words.share(part, whole) == said


def test_readings_are_told_by_era_and_a_former_id_leads_to_its_record():
    assert [(row.name, row.tested, row.wrong, row.left) for row in tallies(CATALOGUE, AUDIT)] == [
        ("Modern times", 3, 2, 1),
        (words.BESIDE, 1, 0, 0),
        (words.ALL, 4, 2, 1),
    ]
    assert read(CATALOGUE, AUDIT.records[0]).id == "1815-waterloo"


def test_the_page_tells_method_rubric_and_shares():
    html = re.sub(r"[ \n]+", " ", PAGES["about/audit/"].content)

    assert "drawn by chance" in html and "named before it existed" in html
    assert all(meaning in html for _, meaning in words.VERDICTS.values())
    assert "50\u202f%" in html and "25\u202f%" in html
    assert "tested 2 records of this site against their sources: 5 statements" in html


def test_every_statement_stands_on_the_page_of_its_audit():
    html = PAGES["about/audit/2020-01-03/"].content

    for one in AUDIT.records:
        for statement in one.statements:
            assert statement.says in html and statement.evidence in html
    assert "<b>contradicted, mended.</b>" in html
    assert 'href="../../../events/1815-waterloo/"' in html


def test_audits_are_published():
    files = dict(json_files.files(CATALOGUE, Site(name="Battles")))
    (audit,) = json.loads(files["audits.json"])["audits"]

    assert (audit["id"], audit["path"]) == ("2020-01-03", "about/audit/2020-01-03/")
    assert audit["records"][0]["statements"][1]["verdict"] == "contradicted"
    assert "schema/audits.schema.json" in files

"""Rules about sources, where the gallery does not show them: who may cite what, and who counts as another voice."""

import pytest

from base import BASE, LIGNY, WATERLOO, report

ERA = "reference/eras/hundred-days.yaml"
SOURCE = "reference/sources/roberts-2014.yaml"


def first_lines(text):
    return [line for line in text.splitlines() if not line.startswith("    help:")]


def test_an_era_may_cite_what_an_event_defines(tmp_path):
    assert report(tmp_path, {ERA: ("[@roberts-2014]", "[@clark-2006, p. 1; @waterloo-page]")}) == ""


def test_an_event_may_not_cite_what_only_another_event_lists(tmp_path):
    text = report(tmp_path, {WATERLOO: ("it\n  was nearly noon [@roberts-2014]", "it was\n  noon [@clark-2006, p. 1]")})

    assert 'events/1815-waterloo.yaml:8:9 unknown-citation nothing here defines "clark-2006"' in first_lines(text)


def test_an_era_may_define_a_source_of_its_own(tmp_path):
    text = "  Napoleon came back [@own].\ncitations:\n  - {key: own, type: book, kind: blog, title: A, publisher: B}\n"

    assert report(tmp_path, {ERA: ("  Napoleon came back [@roberts-2014].\n", text)}) == ""


def test_what_an_era_lists_exists_and_is_cited(tmp_path):
    text = "[@roberts-2014].\ncitations:\n  - key: nobody\n"

    assert first_lines(report(tmp_path, {ERA: ("[@roberts-2014].\n", text)})) == [
        'reference/eras/hundred-days.yaml:7:10 unknown-source no source has the key "nobody"',
        'reference/eras/hundred-days.yaml:7:10 unused-citation nothing cites "nobody"',
    ]


@pytest.mark.parametrize(
    "change",
    [
        (LIGNY, 'citations: ["clark-2006, p. 301"]', "citations: [siborne]"),
        (LIGNY, "citations: [clark-2006]", "citations: [siborne]"),
        (LIGNY, "[@roberts-2014, ch. 31]", "[@siborne; @roberts-2014]"),
    ],
    ids=["figure", "dispute", "body"],
)
def test_a_citation_counts_as_used_wherever_the_event_cites_it(change, tmp_path):
    name, old, new = change
    text = (BASE / name).read_text(encoding="utf-8").replace(old, new)
    text = text.replace(
        "citations:\n", "citations:\n  - {key: siborne, type: book, kind: blog, title: A, publisher: B}\n"
    )

    assert report(tmp_path, {name: text}) == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reference/actors/napoleon.yaml", "{name: Napoleon, kind: person, citations: ['siborne, p. 1']}"),
        ("reference/glossary.yaml", "guard: {term: Guard, definition: A, citations: [siborne]}"),
        ("reference/glossary.yaml", "guard: {term: Guard, definition: 'A [@siborne]'}"),
    ],
)
def test_a_source_that_an_actor_or_a_term_cites_is_used(name, text, tmp_path):
    siborne = "{type: book, kind: blog, title: A, publisher: B}"

    assert report(tmp_path, {"reference/sources/siborne.yaml": siborne, name: text}) == ""


def test_a_reprint_is_no_second_voice(tmp_path):
    text = report(
        tmp_path, {WATERLOO: ("publisher: Example Pages", "publisher: Example Pages\n    origin: ALLEN LANE")}
    )

    assert "too-few-sources all sources come from one maker (allen lane)" in text


def test_a_source_without_publisher_speaks_for_its_host(tmp_path):
    changes = {
        SOURCE: "{type: webpage, kind: blog, URL: https://WWW.example.org/a}",
        WATERLOO: ("    title: Waterloo\n    publisher: Example Pages\n", ""),
    }

    assert "all sources come from one maker (example.org)" in report(tmp_path, changes)


def test_an_unknown_source_may_be_the_second_voice(tmp_path):
    """Nobody knows its maker, so the event is not told that it has only one."""
    changes = {WATERLOO: ("publisher: Example Pages", "publisher: Allen Lane"), SOURCE: "type: book\n"}

    assert "too-few-sources" not in report(tmp_path, changes)


def test_two_files_of_sources_should_not_describe_one_address(tmp_path):
    one = "{type: webpage, kind: blog, title: A, URL: https://example.org/a}"
    changes = {
        "reference/sources/one.yaml": one,
        "reference/sources/two.yaml": "type: webpage\nkind: blog\ntitle: B\nURL: https://example.org/a\n",
        ERA: ("[@roberts-2014]", "[@roberts-2014; @one; @two]"),
    }
    expected = (
        "reference/sources/two.yaml:4:6 same-address warning: reference/sources/one.yaml describes the same address"
    )

    assert expected == report(tmp_path, changes).splitlines()[0]


def test_every_paragraph_of_an_era_cites(tmp_path):
    text = report(
        tmp_path,
        {ERA: ("Napoleon came back [@roberts-2014].", "He came back [@roberts-2014].\n\n  ## Then\n  He left.")},
    )

    assert first_lines(text) == ["reference/eras/hundred-days.yaml:8:3 uncited-paragraph this paragraph cites nothing"]


def test_an_event_may_cite_by_its_key_what_another_describes(tmp_path):
    """Nobody has to write a source down again, or to move it, in order to cite it."""
    text = (BASE / LIGNY).read_text(encoding="utf-8")
    own = "citations:\n  - {key: siborne, type: book, kind: blog, title: A, publisher: B}\n"
    changes = {
        LIGNY: text.replace("citations:\n", own).replace("[@roberts-2014, ch. 31]", "[@siborne; @roberts-2014]"),
        WATERLOO: (BASE / WATERLOO)
        .read_text(encoding="utf-8")
        .replace("citations:\n", "citations:\n  - {key: siborne}\n")
        .replace("[@roberts-2014]", "[@siborne; @roberts-2014]"),
    }
    assert report(tmp_path, changes) == ""


def test_a_key_in_a_plain_text_is_told(tmp_path):
    text = (BASE / WATERLOO).read_text(encoding="utf-8")
    summary = next(line for line in text.splitlines() if line.startswith("summary:"))
    told = report(
        tmp_path, {WATERLOO: text.replace(summary, "summary: It rained, says @roberts-2014, to me@clark-2006.")}
    )
    assert '@roberts-2014 shows as it stands: "summary" is plain text' in told and "@clark" not in told


def test_a_source_stands_once_in_a_list(tmp_path):
    twice = (BASE / WATERLOO).read_text(encoding="utf-8").replace("citations:\n", "citations:\n  - key: roberts-2014\n")
    assert 'duplicate-source "roberts-2014" stands in this list already' in report(tmp_path, {WATERLOO: twice})

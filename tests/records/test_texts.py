"""Prose: citations and links within a text, its paragraphs, its words."""

import re

import pytest

from timeline.pages.markdown import converter
from timeline.records.texts import Cite, cite_of, cites, cites_in, count_words, markup, paragraphs, targets


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("[@a]", (Cite("a"),)),
        ("[@a, p. 3]", (Cite("a", "p. 3"),)),
        ("[@a,p. 3]", (Cite("a", "p. 3"),)),
        ("[@a, pp. 3, 5]", (Cite("a", "pp. 3, 5"),)),
        ("[@a, p.\n  3]", (Cite("a", "p. 3"),)),
        ("[@a; @b, art. 1]", (Cite("a"), Cite("b", "art. 1"))),
        ("[@a;\n  @b]", (Cite("a"), Cite("b"))),
        ("[@a p. 3]", (Cite("", "@a p. 3"),)),
        ("[@a; b]", (Cite("a"), Cite("", "b"))),
        ("[@a;]", (Cite("a"), Cite("", ""))),
    ],
)
def test_group_of_citations_is_taken_apart(group, expected):
    assert expected == cites_in(group)


def test_citations_of_a_text_come_in_order():
    assert [cite.key for cite in cites("One [@b]. Two [@a; @b, p. 1].")] == ["b", "a", "b"]


@pytest.mark.parametrize("text", ["mail@example.org", "[text](event:x)", "[a]", "@a", "[see @a]"])
def test_what_does_not_begin_as_a_group_is_no_citation(text):
    assert list(cites(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", Cite("a")),
        ("@a", Cite("a")),
        ("a, p. 4", Cite("a", "p. 4")),
        (" a , p. 4", Cite("", " a , p. 4")),
        ("a p. 4", Cite("", "a p. 4")),
        ("a@b", Cite("", "a@b")),
    ],
)
def test_entry_of_a_list_of_keys_is_a_citation(text, expected):
    assert expected == cite_of(text)


def test_blank_lines_part_paragraphs():
    assert paragraphs("\none\ntwo\n \t\n\nthree\n") == ["one\ntwo", "three"]


def test_headings_are_no_paragraphs_but_the_lines_below_them_are():
    assert paragraphs("# Head\n\ntext\n\n## Head\nmore\n") == ["text", "more"]


@pytest.mark.parametrize("text", ["<b>", "</b>", "<br/>", "<!-- x -->", "<a href='x'>", "<https://example.org/>"])
def test_html_in_a_text_is_seen(text):
    assert text == markup(f"some {text} here").group()


@pytest.mark.parametrize("text", ["a < b > c", "1<2 and 3>2", "<3", "<- and ->", "a <b and no end"])
def test_angle_brackets_that_open_no_tag_are_no_html(text):
    assert markup(text) is None


@pytest.mark.parametrize("text", ["`[@a]`", "``a ` [@a]``", "`a\n[@a]`", "`[b](event:c)`"])
def test_what_stands_in_code_cites_nothing_and_leads_nowhere(text):
    assert (list(cites(text)), list(targets(text))) == ([], [])


def test_a_lone_backtick_is_no_code():
    assert list(cites("a ` [@a]\n\nb ` [@b]")) == [Cite("a"), Cite("b")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](https://example.org/Paris_(city))", ["https://example.org/Paris_(city)"]),
        ("([a](https://example.org/M_(c)_(d(e))))", ["https://example.org/M_(c)_(d(e))"]),
        ('[a](https://example.org/M_(c) "its (old) title") [b]( event:b )', ["https://example.org/M_(c)", "event:b"]),
        ("[a](<https://example.org/M>)", ["https://example.org/M"]),
        ("[a](https://example.org/ (and no end", []),
        (r"[a\](b)", []),
    ],
)
def test_an_address_ends_where_the_converter_ends_it(text, expected):
    assert expected == list(targets(text))
    assert expected == re.findall(r'href="([^"]*)"', converter().convert(text))


def test_targets_of_links_come_in_order():
    text = 'A [b](event:b), a [c](https://example.org/c "title") and an [empty]() one.'

    assert list(targets(text)) == ["event:b", "https://example.org/c", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("One two.", 2),
        ("It's well-known, isn’t it?", 4),
        ("One [@a, p. 3; @b] two", 2),
        ("Наполеон – 1815", 2),
        ("The [treaty of peace](event:1815-treaty) of [May](https://example.org/May_(a_b) 'its title')", 6),
    ],
)
def test_words_are_counted_without_citations(text, expected):
    assert expected == count_words(text)

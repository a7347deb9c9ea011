"""Prose: citations and links within a text, its paragraphs, its words."""

import pytest

from timeline.records.texts import Cite, cite_of, cites, cites_in, count_words, markup, paragraphs, plain, targets


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
    ],
)
def test_words_are_counted_without_citations(text, expected):
    assert expected == count_words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They *won* it [@a, p. 3].", "They won it."),
        ("One [@a].\n\nTwo [@b; @c], then.", "One. Two, then."),
        ("See [the battle](event:x), or [a page](https://example.org/).", "See the battle, or a page."),
        ('See [a page](https://example.org/ "its title").', "See a page."),
        ("## Head\n\nText", "Text"),
        ("A **bold**\n  line", "A bold line"),
    ],
)
def test_plain_text_has_only_the_words(text, expected):
    assert expected == plain(text)

"""Markdown: texts become HTML of few elements; citations become notes, and links lead to records or to the web."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.pages.markdown import Converter
from timeline.pages.notes import Notes

CONVERTER = Converter()
ELEMENTS = set("a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre span strong ul".split())  # noqa: SIM905


def resolve(kind, id_):
    return f"../../{kind}/{id_}/" if id_ != "gone" else None


def block(text, notes=None):
    return CONVERTER.block(text, Notes() if notes is None else notes, resolve)


def without_cites(html):
    return re.sub(r'<span class="tl-cite">.*?</span>', "", html)


class Seen(HTMLParser):
    """The elements and the link targets of a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.targets = set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.targets |= {value for name, value in attrs if name == "href"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("snake_case_name", "<p>snake_case_name</p>"),
        ("a -- b...", "<p>a &ndash; b&hellip;</p>"),
        ('"a" isn\'t', "<p>&ldquo;a&rdquo; isn&rsquo;t</p>"),
        ("1815. On 1 March.", "<p>1815. On 1 March.</p>"),
        ("1812. a\n1815. b", "<p>1812. a\n1815. b</p>"),
        ("+ 5 degrees", "<p>+ 5 degrees</p>"),
        ("- he said", "<p>- he said</p>"),
        ("#1 of three", "<p>#1 of three</p>"),
        ("    four blanks", "<p>four blanks</p>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("5. a\n6. b", '<ol start="5">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("1. a\n\n1815. b", "<ol>\n<li>a</li>\n</ol>\n<p>1815. b</p>"),
        ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
        ("# a\n\nb", "<h1>a</h1>\n<p>b</p>"),
        ("of '15, the '90s, 'n' 'tis 'so'", "<p>of ’15, the ’90s, ’n’ ’tis &lsquo;so&rsquo;</p>"),
        ("the '1815 edition'", "<p>the &lsquo;1815 edition&rsquo;</p>"),
        ("{{ a }} {% b %} %%content%%", "<p>{{ a }} {% b %} %%content%%</p>"),
    ],
)
def test_markdown_becomes_html(text, expected):
    assert expected == block(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("<script>a()</script>", "<p>&lt;script&gt;a()&lt;/script&gt;</p>"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("<div>\n\na\n\n</div>", "<p>&lt;div&gt;</p>\n<p>a</p>\n<p>&lt;/div&gt;</p>"),
        ("<https://example.org/>", "<p>&lt;https://example.org/&gt;</p>"),
        ("![a](https://example.org/a.png)", "<p>![a](https://example.org/a.png)</p>"),
    ],
)
def test_html_and_images_do_not_get_through(text, expected):
    assert expected == block(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](event:x)", '<p><a href="../../event/x/">a</a></p>'),
        ("[a](event:gone)", '<p><a href="#">a</a></p>'),
        (
            "[a](https://example.org/?b=1&c=2)",
            '<p><a href="https://example.org/?b=1&amp;c=2" rel="external noopener noreferrer">a</a></p>',
        ),
        ("[a](javascript:alert)", "<p><a>a</a></p>"),
        ("[a](../x/)", "<p><a>a</a></p>"),
        ("[a][1]\n\n[1]: https://x.org", "<p>[a][1]</p>\n<p>[1]: https://x.org</p>"),
        ("[a](//example.org)", "<p><a>a</a></p>"),
    ],
)
def test_links_lead_to_records_or_to_the_web_or_nowhere(text, expected):
    assert expected == block(text)


def test_citations_become_numbers_in_the_order_of_the_text():
    notes = Notes()

    block("- One [@b].\n- Two [@c].\n\nThree [@a; @b].", notes)

    assert [note.key for note in notes] == ["b", "c", "a"]


def test_numbers_go_on_from_text_to_text_of_a_page():
    notes = Notes()
    block("One [@a].", notes)

    html = block("Two [@b].", notes)

    assert ">2</a>]</span>.</p>" in html


def test_citation_across_a_line_end_is_one():
    notes = Notes()

    block("One [@a,\np. 3; @b].", notes)

    assert [(note.key, note.mentions[0][1]) for note in notes] == [("a", "p. 3"), ("b", None)]


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("`3`", "3"),
        (r"3\_4", r"3\_4"),
        ("*3*", "*3*"),
        ("<3> & 4", "&lt;3&gt; &amp; 4"),
        ('"a"', "&quot;a&quot;"),
    ],
)
def test_locator_may_hold_what_markdown_or_html_would_read(locator, expected):
    assert f'title="{expected}"' in block(f"One [@a, {locator}].")


def test_citation_may_stand_in_emphasis_and_in_the_text_of_a_link():
    html = block("*a [@x]* and [b [@y]](event:z)")

    assert without_cites(html) == '<p><em>a </em> and <a href="../../event/z/">b </a></p>'


def test_line_has_no_paragraph_around_it():
    assert CONVERTER.line("a *b*", Notes(), resolve) == "a <em>b</em>"


def test_line_of_two_paragraphs_keeps_them():
    assert CONVERTER.line("a\n\nb", Notes(), resolve) == "<p>a</p>\n<p>b</p>"


def test_one_text_leaves_nothing_for_the_next():
    block("[a][1]\n\n[1]: https://example.org/")

    assert block("[a][1]") == "<p>[a][1]</p>"


@given(st.text("ab*_`[]()@,;:!<>&\"'\\#-+=~.1 \n\t{}%/é", max_size=60) | st.text(max_size=30))
def test_no_text_raises_or_brings_in_another_element_or_address(text):
    html = block(text)

    seen = Seen(html)
    assert seen.elements <= ELEMENTS
    assert all(re.match(r"#|\.\./\.\./|https?://", target or "#") for target in seen.targets)

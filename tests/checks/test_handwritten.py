"""Handwritten pages, drawings and style sheets: each way to run, load or deceive is told, and honest pages are not."""

from types import SimpleNamespace

import pytest

from timeline.checks import page_harm
from timeline.checks.handwritten import handwritten_pages

HARM = [
    "A \u202eb.",
    "A&#8203;b.",
    "A&#27;b.",
    "A&rlm;b.",
    "A\x1bb.",
    '---\ntitle: "\\x3cscript\\x3e"\n---\n',
    '---\ntitle: "a\\u202eb"\n---\n',
    "---\ntemplate: other.html\n---\n",
    "---\ntitle: [a\n---\n",
    "![x][y]\n\n[y]: https://example.org/a.png",
    "![y]\n\n> [y]: https://example.org/a.png",
    "> [x][y]\n>\n> [y]: javascript:alert",
    "- [x][y]\n\n    [y]: data:text/html,x",
    "<svg><use href='https://example.org/a.svg#x'/></svg>",
    "<svg><image href='//example.org/a.png'/></svg>",
    "<svg><a><animate attributeName=href values=javascript:alert /></a></svg>",
    "<svg><set attributeName=onclick to=alert /></svg>",
    "[x](https://good.example@evil.example/)",
    "[x](https:\\\\evil.example)",
    "<a href='//evil.example/'>x</a>",
    "<p style='background: image-set(\"https://example.org/a.png\" 1x)'>x</p>",
    "x\n{: .mermaid }",
    "<PRE CLASS=mermaid>graph</PRE>",
    "<img/src='x'/onerror=alert(1)>",
]

HONEST = [
    "# Page\n\n[x](https://example.org/a_(b)) and [y](../data/), `<script>` in code, &amp; and &nbsp;here.",
    "---\ntitle: A page\ndescription: What it is\ntemplate: home.html\n---\n\n# Page\n\n![x](assets/a.png)",
    "```html\n<script>alert(1)</script>\n```\n\n[x][y]\n\n[y]: https://example.org/",
]


@pytest.fixture
def told(tmp_path):
    """told({name: text}) -> the files of docs/ that have a problem."""

    def ask(files):
        (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
        for name, text in files.items():
            path = tmp_path / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return {problem.path.removeprefix("docs/") for problem in handwritten_pages(SimpleNamespace(root=tmp_path))}

    return ask


@pytest.mark.parametrize("mark", ["<![CDATA[", "<![", "<a ", "[a](", "[a]["])
def test_a_page_that_would_hold_its_converter_is_told(told, mark):
    """A converter of 12,000 such marks takes minutes; two thousand brackets and tags are more than any page has."""
    opened = mark.count("[") + mark.count("<")

    assert told({"full.md": mark * (2_000 // opened), "over.md": mark * (2_000 // opened + 1)}) >= {"over.md"}
    assert "full.md" not in told({"full.md": "[a] " * 2_000})


def test_every_way_to_run_load_or_deceive_is_told(told):
    files = {f"page{number}.md": text for number, text in enumerate(HARM)}
    assert told(files) == set(files)


def test_honest_pages_are_left_in_peace(told):
    assert told({f"page{number}.md": text for number, text in enumerate(HONEST)}) == set()


def test_files_that_load_hide_or_take_a_place_are_told(told):
    svg = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
    bad = {
        "utf16.svg": svg.format("<script>alert(1)</script>").encode("utf-16"),
        "import.svg": svg.format("<style>@import url(//example.org/a.css);</style>"),
        "large.svg": svg.format(" " * 1_000_001),
        "import.css": "@import 'https://example.org/a.css';",
        "picture.css": "p { background: url( '//example.org/a.png' ) }",
        "run.js": "alert(1)",
        "events.md": "# Mine",
        "data/index.md": "# Mine",
        "about/audit/1.md": "# Mine",
        "corrections.md": "# Mine",
    }
    good = {
        "fine.svg": svg.format('<rect fill="url(#a)"/>'),
        "assets/own.css": "/* https://example.org */ p { background: url(a.png) url(data:image/png;base64,AA) }",
        "assets/own.js": "1",
        "eventful.md": "# Mine",
    }
    assert told({**bad, **good}) == set(bad)


def test_the_last_look_is_at_what_a_page_has_become():
    assert page_harm.of_page("<p><a href='../a/'>x</a><img src='a.png'></p>") is None
    assert page_harm.of_page("<p><img alt='>' src=x onerror=alert(1)></p>").code == "script-in-page"
    assert page_harm.of_page("<pre class='a mermaid'></pre>").code == "third-party"

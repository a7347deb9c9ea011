"""The page for lost readers stands by itself: its few colours are a copy of the site's, and are held to them."""

import re

import pytest

from harness import REPO
from timeline.website.frame import THEME

STYLES = REPO / "timeline/website/styles"

COLOUR = re.compile(r"--(?:tl-)?([\w-]+): (#\w+)")


def colours(path, start):
    """Return the colours of the first rule after `start`, by name."""
    text = path.read_text(encoding="utf-8")
    return dict(COLOUR.findall(text[text.index(start) :].partition("}")[0]))


@pytest.mark.parametrize(
    ("lost", "ours"),
    [
        ("<style>", ':root,\n[data-md-color-scheme="default"] {'),
        ("(prefers-color-scheme: dark)", '[data-md-color-scheme="slate"] {'),
    ],
    ids=["light", "dark"],
)
def test_its_colours_are_those_of_the_site(lost, ours):
    copy, site = colours(THEME / "404.html", lost), colours(STYLES / "site/colours.css", ours)

    assert {"paper", "ink", "link"} <= set(copy)
    assert copy == {name: site[name] for name in copy}

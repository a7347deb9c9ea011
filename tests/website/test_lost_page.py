"""The page for lost readers stands by itself: its few colours are a copy of the site's, and are held to them."""

import re

import pytest

from timeline.website.frame import THEME

COLOUR = re.compile(r"--(?:tl-)?([\w-]+): (#\w+)")


def colours(path, start):
    """Return the colours of the first rule after `start`, by name."""
    text = (THEME / path).read_text(encoding="utf-8")
    return dict(COLOUR.findall(text[text.index(start) :].partition("}")[0]))


@pytest.mark.parametrize(
    ("lost", "ours"),
    [
        ("<style>", ':root, [data-md-color-scheme="default"] {'),
        ("(prefers-color-scheme: dark)", '[data-md-color-scheme="slate"] {'),
    ],
    ids=["light", "dark"],
)
def test_its_colours_are_those_of_the_site(lost, ours):
    copy, site = colours("404.html", lost), colours("assets/site.css", ours)

    assert {"paper", "ink", "link"} <= set(copy)
    assert copy == {name: site[name] for name in copy}

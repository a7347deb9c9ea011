"""Pages as they are heard: what a virtual screen reader says of them is kept in tests/golden/aloud/, for people to read.

After a change: `pytest tests/browser/test_aloud.py --update-golden`, then read the difference aloud.
"""

import pytest
from timelinepage import open_timeline

from aloud import spoken
from harness import REPO

GOLDEN = REPO / "tests/golden/aloud"

PAGES = {
    "timeline": ("campaigns", "", ".tv-ui"),
    "event": ("waterloo", "events/1815-waterloo/", "main"),
    "quiz": ("waterloo", "teach/modern-times/", ".tl-order"),
    "walk": ("waterloo", "story/", "main"),
}
"""What is read: a site, the path of a page, and the part of it."""

OFTEN = ("end of paragraph", "paragraph", "end of listitem")
"""What is said between all others and tells nobody anything new."""

OF_THE_CLONE = (("region, Cite this page", "end of region, Cite this page"), ("Something wrong?", "end of time"))
"""First and last phrase of what tells days and commits of the clone in which the site was built."""


def lasting(heard):
    """The phrases without those that another clone has otherwise."""
    until = ""
    for phrase in heard:
        until = until or next((last for first, last in OF_THE_CLONE if phrase.startswith(first)), "")
        if not until and not phrase.startswith(OFTEN):
            yield phrase
        if phrase == until:
            until = ""


def heard_page(page, url, part):
    if part == ".tv-ui":
        return open_timeline(page, url)
    tab = page(url)
    tab.wait_for_selector(f"{part} >> nth=0")
    return tab


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_heard_as_written_down(name, shared, page, pytestconfig):
    where, path, part = PAGES[name]
    site = shared.site(where)
    tab = heard_page(page, site.url + path, part)
    heard = [phrase.split(", level ")[0] if phrase.startswith("listitem") else phrase for phrase in spoken(tab, part)]
    told = "\n".join(lasting(heard)) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if pytestconfig.getoption("update_golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_nothing_is_heard_without_a_name(shared, page):
    """Links, buttons and pictures of these pages all say what they are."""
    for where, path, part in PAGES.values():
        tab = heard_page(page, shared.site(where).url + path, part)
        bare = {"link", "button", "image", "img", "slider", "searchbox", "combobox", "checkbox", "textbox"}
        assert [one for one in spoken(tab, part) if one in bare] == [], path

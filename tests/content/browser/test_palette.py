"""The switch of colours: by key, remembered, and following the system until somebody chooses."""

import pytest
from playwright.sync_api import expect

LIGHT, DARK = "default", "slate"


def scheme(view):
    return view.locator("html").get_attribute("data-md-color-scheme")


def focus_switch(view):
    view.locator(".tl-search-button").focus()
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.name") == "__palette"
    assert view.evaluate("scrollY") == 0, "the hidden switch draws the page to where it lies"


def test_follows_the_system_until_chosen(site, page):
    view = page(site.url + "about/", color_scheme="dark")
    assert scheme(view) == DARK
    view.emulate_media(color_scheme="light")
    expect(view.locator("html")).to_have_attribute("data-md-color-scheme", LIGHT)


@pytest.mark.parametrize("key", ["Enter", "ArrowRight"])
def test_switches_by_keyboard_and_remembers(key, site, sample, page):
    view = page(site.url + "about/", color_scheme="light")
    focus_switch(view)
    view.keyboard.press(key)
    assert scheme(view) == LIGHT  # system -> light
    view.keyboard.press(key)
    assert scheme(view) == DARK  # light -> dark
    view.reload()
    assert scheme(view) == DARK
    view.goto(site.url + sample["event"])
    assert scheme(view) == DARK
    view.emulate_media(color_scheme="light")
    assert scheme(view) == DARK


def test_switches_by_pointer_and_says_what_comes_next(site, page):
    view = page(site.url + "about/", color_scheme="light")
    for name, after in (("follow your system", LIGHT), ("Light colours", DARK), ("Dark colours", LIGHT)):
        label = view.locator(".md-header__option label:visible")
        assert name in label.get_attribute("title")
        label.click()
        expect(view.locator("html")).to_have_attribute("data-md-color-scheme", after)


def test_focus_on_the_switch_is_visible(site, page):
    view = page(site.url + "about/")
    focus_switch(view)
    outline = view.locator(".md-header__option label:visible").evaluate(
        "node => [getComputedStyle(node).outlineStyle, parseFloat(getComputedStyle(node).outlineWidth)]"
    )
    assert outline[0] != "none" and outline[1] >= 1, outline


def test_chosen_colours_are_there_before_the_scripts(site, sample, page):
    """No flash: what was chosen is set by the page itself, not by a script that comes later."""
    view = page(site.url + "about/", color_scheme="light")
    focus_switch(view)
    view.keyboard.press("Enter")
    view.keyboard.press("Enter")
    view.route("**/assets/**/*.js", lambda route: route.abort())
    page.problems.clear()
    view.goto(site.url + sample["event"])
    assert scheme(view) == DARK
    page.problems.clear()

"""Cards of notes, words and names: by pointer, key and tap, and without a script."""

import pytest

CARD = ".tl-hovercard"


@pytest.fixture(scope="module")
def site(shared):
    return shared.site("waterloo")


def event(page, site, **options):
    return page(f"{site.url}events/1815-waterloo/", **options)


def test_the_pointer_opens_a_card_stays_on_it_and_closes_it(page, site):
    tab = event(page, site)
    link = tab.locator(".tl-prose a.tl-named").first
    link.hover()
    tab.wait_for_selector(CARD)
    assert tab.locator(CARD).inner_text().startswith("Napoleon Emperor of the French, twice.")
    assert link.get_attribute("title") is None  # or the browser would say it again

    tab.locator(f"{CARD} a").hover()
    assert tab.locator(CARD).is_visible()
    tab.locator("h1").hover()
    tab.wait_for_selector(CARD, state="detached")


def test_the_keyboard_opens_a_note_and_escape_puts_it_away(page, site):
    """Tab does not go through what is in a card: the note leads to all of it."""
    tab = event(page, site)
    notes = tab.locator(".tl-prose [role=doc-noteref]")
    tab.locator(".tl-prose a").first.focus()
    while not notes.nth(1).evaluate("node => node === document.activeElement"):
        tab.keyboard.press("Tab")
        assert not tab.evaluate(f"document.activeElement.closest('{CARD}')")
    assert tab.locator(CARD).locator(".tl-ref").text_content() == tab.locator("#source-2 .tl-ref").text_content()
    assert notes.nth(1).get_attribute("aria-describedby") == tab.locator(CARD).get_attribute("id")

    tab.keyboard.press("Escape")
    assert tab.locator(CARD).count() == 0
    assert notes.nth(1).evaluate("node => node === document.activeElement")


def test_a_tap_opens_a_card_and_a_second_one_follows_the_link(page, site):
    tab = event(page, site, has_touch=True, viewport=(360, 640))
    link = tab.locator(".tl-prose a.tl-named").first
    link.tap()
    box = tab.locator(CARD).bounding_box()
    assert tab.url.endswith("/1815-waterloo/") and box["x"] >= 0 and box["x"] + box["width"] <= 360

    link.tap()
    tab.wait_for_url("**/people/napoleon/")


def test_a_card_tells_a_word_of_the_glossary_and_leaves_with_a_click_elsewhere(page, site):
    tab = page(f"{site.url}events/1815-return/")
    tab.locator("a.tl-term").first.hover()
    tab.wait_for_selector(CARD)
    tab.locator("h1").click()

    assert tab.locator(CARD).count() == 0


def test_without_the_script_names_and_words_are_links_that_say_what_they_are(page, site):
    tab = event(page, site, javascript=False)
    link = tab.locator(".tl-prose a.tl-named").first

    assert link.get_attribute("title") and tab.locator(CARD).count() == 0
    link.click()
    tab.wait_for_url("**/people/napoleon/")

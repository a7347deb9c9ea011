"""Long lists: filters in place, in the address, and without a script."""

import pytest

SHOWN = "() => [...document.querySelectorAll('.tl-index li[data-of]')].filter(li => li.checkVisibility()).length"
KINDS = "() => [...document.querySelectorAll('.tl-section > h2')].filter(h => h.checkVisibility()).map(h => h.id)"


@pytest.fixture(scope="module")
def site(shared):
    return shared.site("waterloo")


def chip(tab, name):
    return tab.locator(".tl-filter").get_by_role("link", name=name)


def test_choices_join_stand_in_the_address_and_back_undoes_one(page, site):
    tab = page(f"{site.url}people/")
    everybody = tab.evaluate(SHOWN)

    chip(tab, "People").click()
    persons = tab.evaluate(SHOWN)
    assert tab.evaluate(KINDS) == ["person"] and "kind=person" in tab.url
    assert chip(tab, "People").get_attribute("aria-current") == "true"

    chip(tab, "1 event").click()
    assert 0 < tab.evaluate(SHOWN) < persons < everybody
    assert "kind=person&weight=once" in tab.url
    assert tab.locator("list-filter output").inner_text() == f"{tab.evaluate(SHOWN)} of {everybody} shown"

    tab.go_back()
    assert tab.evaluate(SHOWN) == persons
    chip(tab, "People").click()  # chosen again, it lets go
    assert tab.evaluate(SHOWN) == everybody and "?" not in tab.url


def test_each_number_says_what_is_left_after_its_choice(page, site):
    tab = page(f"{site.url}people/?kind=person")
    for name in ("2 to 9 events", "1 event"):
        said = int(chip(tab, name).locator("span").inner_text())
        chip(tab, name).click()
        assert tab.evaluate(SHOWN) == said
        tab.go_back()


@pytest.mark.parametrize("path", ["people/", "sources/", "disputes/"])
def test_without_a_script_all_is_there_and_a_link_filters(page, site, path):
    tab = page(f"{site.url}{path}", javascript=False)
    entries = tab.locator("[data-of]:not(:has([data-of])):not(nav *)")
    every = entries.count()
    assert entries.locator("visible=true").count() == every

    link = tab.locator(".tl-filter li a").first
    link.click()
    left = int(link.locator("span").inner_text())
    assert entries.locator("visible=true").count() == left < every
    tab.locator(".tl-filter__all a").click()
    assert entries.locator("visible=true").count() == every


def test_a_filter_is_kept_on_paper_and_its_links_are_not(page, site):
    tab = page(f"{site.url}people/?kind=state")
    tab.emulate_media(media="print")

    assert not tab.locator(".tl-filter").is_visible()
    assert tab.evaluate(KINDS) == ["state"]

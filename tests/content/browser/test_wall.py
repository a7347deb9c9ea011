"""What hangs on a wall fills its sheets, and a task that was made a link is shown from the link alone."""

import pytest
from playwright.sync_api import expect

import sheets


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_strips_and_maps_print_a_sheet_each_with_nothing_cut(site, page, tmp_path, paper):
    eras = len(list((site.directory / "embed").glob("*/index.html")))
    for name, most in (("strips", eras), ("strips-blank", eras), ("map", 2), ("map-blank", 2)):
        printed = sheets.read(page(f"{site.url}teach/wall/{name}/").pdf(format=paper, landscape=True), tmp_path)
        assert len(printed) == most, name
        assert [(side.outside(), side.clashes()) for side in printed] == [([], [])] * most, name


@pytest.mark.parametrize("paper", ["A3", "Tabloid"])
def test_the_poster_is_one_sheet(site, page, tmp_path, paper):
    [sheet] = sheets.read(page(f"{site.url}teach/wall/poster/").pdf(format=paper, landscape=True), tmp_path)
    assert sheet.outside() == [] and sheet.clashes() == []


def test_a_task_is_made_refused_and_shown(site, page):
    view = page(f"{site.url}teach/assign/")
    boxes = view.locator(".tl-assign__events input:not([data-unsure])")
    link = view.locator(".tl-assign__link")
    boxes.nth(0).check()
    expect(link).to_have_value("")
    for at in (4, 8, 12):
        boxes.nth(at).check()
    view.get_by_label("What you want to say").fill("Ten minutes & no more.")
    address = link.input_value()

    shown = page(address)
    expect(shown.locator("order-quiz li")).to_have_count(4)
    expect(shown.get_by_text("Ten minutes & no more.")).to_be_visible()
    expect(shown.locator(".tl-assign__form")).to_be_hidden()
    shown.get_by_role("button", name="Show the answer").click()
    places = [item.get_attribute("data-place") for item in shown.locator("order-quiz li").all()]
    assert places == ["1", "2", "3", "4"]


def test_a_task_finds_an_event_by_its_former_id(site, page):
    view = page(f"{site.url}teach/assign/")
    view.locator(".tl-assign__events input").first.evaluate(
        "(box) => { box.dataset.former = 'one-id another-id'; location.hash = '#task=read&events=another-id'; }"
    )
    expect(view.locator(".tl-assign__read a")).to_have_count(1)


def test_without_scripts_the_page_says_what_the_address_holds(site, page):
    view = page(f"{site.url}teach/assign/", java_script_enabled=False)
    expect(view.locator("[data-unscripted]")).to_contain_text("events=")
    assert view.locator(".tl-assign__events a").count() > 50

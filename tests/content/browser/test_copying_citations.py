"""Copying a citation: a button for each style, italics for programs that know them, and plain text for the rest."""

import pytest
from playwright.sync_api import expect

STYLES = ("APA 7", "MLA 9", "Chicago 18")
RIGHTS = ["clipboard-read", "clipboard-write"]
TAKEN = """async () => {
  const [item] = await navigator.clipboard.read();
  const read = async type => item.types.includes(type) ? (await item.getType(type)).text() : "";
  return { html: await read("text/html"), text: await read("text/plain") };
}"""


@pytest.mark.parametrize("style", STYLES)
def test_the_button_copies_with_italics_and_without(style, site, sample, page):
    view = page(site.url + sample["event"], permissions=RIGHTS)
    shown = view.locator(f"[data-copy='{style} citation']")

    view.get_by_role("button", name=f"Copy the {style} citation").click()

    taken = view.evaluate(TAKEN)
    assert taken["text"] == shown.text_content()
    assert taken["html"].count("<i>") == shown.locator("i").count() == (0 if style == "Chicago 18" else 1)
    assert "<button" not in taken["html"]


def test_what_happened_is_said_aloud_and_on_the_button(site, sample, page):
    view = page(site.url + sample["source"], permissions=RIGHTS)
    button = view.get_by_role("button", name="Copy the MLA 9 citation")
    button.focus()

    view.keyboard.press("Enter")

    expect(view.get_by_role("status").filter(has_text="MLA 9 citation copied")).to_have_count(1)
    expect(view.get_by_role("button", name="Copied the MLA 9 citation")).to_be_focused()
    expect(button).to_have_text("Copy")


def test_on_the_next_page_too_there_is_one_button_a_style(site, sample, page):
    view = page(site.url + sample["event"], permissions=RIGHTS)
    view.locator(".tl-prevnext a").first.click()
    view.wait_for_url(lambda url: sample["event"] not in url)

    expect(view.locator(".tl-citations .tl-copy")).to_have_count(3)
    view.get_by_role("button", name="Copy the APA 7 citation").click()
    assert view.evaluate(TAKEN)["text"] == view.locator("[data-copy='APA 7 citation']").text_content()


def test_a_file_for_reference_managers_downloads(site, sample, page):
    view = page(site.url + sample["source"])
    with view.expect_download() as started:
        view.locator(".tl-cite__files a").first.click()

    assert started.value.suggested_filename.endswith(".bib")


def test_without_javascript_nothing_is_offered_that_does_not_work(site, sample, page):
    view = page(site.url + sample["event"], javascript=False)

    expect(view.locator(".tl-copy")).to_have_count(0)
    for style in STYLES:
        expect(view.locator(f"[data-copy='{style} citation']")).to_be_visible()


def test_paper_has_the_citations_and_no_controls(site, sample, page):
    view = page(site.url + sample["event"])
    view.emulate_media(media="print")

    expect(view.locator(".tl-copy").first).to_be_hidden()
    expect(view.locator(".tl-cite__files").first).to_be_hidden()
    expect(view.locator("[data-copy='APA 7 citation']")).to_be_visible()

"""Correct this sentence: a selection becomes a note that says everything a correction needs."""

import re

import pytest
from playwright.sync_api import expect

import waterloo
from harness import Site, run_build

SELECT = "getSelection().selectAllChildren(document.querySelector('.tl-prose p'))"


@pytest.fixture(scope="module")
def told(tmp_path_factory, serve):
    """A timeline without a repository, but with an address for letters."""
    root = tmp_path_factory.mktemp("contact") / "tiny"
    project = waterloo.copy(root)
    project.write({"mkdocs.yml": project.read("mkdocs.yml").replace("extra:\n", "extra:\n  contact: us@example.org\n")})
    result = run_build("-C", root, "build", cwd=root, timeout=300)
    assert result.code == 0, result.stdout + result.stderr
    return Site(root / "site", serve(root / "site"))


def test_a_selected_sentence_becomes_a_note_to_send_copy_or_keep(told, page):
    view = page(told.url + "events/1815-waterloo/")
    view.evaluate(SELECT)
    view.get_by_role("button", name="Correct this sentence").click()

    panel = view.get_by_role("dialog", name="Correct a sentence")
    assert panel.get_by_label("It says now").input_value().startswith("The rain of the night")
    panel.get_by_label("It should say").fill("The rain of two nights")
    panel.get_by_label("Source").fill("The London Gazette, p. 1213")
    with view.expect_download() as download:
        panel.get_by_role("button", name="Keep it as a file").click()
    note = download.value.path().read_text(encoding="utf-8")
    assert download.value.suggested_filename == "correction-1815-waterloo.txt"
    assert "File: events/1815-waterloo.yaml\n" in note
    assert "\nIt should say: The rain of two nights\n" in note
    panel.get_by_role("button", name="Copy the note").click()
    expect(panel.get_by_role("status")).to_have_text("The note is copied.")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)


def test_a_sloppy_selection_is_widened_to_the_sentence(told, page):
    view = page(told.url + "events/1815-waterloo/")
    view.evaluate("""() => {
        const text = document.createTreeWalker(document.querySelector(".tl-prose p"), NodeFilter.SHOW_TEXT).nextNode();
        getSelection().setBaseAndExtent(text, 8, text, 14);
    }""")
    view.get_by_role("button", name="Correct this sentence").click()

    said = view.get_by_label("It says now").input_value()
    whole = re.sub(r"\s*\[\d+\]", "", " ".join(view.locator(".tl-prose p").first.text_content().split()))
    assert said.startswith("The rain of the night") and said.endswith(".") and said in whole
    assert len(said) < len(whole), "one sentence, and not the paragraph"


def test_an_empty_note_is_not_given_out(told, page):
    view = page(told.url + "people/napoleon/")
    view.get_by_role("button", name="Correct a sentence").press("Enter")
    panel = view.get_by_role("dialog", name="Correct a sentence")
    for name in ("Copy the note", "Keep it as a file"):
        panel.get_by_role("button", name=name).click()
        expect(panel.get_by_role("status")).to_contain_text("say which sentence, number or date it is")
        expect(panel.get_by_label("It says now")).to_be_focused()
    panel.get_by_label("It says now").fill("He was born in July.")
    panel.get_by_role("link", name="Send it by e-mail").click()
    expect(panel.get_by_role("status")).to_contain_text("say what it should say, or why it is wrong")
    expect(panel.get_by_label("It should say")).to_have_attribute("aria-invalid", "")


def test_the_foot_of_a_page_offers_the_same_by_keyboard_and_mail(told, page):
    view = page(told.url + "people/napoleon/")
    view.get_by_role("button", name="Correct a sentence").press("Enter")

    panel = view.get_by_role("dialog", name="Correct a sentence")
    expect(panel.get_by_label("It says now")).to_be_focused()
    panel.get_by_label("It says now").fill("born in July")
    panel.get_by_label("Why").fill("He was born in August.")
    link = panel.get_by_role("link", name="Send it by e-mail")
    link.evaluate("node => node.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    address = link.get_attribute("href")
    assert address.startswith("mailto:us@example.org?subject=Correction%3A%20reference%2Factors%2Fnapoleon.yaml&body=")
    assert "He%20was%20born%20in%20August." in address

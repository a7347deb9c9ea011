"""The form for a new event on this site; its preview against the built page of every event."""

import json
import re

import pytest
from playwright.sync_api import expect

from harness import REPO, axe_violations
from modules import exposed
from timeline.reading.corpus import load

FORM = "contribute/new/"


def test_without_javascript_the_page_leads_to_the_template(site, page):
    view = page(site.url + FORM, javascript=False)

    assert view.get_by_text("This form needs JavaScript").is_visible()
    assert view.get_by_role("link", name="template to copy").get_attribute("href") == "../#template"
    assert view.locator("event-form").get_by_role("textbox").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_with_everything_open(scheme, site, page):
    view = page(site.url + FORM, viewport=(360, 740), color_scheme=scheme, reduced_motion="reduce")
    expect(view.get_by_text("This form needs JavaScript")).to_be_hidden()
    view.get_by_label("When?").fill("soon")
    view.get_by_label("When?").press("Tab")
    view.evaluate("for (const node of document.querySelectorAll('event-form [hidden]:not(ul)')) node.hidden = false")
    view.evaluate("document.querySelectorAll('event-form details').forEach(node => { node.open = true; })")
    for name in (re.compile("^Add a number$"), re.compile("^Add a question$"), re.compile("^Describe a source")):
        view.get_by_role("button", name=name).click()
    found = axe_violations(view, None, {"rules": {"target-size": {"enabled": True}}})
    assert [(violation["id"], [node["target"] for node in violation["nodes"]][:3]) for violation in found] == []
    assert view.evaluate("document.documentElement.scrollWidth") <= 360


PARTS = """([values, html]) => {
  const built = new DOMParser().parseFromString(html, "text/html").querySelector("article");
  for (const other of built.querySelectorAll("[aria-labelledby=over-time], .tl-picture, .tl-map__drawn")) other.remove();
  return [formModules.page(JSON.parse(values), known), built].map(page => {
    const cited = link => page.querySelector(link.getAttribute("href"));
    const back = [...page.querySelectorAll(".tl-sources__back")].map(one => [...one.children].filter(cited));
    for (const [at, source] of [...page.querySelectorAll(".tl-ref")].entries()) if (!back[at].length) source.remove();
    const texts = selector => [...page.querySelectorAll(selector)].map(node => node.textContent.replace(/\\s+/g, ""));
    return {
      date: texts(".tl-head .tl-date"), title: texts(".tl-head h1, .tl-preview__title"), lead: texts(".tl-lead"),
      chips: texts(".tl-chip"), note: texts(".tl-head .tl-aside-note"), body: texts(".tl-prose > *"),
      numbers: texts(".tl-figures b, .tl-bars__value"), disputes: texts(".tl-dispute"), quotes: texts(".tl-quote"),
      references: texts(".tl-ref"),
      places: back.filter(links => links.length).map(links => links.map(link => link.textContent.replace(/^↑\\d*/, "")))
    };
  });
}"""


def read(site, path):
    return (site.directory / path / "index.html").read_text(encoding="utf-8")


def form_data(site):
    """Return what the page holds for the form, as it stands before the script runs."""
    return json.loads(re.search(r"<div data-form hidden>(.*?)</div>", read(site, FORM), re.DOTALL)[1])


def test_the_preview_says_what_the_page_of_every_event_says(site, page):
    """The browser has words for dates, numbers for citations and references of its own: they are those of the build.

    What other records bring to a page, charts, pictures and maps, no new event has; their sources come after its own.
    """
    view = page(site.url + FORM)
    view.evaluate(exposed("globalThis.formModules", {"form/preview.js": ["page"]}))
    view.evaluate("known => { globalThis.known = JSON.parse(known); }", json.dumps(form_data(site)["known"]))
    events = load(REPO).events
    different = []
    for id_, entry in events.items():
        drawn, built = view.evaluate(PARTS, [json.dumps(entry.file.data), read(site, f"events/{id_}/")])
        different += [(id_, part, drawn[part], built[part]) for part in built if drawn[part] != built[part]]
    assert len(events) > 100
    assert different == []


def test_on_a_wide_screen_the_page_stays_in_sight_beside_the_form(site, page):
    view = page(site.url + FORM, viewport=(1440, 900))
    form, shown = view.locator("event-form form"), view.locator(".tl-preview")
    view.get_by_role("button", name=re.compile("^Step 4 of 5")).click()
    view.get_by_role("button", name="Next: Look and send").scroll_into_view_if_needed()

    left, right = form.bounding_box(), shown.bounding_box()
    assert right["x"] >= left["x"] + left["width"]
    assert 0 <= right["y"] < right["y"] + right["height"] <= 900

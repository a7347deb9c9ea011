"""Classroom packs as a teacher uses them: on paper, as a quiz by key and by hand, and the walk on a projector."""

import re

import pytest
from playwright.sync_api import expect

import sheets
from harness import axe_violations

SHEETS = ("A4", "Letter")
PAGES = 11
"""Sheets of a pack: plan, student sheet, fronts, backs, order, questions, two comparisons, answers, sources."""

MILLIMETRE = 96 / 25.4


@pytest.fixture(scope="module")
def packs(site):
    return sorted(path.parent.name for path in (site.directory / "teach").glob("*/index.html"))


@pytest.fixture
def quiz(site, packs, page):
    return page(f"{site.url}teach/{packs[0]}/", viewport=(1000, 900))


@pytest.mark.parametrize("sheet", SHEETS)
def test_packs_print_on_the_sheets_they_are_meant_for(sheet, placed, packs, page, tmp_path):
    """The student sheet is one page, fronts and backs share a leaf, and the answers begin a leaf of their own."""
    for pack in packs:
        view = page(f"{placed.url}teach/{pack}/")
        pages = [side.text for side in sheets.read(view.pdf(format=sheet), tmp_path)]
        titles = {
            "plan": "Classroom pack",
            "student": "Find, explain, judge",
            "order": "Put them in order",
            "questions": "Questions to discuss",
            "compare": "Compare the sources",
            "answers": "For the teacher: answers",
            "sources": "Sources of this pack",
        }
        at = {
            name: [n for n, text in enumerate(pages, 1) if re.search(rf"^\s*{title}", text, re.M)]
            for name, title in titles.items()
        }
        assert abs(len(pages) - PAGES) <= 1, (pack, len(pages))
        assert at["student"] == [2] and 1 in at["plan"] and at["order"][-1] == 5 and 6 in at["questions"], (pack, at)
        assert at["compare"][-1] == 7 and at["answers"][-1] == 9, (pack, at)
        for number, text in enumerate(pages, 1):
            assert f"{placed.url}teach/{pack}/" in text
            assert re.search(rf"version of \d{{4}}-\d\d-\d\d .* {number} of {len(pages)}\n", text), (pack, number)


@pytest.mark.parametrize("sheet", SHEETS)
def test_backs_lie_behind_their_fronts(sheet, site, packs, page):
    """Both stand in the middle of equal margins and at the same height, so turning on the long edge makes them meet."""
    widths = {"A4": 210 - 26, "Letter": 215.9 - 26}
    view = page(site.url, viewport=(round(widths[sheet] * MILLIMETRE), 1000))
    view.emulate_media(media="print")
    for pack in packs:
        view.goto(f"{site.url}teach/{pack}/")
        fronts, backs = view.evaluate(SIDES)
        assert abs(fronts["left"] - fronts["right"]) < 1 and abs(backs["left"] - fronts["left"]) < 1, pack
        behind = {name: (right, top) for name, _, top, right, _ in backs["cards"] if name}
        for name, left, top, _, over in fronts["cards"]:
            if name:
                assert abs(behind[name][0] - left) <= 1 and behind[name][1] == top, (pack, name)
                assert over <= 1, f"{pack}: the front of {name} is cut off"
        assert [name for name, *_, over in backs["cards"] if over > 1] == [], pack


SIDES = """() => [".tl-cardsheet--fronts", ".tl-cardsheet--backs"].map(name => {
  const sheet = document.querySelector(name), box = sheet.getBoundingClientRect();
  return {
    left: box.left,
    right: document.documentElement.clientWidth - box.right,
    cards: [...sheet.children].map(card => {
      const one = card.getBoundingClientRect(), round = Math.round;
      const over = card.scrollHeight - card.clientHeight;
      const places = [one.left - box.left, one.top - box.top, box.right - one.right].map(round);
      return [card.dataset.card || "", ...places, over];
    }),
  };
})"""

CLIPPED = """() => [...document.querySelectorAll(".tl-pack *")].filter(node => {
  const box = node.getBoundingClientRect();
  return box.width && (box.right > document.documentElement.clientWidth + 1 || box.left < -1) && !node.closest("svg");
}).map(node => node.tagName + "." + node.className)"""


@pytest.mark.parametrize("millimetres", [184, 190])
def test_nothing_of_a_pack_leaves_the_sheet(millimetres, site, packs, page):
    view = page(site.url, viewport=(round(millimetres * MILLIMETRE), 1000))
    view.emulate_media(media="print")
    for pack in packs:
        view.goto(f"{site.url}teach/{pack}/")
        assert view.evaluate(CLIPPED) == [], pack


def test_a_part_prints_alone(site, packs, page, tmp_path):
    view = page(f"{site.url}teach/{packs[0]}/")
    view.evaluate("window.print = () => { window.asked = document.body.dataset.print; }")
    view.get_by_role("button", name="Print this part: Event cards").click()
    assert view.evaluate("window.asked") == "cards"
    assert len(sheets.read(view.pdf(format="A4"), tmp_path)) == 2
    view.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not view.evaluate("'print' in document.body.dataset")


def test_the_code_of_a_pack_is_there_only_when_the_address_is_known(site, placed, packs, page):
    assert page(f"{site.url}teach/{packs[0]}/").locator(".tl-qr").count() == 0
    expect(page(f"{placed.url}teach/{packs[0]}/").locator(".tl-qr")).to_be_visible()


def places(view):
    return view.locator(".tl-order li").evaluate_all("items => items.map(item => Number(item.dataset.place))")


def test_the_quiz_is_solved_by_keyboard_alone(quiz):
    said = quiz.locator(".tl-order__said")
    count = len(places(quiz))
    quiz.locator(".tl-order__grip").first.focus()
    for want in range(1, count + 1):
        order = places(quiz)
        at = order.index(want)
        quiz.locator(".tl-order__grip").nth(at).focus()
        for _ in range(at - want + 1):
            quiz.keyboard.press("ArrowUp")
        expect(quiz.locator(".tl-order__grip").nth(want - 1)).to_be_focused()
        if at > want - 1:
            expect(said).to_contain_text(f"place {want} of {count}")
    assert places(quiz) == list(range(1, count + 1))
    quiz.get_by_role("button", name="Check my order").press("Enter")
    expect(said).to_contain_text(f"All {count} are in the right place")
    assert quiz.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")[2] == ""


def test_home_end_and_the_ends_of_the_list(quiz):
    order = places(quiz)
    quiz.locator(".tl-order__grip").first.focus()
    quiz.keyboard.press("ArrowUp")
    expect(quiz.locator(".tl-order__said")).to_have_text("It stands first already.")
    quiz.keyboard.press("End")
    assert places(quiz) == [*order[1:], order[0]]
    quiz.keyboard.press("ArrowDown")
    expect(quiz.locator(".tl-order__said")).to_have_text("It stands last already.")
    quiz.keyboard.press("Home")
    assert places(quiz) == order


def test_the_quiz_by_buttons_and_what_it_says(quiz):
    order, said = places(quiz), quiz.locator(".tl-order__said")
    quiz.locator(".tl-order__down").first.click()
    assert places(quiz) == [order[1], order[0], *order[2:]]
    quiz.get_by_role("button", name="Check my order").click()
    right = sum(place == at for at, place in enumerate(places(quiz), 1))
    expect(said).to_have_text(f"{right} of {len(order)} are in the right place.")
    quiz.get_by_role("button", name="Show the answer").click()
    assert places(quiz) == sorted(order)
    expect(quiz.locator(".tl-order__result").first).to_have_text(
        quiz.locator(".tl-order li").first.get_attribute("data-date")
    )
    quiz.get_by_role("button", name="Start again").click()
    assert places(quiz) == order
    expect(said).to_have_attribute("role", "status")


def test_the_quiz_by_drag(quiz):
    order = places(quiz)
    grip, last = quiz.locator(".tl-order__grip").first, quiz.locator(".tl-order li").last
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), last.bounding_box()
    quiz.mouse.move(start["x"] + 5, start["y"] + 5)
    quiz.mouse.down()
    quiz.mouse.move(start["x"] + 5, end["y"] + end["height"] - 4, steps=25)
    quiz.mouse.up()
    assert places(quiz) == [*order[1:], order[0]]


def test_the_walk_by_keys_and_clicker(site, page):
    view = page(f"{site.url}story/")
    steps = view.locator(".tl-step")
    headings = steps.locator("h2").all_text_contents()
    opener = view.get_by_role("button", name="Show on the whole screen")
    opener.press("Enter")
    show = view.locator(".tl-show[open]")
    for key, at in (
        ("ArrowRight", 1),
        ("PageDown", 2),
        (" ", 3),
        ("ArrowLeft", 2),
        ("PageUp", 1),
        ("End", 5),
        ("PageDown", 5),
        ("Home", 0),
        ("ArrowUp", 0),
    ):
        view.keyboard.press(key)
        expect(show.locator("h2")).to_have_text(headings[at])
        expect(show.locator(".tl-show__count")).to_have_text(f"{at + 1} of {len(headings)}")
    assert show.locator(".tl-show__step").get_attribute("aria-live") == "polite"
    assert " ." not in show.locator(".tl-step__text").text_content()
    view.keyboard.press("Escape")
    expect(show).to_have_count(0)
    expect(opener).to_be_focused()


def test_the_walk_goes_on_where_it_was_left(site, page):
    view = page(f"{site.url}story/")
    opener = view.get_by_role("button", name="Show on the whole screen")
    opener.click()
    view.get_by_role("button", name="Next →").click()
    view.get_by_role("button", name="Leave (Esc)").click()
    opener.click()
    expect(view.locator(".tl-show__count")).to_have_text("2 of 6")


@pytest.mark.parametrize("width", [360, 1440])
def test_the_projector_shows_a_step_without_cutting_it(width, site, page):
    view = page(f"{site.url}story/", viewport=(width, 900))
    view.get_by_role("button", name="Show on the whole screen").click()
    for _ in range(6):
        wide, inner = view.evaluate(
            "[document.querySelector('.tl-show').clientWidth, document.querySelector('.tl-show').scrollWidth]"
        )
        assert inner <= wide
        step = view.locator(".tl-show__step")
        high, inner = step.evaluate("step => [step.clientHeight, step.scrollHeight]")
        assert inner <= high + 1 or width == 360  # a phone scrolls
        view.keyboard.press("ArrowRight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_violation_with_quiz_checked_and_walk_open(width, scheme, site, packs, page):
    view = page(f"{site.url}teach/{packs[0]}/", viewport=(width, 900), color_scheme=scheme, reduced_motion="reduce")
    view.get_by_role("button", name="Check my order").click()
    assert axe_violations(view) == []
    view.goto(f"{site.url}story/")
    view.get_by_role("button", name="Show on the whole screen").click()
    expect(view.locator(".tl-show h2")).to_be_visible()
    assert axe_violations(view) == []
    view.goto(f"{site.url}teach/")
    assert axe_violations(view) == []


def test_all_links_are_copied_with_whole_addresses(site, packs, page):
    view = page(f"{site.url}teach/")
    view.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    view.get_by_role("button", name="Copy all links").click()
    expect(view.get_by_role("status").first).to_have_text(" Copied.")
    lines = [line.split("\t") for line in view.evaluate("window.copied").split("\n")]
    assert {len(line) for line in lines} == {3}
    assert [f"{site.url}teach/{pack}/" in [line[2] for line in lines] for pack in packs] == [True] * len(packs)
    assert all(line[0] for line in lines)


def test_the_code_to_copy_works_in_a_page_of_another(site, packs, page):
    view = page(f"{site.url}teach/")
    code = view.locator(f"#code-{packs[0]}").text_content()
    assert f'src="{site.url}embed/{packs[0]}/"' in code
    view.evaluate("code => { document.body.innerHTML = code; }", code)
    frame = view.frame_locator("iframe")
    expect(frame.locator("h1")).to_be_visible()
    expect(frame.locator(".tl-item a, .tv-links a").first).to_be_attached()


def test_without_a_script_nothing_is_offered_that_does_not_work(site, packs, page):
    for path in (f"teach/{packs[0]}/", "teach/", "story/"):
        view = page(site.url + path, javascript=False)
        assert view.locator("main button:visible").count() == 0

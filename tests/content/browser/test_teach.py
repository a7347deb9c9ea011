"""Classroom packs as a teacher uses them: on paper, as a quiz by key and by hand, and the walk on a projector."""

import re

import pytest
from playwright.sync_api import expect

import sheets
from harness import axe_violations

SHEETS = ("A4", "Letter")
MILLIMETRE = 96 / 25.4

LEAVES = (
    ("Classroom pack", "Before the lesson"),
    ("Words to use", "Find, explain, judge"),
    ("Words that help", "Questions"),
    ("Source booklet", "Source D"),
    (None, None),  # fronts of cards, and their backs
    ("Put them in order", "Questions to discuss"),
    ("Compare the sources", "What would settle it"),
)
"""What stands on the front and on the back of each leaf of a pack; a role play and the sources of the pack end it."""


@pytest.fixture(scope="module")
def packs(site):
    return sorted(path.parent.parent.name for path in (site.directory / "teach").glob("*/slides/index.html"))


@pytest.fixture
def quiz(site, packs, page):
    return page(f"{site.url}teach/{packs[0]}/", viewport=(1000, 900))


@pytest.mark.parametrize("sheet", SHEETS)
def test_leaves_hold_what_belongs_together_when_printed_on_both_sides(sheet, placed, packs, page, tmp_path):
    """Text and questions share a leaf, no sheet has an answer on it, and none names the page of the answers."""
    view = page(placed.url)
    for pack in packs:
        view.goto(f"{placed.url}teach/{pack}/answers/")
        answers = view.locator(".tl-answers dd").all_inner_texts()
        view.goto(f"{placed.url}teach/{pack}/")
        printed = sheets.read(view.pdf(format=sheet), tmp_path)
        for leaf, wanted in enumerate(LEAVES):
            for title, side in zip(wanted, printed[2 * leaf :], strict=False):
                assert title is None or re.search(rf"^\s*{title}", side.text, re.MULTILINE), (pack, title)
        assert len(printed) <= 2 * len(LEAVES) + 4, (pack, len(printed))
        assert "Sources of this pack" in " ".join(side.text for side in printed[-2:]), pack
        told = " ".join(" ".join(side.text.split()) for side in printed)
        assert [answer for answer in answers if len(answer) > 60 and " ".join(answer.split()) in told] == []
        for number, side in enumerate(printed, 1):
            *text, foot, address = side.lines
            assert address.replace(" ", "") == f"{placed.url}eras/{pack}/"  # poppler reads a wide kern as a blank
            assert re.search(rf"version of \d{{4}}-\d\d-\d\d .* {number} of {len(printed)}$", foot), (pack, number)
            assert text and side.outside() == [] and side.clashes() == [], (pack, number)


@pytest.mark.parametrize("sheet", SHEETS)
def test_slides_print_as_a_handout(sheet, placed, packs, page, tmp_path):
    """Several slides a sheet, none of them cut by its end."""
    view = page(placed.url)
    view.emulate_media(media="print")
    for pack in packs:
        view.goto(f"{placed.url}teach/{pack}/slides/")
        slides = [text.split("\n") for text in view.locator(".tl-slide").all_inner_texts()]
        printed = sheets.read(view.pdf(format=sheet), tmp_path)
        assert 2 <= len(printed) <= 4, (pack, len(printed))
        feet = {side.lines[-1].replace(" ", "") for side in printed}  # poppler reads a wide kern as a blank
        assert feet == {f"{placed.url}teach/{pack}/slides/"}, pack
        assert [side.outside() + side.clashes() for side in printed] == [[]] * len(printed), pack
        on = [{word.text for word in side.words} for side in printed]
        for first, *_, last in slides:
            whole = {word for word in f"{first} {last}".split() if "-" not in word}  # a line may end in a hyphen
            assert any(whole <= words for words in on), (pack, first)


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
    expect(page(f"{placed.url}teach/{packs[0]}/").locator(".tl-qr-box .tl-qr")).to_be_visible()


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


@pytest.fixture(params=["story", "slides"])
def walk(request, site, packs, page):
    """A page that can be shown step by step."""
    return page(site.url + {"story": "story/", "slides": f"teach/{packs[0]}/slides/"}[request.param])


def test_the_walk_by_keys_and_clicker(walk):
    headings = walk.locator("[data-step] h2").all_text_contents()
    last = len(headings) - 1
    opener = walk.get_by_role("button", name="Show on the whole screen")
    opener.press("Enter")
    show = walk.locator(".tl-show[open]")
    for key, at in (
        ("ArrowRight", 1),
        ("PageDown", 2),
        (" ", 3),
        ("ArrowLeft", 2),
        ("PageUp", 1),
        ("Shift+ ", 0),
        ("End", last),
        ("PageDown", last),
        ("Home", 0),
        ("ArrowUp", 0),
    ):
        walk.keyboard.press(key)
        expect(show.locator("h2")).to_have_text(headings[at])
        expect(show.locator(".tl-show__count")).to_have_text(f"{at + 1} of {len(headings)}")
    stage = show.locator(".tl-show__step")
    assert stage.get_attribute("aria-live") == "polite"
    for _ in headings:
        assert not re.search(r" [.,;:?!]|\[\d", stage.text_content())
        assert stage.locator("a, [id]").count() == 0
        walk.keyboard.press("PageDown")
    assert walk.evaluate("!!document.fullscreenElement")
    walk.keyboard.press("Escape")
    expect(show).to_have_count(0)
    expect(opener).to_be_focused()
    walk.wait_for_function("!document.fullscreenElement")


def test_the_quiz_by_touch(site, packs, page):
    """A finger on the handle moves the event; on the rest of the list it scrolls the page as ever."""
    view = page(f"{site.url}teach/{packs[0]}/", viewport=(390, 800), has_touch=True, is_mobile=True)
    order = places(view)
    grip = view.locator(".tl-order__grip").first
    grip.evaluate("node => node.scrollIntoView({ block: 'start' })")
    start = grip.bounding_box()
    end = view.locator(".tl-order li").nth(2).bounding_box()
    finger = view.context.new_cdp_session(view)

    def touch(kind, *points):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    before = view.evaluate("scrollY")
    touch("touchStart", (x, y))
    last = end["y"] + end["height"] - 4
    for step in range(1, 21):
        touch("touchMove", (x, y + (last - y) * step / 20))
    touch("touchEnd")
    expect(view.locator(".tl-order__said")).to_contain_text(f"place 3 of {len(order)}")
    assert places(view) == [*order[1:3], order[0], *order[3:]]
    assert view.evaluate("scrollY") == before, "the page moves under the finger"


def test_the_walk_goes_on_where_it_was_left(site, page):
    view = page(f"{site.url}story/")
    opener = view.get_by_role("button", name="Show on the whole screen")
    opener.click()
    view.get_by_role("button", name="Next →").click()
    view.get_by_role("button", name="Leave (Esc)").click()
    opener.click()
    expect(view.locator(".tl-show__count")).to_have_text("2 of 6")


@pytest.mark.parametrize("size", [(360, 740), (1024, 768), (1920, 1080)])
def test_the_projector_shows_every_step_without_cutting_it(size, site, packs, page):
    view = page(site.url + "story/", viewport=size)
    for path in ("story/", *(f"teach/{pack}/slides/" for pack in packs)):
        view.goto(site.url + path)
        view.get_by_role("button", name="Show on the whole screen").click()
        for number in range(view.locator("[data-step]").count()):
            wide, inner = view.locator(".tl-show").evaluate("show => [show.clientWidth, show.scrollWidth]")
            assert inner <= wide, (path, number)
            high, inner = view.locator(".tl-show__step").evaluate("step => [step.clientHeight, step.scrollHeight]")
            assert inner <= high + 1 or size[0] == 360, (path, number)  # a phone scrolls
            view.keyboard.press("ArrowRight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_violation_with_quiz_checked_and_walk_open(width, scheme, site, packs, page):
    view = page(f"{site.url}teach/{packs[0]}/", viewport=(width, 900), color_scheme=scheme, reduced_motion="reduce")
    view.get_by_role("button", name="Check my order").click()
    assert axe_violations(view) == []
    for path in ("story/", f"teach/{packs[0]}/slides/"):
        view.goto(site.url + path)
        view.get_by_role("button", name="Show on the whole screen").click()
        expect(view.locator(".tl-show h2")).to_be_visible()
        assert axe_violations(view) == []
    view.goto(f"{site.url}teach/")
    assert axe_violations(view) == []


def test_all_links_are_copied_with_whole_addresses(site, packs, page):
    view = page(f"{site.url}teach/", permissions=["clipboard-read", "clipboard-write"])
    view.get_by_role("button", name="Copy all links").click()
    expect(view.get_by_role("status").first).to_have_text(" Copied.")
    lines = [line.split("\t") for line in view.evaluate("navigator.clipboard.readText()").split("\n")]
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
    for path in (f"teach/{packs[0]}/", f"teach/{packs[0]}/slides/", "teach/", "story/"):
        view = page(site.url + path, javascript=False)
        assert view.locator("main button:visible").count() == 0


def test_the_pages_of_a_lesson_work_each_time_that_one_comes_to_them(site, packs, page):
    """Each element is set up once on each visit, and what it put on the document goes with it."""
    view = page(site.url + "teach/")
    for _ in range(2):
        view.locator(f'.tl-cards a[href$="teach/{packs[0]}/"], .tl-cards a[href="{packs[0]}/"]').first.click()
        expect(view).to_have_url(f"{site.url}teach/{packs[0]}/")
        expect(view.locator(".tl-order__tools")).to_have_count(2)
        expect(view.locator(".tl-order__grip")).to_have_count(view.locator(".tl-order li").count())
        order = places(view)
        view.locator(".tl-order__down").first.click()
        assert places(view) == [order[1], order[0], *order[2:]]
        view.evaluate("window.asked = []; window.print = () => window.asked.push(document.body.dataset.print); 0")
        view.get_by_role("button", name="Print this part: Student sheet").click()
        assert view.evaluate("window.asked") == ["student-sheet"]
        view.locator(".tl-crumbs a", has_text="For teachers").click()
        expect(view).to_have_url(site.url + "teach/")
        expect(view.locator("copy-text button").first).to_be_visible()
        assert not view.evaluate("'print' in document.body.dataset"), "the next page would print nothing"


def test_a_show_ends_with_its_page(site, packs, page):
    view = page(f"{site.url}teach/{packs[0]}/")
    view.locator("#printing").get_by_role("link", name="Slides", exact=True).click()
    opener = view.get_by_role("button", name="Show on the whole screen")
    for _ in range(2):
        opener.click()
        expect(view.locator(".tl-show__count")).to_contain_text("1 of ")
        view.keyboard.press("Escape")
    expect(view.locator(".tl-show")).to_have_count(1)
    opener.click()
    view.wait_for_function("document.fullscreenElement")
    view.go_back()
    expect(view.locator("#student-sheet")).to_be_visible()
    view.wait_for_function("!document.fullscreenElement")
    assert view.locator(".tl-show").count() == 0
    view.keyboard.press("PageDown")
    assert view.url == f"{site.url}teach/{packs[0]}/"

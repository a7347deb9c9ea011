"""The walk: what stands beside its steps keeps step, by scrolling, keys and clicker, and on paper beside each."""

import pytest

SEEN = "() => [...document.querySelectorAll('.tl-stage')].filter(s => s.checkVisibility({visibilityProperty: true})).length"
HERE = "() => [...document.querySelectorAll('[data-step]')].findIndex(step => step.classList.contains('is-now'))"
MARK = "() => document.querySelector('.tl-ground .tl-strip__mark:not(.is-other)').style.getPropertyValue('--from')"
LAND = "() => document.querySelector('.tl-ground__land img.is-now').style.width"


@pytest.fixture(scope="module")
def site(shared):
    return shared.site("waterloo")


def walk(page, site, **options):
    return page(f"{site.url}story/", **{"viewport": (1280, 800), "reduced_motion": "reduce", **options})


def at(tab, step):
    tab.wait_for_function(f"({HERE})() === {step}")


def test_one_stage_shows_and_map_and_time_go_from_step_to_step(page, site):
    tab = walk(page, site)
    at(tab, 0)
    first = tab.evaluate(MARK), tab.evaluate(LAND)
    assert tab.evaluate(SEEN) == 1

    for _ in range(2):  # the first brings its step to the top; a clicker sends this key
        tab.keyboard.press("PageDown")
    at(tab, 1)
    assert tab.evaluate(SEEN) == 1 and (tab.evaluate(MARK), tab.evaluate(LAND)) != first
    assert tab.locator("[data-step].is-now .tl-stage .tl-chart").is_visible()

    tab.keyboard.press("ArrowLeft")
    at(tab, 0)
    assert (tab.evaluate(MARK), tab.evaluate(LAND)) == first


def test_the_names_of_a_map_stand_on_the_land_that_moved_there(page, site):
    """The crop that the step's own map names, at the very place of the shared one."""
    tab = walk(page, site)
    boxes = tab.evaluate("""() => ['.is-now .tl-map', '.tl-ground__land'].map(s => {
        const box = document.querySelector(s).getBoundingClientRect();
        return [box.left, box.top, box.width, box.height].map(Math.round);
    })""")

    assert all(abs(a - b) <= 1 for a, b in zip(*boxes, strict=True))


@pytest.mark.parametrize("how", ["phone", "no script", "paper"])
def test_elsewhere_each_step_has_its_own_stage(page, site, how):
    options = {"phone": {"viewport": (390, 800)}, "no script": {"javascript": False}}.get(how, {})
    tab = walk(page, site, **options)
    if how == "paper":
        tab.emulate_media(media="print")

    assert tab.evaluate(SEEN) == 2
    assert tab.locator(".tl-stage .tl-map > img").first.is_visible()
    assert not tab.locator(".tl-ground").first.is_visible() if how != "no script" else True


def test_the_whole_screen_shows_the_stage_beside_the_words(page, site):
    tab = walk(page, site)
    tab.get_by_role("button", name="Show on the whole screen").click()
    words, stage = tab.locator(".tl-show h2").bounding_box(), tab.locator(".tl-show .tl-stage").bounding_box()

    assert stage["x"] >= words["x"] + words["width"] - 1 and stage["width"] > 400
    assert tab.locator(".tl-show .tl-stage a").count() == 0


def test_arrows_on_a_chart_are_the_charts(page, site):
    tab = walk(page, site)
    tab.locator("[data-step]").nth(1).locator(".tl-step__more a").focus()
    at(tab, 1)
    before = tab.evaluate("scrollY")
    tab.locator("svg.tl-chart").first.focus()
    tab.keyboard.press("ArrowRight")

    assert tab.evaluate("scrollY") == before and tab.evaluate(HERE) == 1

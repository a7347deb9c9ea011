"""The timeline for everybody: axe in each state and scheme, forced colours, reduced motion, palette, size of the page."""

import pytest
from timelinepage import LABELS, SMALL, STOP, VIEW, events, open_timeline, ready, settle

from harness import axe_violations

CHOSEN = "1799-brumaire"
STATES = {
    "default": ("", None),
    "filtered": ("?topics=power,economy&actors=napoleon&find=e", None),
    "panel": (f"?event={CHOSEN}&from=1796&to=1804", None),
    "topics": ("?topics=power", "Topics"),
    "actors": ("", "People and bodies"),
    "share": ("?from=1820-08&to=1820-08", "Share"),
    "list": ("?view=list", None),
    "data": ("?data=SERIES", None),
    "nothing": ("?find=no+such+words+anywhere", None),
    "focus": ("", "focus"),
    "era": ("eras/collapse/", None),
    "embed": ("embed/", None),
}


def clean(tab):
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in axe_violations(tab, "timeline-view")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(page, site, state, scheme):
    path, act = STATES[state]
    tab = open_timeline(page, site.url, viewport=(1280, 900), color_scheme=scheme)
    if path:
        path = path.replace("SERIES", tab.evaluate(f"{VIEW}.series[0]?.id || ''"))
        tab.goto(site.url + path)
        ready(tab)
    if act == "focus":
        tab.locator(STOP).focus()
    elif act:
        tab.locator(".tv-opener", has_text=act).click()
    settle(tab)
    assert clean(tab) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["", "?from=1799&to=1800", f"?event={CHOSEN}&from=1799&to=1800", "?view=list", "embed/"]
)
def test_axe_finds_nothing_on_a_phone(page, site, path, scheme):
    assert clean(open_timeline(page, site.url + path, color_scheme=scheme, **SMALL)) == []


def test_a_scrolling_sheet_can_be_scrolled_by_key(page, site):
    tab = open_timeline(page, site.url + f"?event={CHOSEN}&from=1799&to=1800", viewport=(320, 420))
    sheet = tab.locator(".tv-panel")
    sheet.focus()
    assert tab.evaluate(
        "document.querySelector('.tv-panel').scrollHeight > document.querySelector('.tv-panel').clientHeight"
    )
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("PageDown")
    tab.wait_for_function("document.querySelector('.tv-panel').scrollTop > 0")


@pytest.mark.parametrize("options", [{"viewport": (1280, 900)}, SMALL], ids=["desktop", "phone"])
def test_controls_show_words_and_are_called_by_them(page, site, options):
    """So that one can speak what one sees; only the cross that closes has no word of its own."""
    tab = open_timeline(page, site.url + f"?event={CHOSEN}&topics=treaties,power", **options)
    found = tab.evaluate("""Array.from(document.querySelectorAll('.tv-ui :is(a, button)'))
        .filter(node => node.checkVisibility())
        .map(node => [node.textContent.replace('×', '').trim(), node.ariaLabel ?? node.textContent])""")
    assert len(found) > (10 if options is SMALL else 30)
    assert [name for shown, name in found if not shown] == ["Close"]
    assert [(shown, name) for shown, name in found if shown not in name] == []


def test_parts_have_names_to_jump_by(page, site):
    tab = open_timeline(page, site.url + f"?event={CHOSEN}", viewport=(1280, 900))
    ui = tab.get_by_role("region", name="Interactive timeline", exact=True)
    assert ui.count() == 1
    for name in ("Overview of the whole period", "Timeline", "View", "Zoom"):
        assert ui.get_by_role("group", name=name, exact=True).count() == 1, name
    assert ui.get_by_role("form", name="Filter the timeline").count() == 1
    panel = ui.get_by_role("region", name="Chosen event: ")
    assert panel.count() == 1 and panel.get_by_role("heading").count() == ui.get_by_role("heading").count() == 1
    assert ui.locator("[role=application]").count() == 0
    marks = tab.evaluate(
        "Array.from(document.querySelectorAll('.tv-links > *'), node => [node.localName, node.children.length])"
    )
    assert {tuple(mark) for mark in marks} <= {("a", 0), ("button", 0)}
    assert tab.evaluate("document.querySelectorAll('.tv-list :is(h2, h3) > a').length") > 5
    assert tab.evaluate("document.querySelector('.tv-panel').closest('[aria-live], [role=status]')") is None


def test_text_on_marks_and_labels_has_contrast(page, site):
    """axe leaves out text over a canvas and white on the chosen: measured here from the colours."""
    for scheme in ("light", "dark"):
        tab = open_timeline(page, site.url + f"?event={CHOSEN}", color_scheme=scheme)
        found = tab.evaluate("""() => Array.from(document.querySelectorAll('.tv-links > *'), node => {
            const style = getComputedStyle(node), paper = getComputedStyle(document.querySelector('.tv-ui')).getPropertyValue('--tl-paper');
            const pen = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
            const light = (...layers) => { for (const layer of layers) { pen.fillStyle = layer; pen.fillRect(0, 0, 1, 1); }
                const [r, g, b] = Array.from(pen.getImageData(0, 0, 1, 1).data.slice(0, 3), c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const [low, high] = [light(paper, style.backgroundColor), light(style.color)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
        })""")
        assert len(found) > 20 and min(found) >= 4.5, (scheme, min(found))


def picture(tab):
    return tab.evaluate("Array.from(document.querySelectorAll('.tv-ui canvas'), canvas => canvas.toDataURL())")


def test_the_palette_toggle_redraws(page, site):
    tab = open_timeline(page, site.url)
    before = picture(tab)
    tab.evaluate("document.documentElement.setAttribute('data-md-color-scheme', 'slate')")
    settle(tab)
    after = picture(tab)
    assert all(a != b for a, b in zip(before, after, strict=True))
    dark = open_timeline(page, site.url, color_scheme="dark")
    assert picture(dark) == after


def test_reduced_motion_moves_nothing_by_itself(page, site):
    for options in ({}, SMALL):
        tab = open_timeline(page, site.url + "?from=1799&to=1800", reduced_motion="reduce", **options)
        tab.evaluate(f"{VIEW}.change({{event: '{CHOSEN}'}})")
        settle(tab)
        running = "document.getAnimations().filter(one => one.effect.target.closest('timeline-view')).length"
        assert tab.evaluate(running) == 0


def test_forced_colours_keep_marks_and_states_visible(page, site):
    tab = open_timeline(page, site.url + f"?event={CHOSEN}", forced_colors="active")
    assert tab.evaluate(f"Object.values({VIEW}.palette().topics.slice(1, 9))") == ["CanvasText"] * 8
    border = "node => getComputedStyle(node).borderTopStyle"
    assert tab.locator(LABELS + "[data-chosen]").evaluate(border) == "solid"
    assert tab.locator(".tv-links button").first.evaluate(border) == "solid"
    assert tab.locator(".tv-switch [aria-pressed=true]").evaluate(border) == "solid"
    assert tab.locator(".tv-window").evaluate(border) == "solid"
    inked = tab.evaluate("""() => { const canvas = document.querySelector('.tv-area canvas');
        return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.filter((value, n) => n % 4 === 3 && value > 200).length; }""")
    assert inked > 1000
    tab.emulate_media(forced_colors="none")
    settle(tab)
    assert "CanvasText" not in tab.evaluate(f"Object.values({VIEW}.palette().topics)")


@pytest.mark.parametrize(
    "path", ["", f"?event={CHOSEN}", "?from=1819&to=1822", "?topics=power", "?from=1820-08&to=1820-08", "?view=list"]
)
def test_few_nodes(page, site, path):
    tab = open_timeline(page, site.url + path, viewport=(1920, 1080))
    tab.locator(".tv-opener", has_text="People").click()
    settle(tab)
    assert tab.locator(".tv-ui *").count() < 400


def test_text_can_be_enlarged_four_times(page, site):
    """1280 pixels at 400 % leave 320: no scrolling to the side, nothing cut off."""
    tab = open_timeline(page, site.url, viewport=(320, 256))
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    wide = tab.evaluate("""Array.from(document.querySelectorAll('.tv-ui button:not(.tv-chips *), .tv-ui input'))
        .filter(node => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1).length""")
    assert wide == 0


def test_marks_are_labelled_by_importance(page, site):
    tab = open_timeline(page, site.url)
    shown = set(tab.locator(LABELS).all_text_contents())
    landmarks = [event["title"] for event in events(tab) if event["importance"] == "landmark"]
    minor = [event["title"] for event in events(tab) if event["importance"] == "minor"]
    assert sum(title in shown for title in landmarks) / len(landmarks) > 2 * sum(
        title in shown for title in minor
    ) / len(minor)
    boxes = tab.evaluate(
        "Array.from(document.querySelectorAll('.tv-links a'), node => { const box = node.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })"
    )
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 0.5 or other[3] <= one[1] + 0.5

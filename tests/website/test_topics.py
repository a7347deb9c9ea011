"""More topics: twelve have colours that can be read and told apart, and a timeline may bring colours for more."""

import re
from itertools import combinations

import pytest

import waterloo
from harness import REPO
from timeline.checks.topics import enough_colours
from timeline.project import colours
from timeline.reading.corpus import load
from timeline.website.frame import THEME

SHEET = THEME / colours.SHEET
SCHEMES = {"default": ("#fbfaf6", "#ffffff", "#f1eee5"), "slate": ("#15171b", "#1c1f24", "#1f2228")}
"""The grounds of each scheme: paper, card and wash."""


def values(text, scheme):
    """Return the colours of a scheme by their number."""
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', text, re.DOTALL)
    return {int(number): value for number, value in re.findall(r"--tl-(\d+): (#\w{6})", block[1])}


def linear(colour):
    parts = [value / 255 for value in bytes.fromhex(colour[1:])]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    """Return the contrast ratio of WCAG 2."""
    light = [sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True)) for c in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


def oklab(colour):
    """Return a colour in Oklab, where distances are near to what is seen."""
    red, green, blue = linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_colour_can_be_read_and_told_from_the_others(scheme):
    found = values(SHEET.read_text(encoding="utf-8"), scheme)
    grounds = SCHEMES[scheme]
    apart = [
        sum((a - b) ** 2 for a, b in zip(oklab(x), oklab(y), strict=True)) ** 0.5
        for x, y in combinations(found.values(), 2)
    ]

    assert sorted(found) == list(range(1, 13))
    assert min(contrast(colour, ground) for colour in found.values() for ground in grounds) >= 4.5
    assert min(apart) > 0.07
    assert all(
        ground in (REPO / "timeline/website/styles/site/colours.css").read_text(encoding="utf-8") for ground in grounds
    )


def test_the_sheet_of_the_engine_offers_what_it_has_in_both_schemes_on_paper_and_in_forced_colours():
    text = SHEET.read_text(encoding="utf-8")

    assert colours.offered(SHEET) == 12
    assert [text.count(f"--tl-{number}:") for number in range(1, 13)] == [4] * 12


def test_a_gap_ends_what_a_sheet_offers(tmp_path):
    sheet = tmp_path / "topics.css"
    sheet.write_text(
        'a { --tl-1:#000; --tl-2:#000; --tl-4:#000 } [data-topic="1"]{} [data-topic="2"]{} [data-topic="4"]{}'
    )

    assert colours.offered(sheet) == 2


def test_a_colour_of_the_dark_scheme_alone_is_none(tmp_path):
    sheet = tmp_path / "topics.css"
    sheet.write_text(
        ':root, [data-md-color-scheme="default"] { --tl-1: #000 } [data-md-color-scheme="slate"] { --tl-1: #fff;'
        ' --tl-2: #fff } [data-topic="1"]{} [data-topic="2"]{}'
    )

    assert colours.offered(sheet) == 1


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The timeline with fourteen topics, an event on each of its own, and an address, so that cards are drawn."""
    project = waterloo.copy(tmp_path_factory.mktemp("topics") / "waterloo")
    topics = {f"topic-{number}": number for number in range(4, 15)}
    lines = "".join(f"{id_}: {{title: Topic {n}, description: One more.}}\n" for id_, n in topics.items())
    project.write({"reference/topics.yaml": project.read("reference/topics.yaml") + lines})
    events = sorted((project.root / "events").glob("*.yaml"))
    for number, id_ in enumerate(topics):
        path = events[number % len(events)]
        text = path.read_text(encoding="utf-8")
        more = re.sub(r"^topics: \[", f"topics: [{id_}, ", text, flags=re.MULTILINE)
        assert more != text
        path.write_text(more, encoding="utf-8")
    settings = project.read("mkdocs.yml")
    project.write({"mkdocs.yml": f"{settings}\nsite_url: https://example.org/\n"})
    return project


def test_topics_without_a_colour_are_problems_of_the_check_with_line_and_remedy(project):
    found = list(enough_colours(load(project.root)))

    lines = project.read("reference/topics.yaml").splitlines()
    assert [problem.message for problem in found] == [f"topic {n} has no colour, for there are 12" for n in (13, 14)]
    assert [lines[problem.line - 1].partition(":")[0] for problem in found] == ["topic-13", "topic-14"]
    assert "docs/assets/topics.css" in found[0].remedy


def test_with_colours_of_its_own_a_timeline_has_lanes_pages_and_cards_for_more_topics(project):
    text = SHEET.read_text(encoding="utf-8")
    text = text.replace("--tl-12:", "--tl-14: #123456; --tl-13: #654321; --tl-12:")
    project.write(
        {
            "docs/assets/topics.css": text
            + "".join(f'[data-topic="{n}"] {{ --tl-topic: var(--tl-{n}); }}\n' for n in (13, 14))
        }
    )

    assert list(enough_colours(load(project.root))) == []
    result = project.run("build")

    assert (result.code, result.stdout) == (0, "")
    assert "#123456" in project.read("site/assets/topics.css")
    assert 'data-topic="14"' in project.read("site/topics/topic-14/index.html")
    pages = project.read("site/events/index.html") + project.read("site/index.html")
    assert re.search(r'"n": ?14\b', pages)
    for event in (project.root / "events").glob("*.yaml"):
        assert (project.root / f"site/assets/cards/events/{event.stem}.png").is_file()

"""The form and the check give one verdict: over every event, every mistake of the gallery, and generated records."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from formverdict import Timeline, form, open_form
from harness import REPO
from timeline.reading import yamlfile

OF_OTHERS = {"duplicate-id", "audit-returned", "more-problems"}
"""Codes about former ids, audits, and the report itself: a new event has none of them."""

WATERLOO = REPO / "tests/timelines/waterloo"
GALLERY = REPO / "tests/gallery"


@pytest.fixture(scope="module")
def tab(browser):
    page = browser.new_page()
    yield page
    page.close()


def values_of(path: Path) -> Any:
    return yamlfile.parse(path.read_bytes(), "events/x.yaml").data


def events(root: Path):
    return sorted(path.stem for path in (root / "events").glob("*.yaml"))


@pytest.mark.parametrize("id_", events(WATERLOO))
def test_every_event_is_right_by_both(id_, tab):
    timeline = Timeline.of(WATERLOO, without=id_)
    open_form(tab, timeline)
    values = values_of(WATERLOO / f"events/{id_}.yaml")
    expected = timeline.check(values, id_)
    assert form(tab, values, id_) == expected


def nulls(value: Any) -> bool:
    if isinstance(value, dict):
        return any(not isinstance(key, str) or nulls(part) for key, part in value.items())
    return any(map(nulls, value)) if isinstance(value, list) else value is None


def mistakes():
    """Every mistake of the gallery that stands in an event and leaves it YAML."""
    examples = yaml.safe_load((GALLERY / "examples.yaml").read_text(encoding="utf-8"))
    for code, found in examples.items():
        if code in OF_OTHERS:
            continue
        for number, one in enumerate(found):
            path = one.get("file", "")
            if path.startswith("events/") and "bad" in one and not {"encoding", "rename", "times"} & one.keys():
                text = (GALLERY / "base" / path).read_text(encoding="utf-8") if "good" in one else ""
                bad = text.replace(one["good"], one["bad"]) if text else one["bad"]
                file = yamlfile.parse(bad.encode("utf-8", "surrogatepass"), path)
                if not file.problems and isinstance(file.data, dict) and not nulls(file.data):
                    yield pytest.param(Path(path).stem, file.data, id=f"{code}-{number}")


MISTAKES = list(mistakes())


@pytest.mark.parametrize(("id_", "values"), MISTAKES)
def test_every_mistake_of_the_gallery_is_one_by_both(id_, values, gallery, tab):
    timeline = gallery[id_]
    assert form(tab, values, id_) == timeline.check(values, id_)


@pytest.fixture(scope="module")
def gallery(tab):
    class Each(dict[str, Timeline]):
        def __missing__(self, id_: str) -> Timeline:
            self[id_] = Timeline.of(GALLERY / "base", without=id_)
            return self[id_]

    each = Each()

    class Opened:
        def __getitem__(self, id_: str) -> Timeline:
            open_form(tab, each[id_])
            return each[id_]

    return Opened()


TEXTS = (
    *(
        "",
        " ",
        "x",
        "TODO",
        "say TODO here",
        "x" * 91,
        "x" * 201,
        "<b>bold</b>",
        "a < b",
        "**bold**",
        "snake_case_word",
    ),
    *(
        "[@roberts-2014]",
        "[roberts-2014, p. 3]",
        "@roberts-2014",
        "[@nobody-1900]",
        "[@ ]",
        "[@a; b]",
        "waterloo",
        "battle",
    ),
    *(
        "https://example.org/a",
        "https://example.org/a b",
        "http://localhost/",
        "https://a@example.org/",
        "www.example.org",
    ),
    *(
        "see https://example.org/a.",
        "[x](https://example.org/)",
        "[x](event:nothing)",
        "![x](https://example.org/x.png)",
    ),
    *(
        "1815-06-18",
        "1815-06-31",
        "18 June 1815",
        "1815-06-18/1815-06-17",
        "181X",
        "../1815",
        "1990",
        "3",
        "-1.50",
        "1,5",
    ),
    *("1e5", "10.1000/182", "doi:10.1000/182", "9780140293340", "9780140293341", "en", "EN", "xx", "ru", "Кириллица"),
    *("сmесь", "\u202edlo", "a\u200bb", "🙂", "é" * 100, "word " * 90, "# Heading\n\nText", "> > > > > > > > deep"),
)


def ways(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to every value below one."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, part in parts for found in [(*way, key), *ways(part, (*way, key))]]


def changed(values: Any, way: tuple[Any, ...], text: str, what: str) -> Any:
    """A copy in which one value is another text, is gone, or stands twice."""
    copy = json.loads(json.dumps(values))
    *parents, last = way
    holder = copy
    for key in parents:
        holder = holder[key]
    if what == "write" and isinstance(holder[last], str):
        holder[last] = text
    elif what == "add" and isinstance(holder[last], str):
        holder[last] += f" {text}"
    elif what == "drop":
        del holder[last]
    elif what == "twice" and isinstance(holder, list):
        holder.append(holder[last])
    return copy


ACTS = st.tuples(
    st.integers(0, 10_000),
    st.sampled_from(TEXTS) | st.text(max_size=20),
    st.sampled_from(("write", "add", "drop", "twice")),
)
FAMILIES = {
    "1815-waterloo": values_of(WATERLOO / "events/1815-waterloo.yaml"),
    "bc216-cannae": values_of(WATERLOO / "events/bc216-cannae.yaml"),
}


@settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),  # to explain takes a text of half a megabyte
)
@given(id_=st.sampled_from(sorted(FAMILIES)), acts=st.lists(ACTS, min_size=1, max_size=3))
def test_generated_events_are_right_or_wrong_by_both(generated, id_, acts):
    tab, timelines = generated
    values = FAMILIES[id_]
    for number, text, what in acts:
        found = ways(values)
        if found:
            values = changed(values, found[number % len(found)], text, what)
    timeline = timelines[id_]
    assert form(tab, values, id_, f"data_{id_}") == timeline.check(values, id_)


@pytest.fixture(scope="module")
def generated(browser):
    page = browser.new_page()
    timelines = {id_: Timeline.of(WATERLOO, without=id_) for id_ in FAMILIES}
    for id_, timeline in timelines.items():
        open_form(page, timeline, f"data_{id_}")
    yield page, timelines
    page.close()

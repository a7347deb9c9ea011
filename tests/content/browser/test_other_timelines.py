"""Other people's timelines show our events: TimelineJS and vis-timeline load the files as a page of theirs would."""

import json
import shutil
from datetime import date, timedelta

import pytest

from tools import npm_file

LIBRARIES = {
    "timelinejs": (
        "@knight-lab/timelinejs",
        "dist/js/timeline.js",
        "dist/css/timeline.css",
        "dist/css/icons/tl-icons.woff2",
        "dist/css/icons/tl-icons.ttf",
    ),
    "vis": ("vis-timeline", "standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"),
}
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Theirs</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="{style}"></head>
<body><div id="place" style="height: 640px"></div><script src="{script}"></script><script>{start}</script></body></html>
"""
START = {
    "timelinejs": """
window.shown = new TL.Timeline("place", "timelinejs.json", {script_path: "js", hash_bookmark: false, font: null});
""",
    "vis": """
fetch("vis.json").then(answer => answer.json()).then(data => {
  window.shown = new vis.Timeline(place, new vis.DataSet(data.items), new vis.DataSet(data.groups), {height: "640px"});
  window.items = data.items;
  window.shown.on("changed", () => { window.drawn = true; });
});
""",
}


@pytest.fixture
def theirs(site, serve, tmp_path, page):
    """theirs(library) -> an open page with the library and our file for it, as its manual says."""

    def open_page(name):
        package, script, style, *fonts = LIBRARIES[name]
        for member, place in ((script, "js"), (style, "css"), *((font, "css/icons") for font in fonts)):
            (tmp_path / place).mkdir(parents=True, exist_ok=True)
            shutil.copy(npm_file(package, member), tmp_path / place)
        shutil.copy(site.directory / "data" / "v1" / f"{name}.json", tmp_path)
        parts = {"script": f"js/{script.rpartition('/')[2]}", "style": f"css/{style.rpartition('/')[2]}"}
        (tmp_path / "index.html").write_text(PAGE.format(**parts, start=START[name]), encoding="utf-8")
        return page(serve(tmp_path))

    return open_page


@pytest.fixture(scope="module")
def events(site):
    return json.loads((site.directory / "data" / "v1" / "events.json").read_text(encoding="utf-8"))["events"]


EACH_SLIDE = """ids => ids.map(id => {
  shown.goToId(id);
  const slide = document.getElementById(id);
  return {
    id: shown.current_id,
    title: slide.querySelector(".tl-headline").textContent,
    date: slide.querySelector(".tl-headline-date").textContent,
  };
})"""

EACH_ITEM = """() => items.map(item => {
  const drawn = shown.itemSet.items[item.id];
  shown.focus(item.id, {animation: false});
  const day = when => when ? when.toISOString().slice(0, 10) : null;
  return {id: item.id, title: drawn.content, group: drawn.data.group, start: day(drawn.data.start), end: day(drawn.data.end)};
})"""


def test_timelinejs_shows_every_event(theirs, events):
    view = theirs("timelinejs")
    view.wait_for_function("window.shown && shown.ready && document.querySelectorAll('.tl-timemarker').length")

    found = view.evaluate(EACH_SLIDE, [event["id"] for event in events])

    assert found == [{"id": e["id"], "title": e["title"], "date": e["date_words"]} for e in events]
    assert view.locator(".tl-timemarker").count() == len(events)
    assert view.locator(".tl-timeera").count() == len({e["era"] for e in events})


def test_vis_timeline_shows_every_event(theirs, events):
    view = theirs("vis")
    view.wait_for_function("window.drawn")

    found = {item["id"]: item for item in view.evaluate(EACH_ITEM)}

    wanted = {e["id"]: (e["title"], e["topics"][0], *limits(e)) for e in events}
    assert {id_: (i["title"], i["group"], i["start"], i["end"]) for id_, i in found.items()} == wanted
    assert view.locator(".vis-item").count() > 0


ENDS = (("earliest", "latest"), ("latest", "earliest"))
"""Either stands in for the other where that is open: then there is nothing but a point."""


def limits(event):
    """The first instant of an event, and the first after it, as days in UTC; a single day is a point without end."""
    first, last = (date.fromisoformat(event[end] or event[other]) for end, other in ENDS)
    return first.isoformat(), (last + timedelta(1)).isoformat() if first != last else None

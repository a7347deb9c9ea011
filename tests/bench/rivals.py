"""The same events in vis-timeline and TimelineJS, as bare pages from pinned npm packages."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.synthetic import TOPICS, Timeline

from tools import npm_file

FILES = {
    "vis": (
        "vis-timeline",
        ("standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"),
    ),
    "timelinejs": (
        "@knight-lab/timelinejs",
        ("dist/js/timeline.js", "dist/css/timeline.css", "dist/css/icons/tl-icons.woff2"),
    ),
}

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<link rel="stylesheet" href="{style}"><style>body {{ margin: 0 }} #timeline {{ height: 560px }}</style></head>
<body><div id="timeline"></div><script src="{script}"></script>
<script>var data = {data};
{start}</script></body></html>
"""

# Clustering is what vis-timeline has for many events; without it, 10,000 take longer than the limit.
VIS = """var items = new vis.DataSet(data.items), groups = new vis.DataSet(data.groups);
new vis.Timeline(document.getElementById("timeline"), items, groups,
  {height: "560px", zoomKey: "ctrlKey", start: "1791-01-01", end: "1823-01-01"%s});
"""
START = {
    "vis": VIS % "",
    "vis-cluster": VIS % ", cluster: {maxItems: 3}",
    "timelinejs": 'new TL.Timeline("timeline", data, {script_path: "js", hash_bookmark: false, font: null});\n',
}


def write(made: Timeline, folder: Path) -> None:
    """Write one page for each way to show the timeline, and the files that they load."""
    for package, members in FILES.values():
        for member in members:
            target = folder / _place(member)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(npm_file(package, member), target)
    for name, start in START.items():
        kind = name.split("-")[0]
        script, style = (_place(member) for member in FILES[kind][1][:2])
        data = json.dumps(_vis(made) if kind == "vis" else _timelinejs(made), ensure_ascii=False)
        page = PAGE.format(name=name, style=style, script=script, data=data, start=start)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")


def assets(kind: str) -> list[Path]:
    """The script and the style of a rival."""
    package, members = FILES[kind]
    return [npm_file(package, member) for member in members[:2]]


def _place(member: str) -> str:
    """Where a file is served: TimelineJS's style looks for its icons in ../js/../css/icons/."""
    return member.removeprefix("dist/") if member.startswith("dist/") else f"vis/{Path(member).name}"


def _span(text: str) -> tuple[date, date]:
    """First day, and the day after the last, of the few forms of dates that synthetic events have."""
    first, _, last = text.rstrip("~").partition("/")
    if len(first) == 7:
        start = date.fromisoformat(f"{first}-01")
        return start, (start + timedelta(31)).replace(day=1)
    return date.fromisoformat(first), date.fromisoformat(last or first) + timedelta(1)


def _vis(made: Timeline) -> dict[str, Any]:
    items = []
    for id_, event in made.events.items():
        first, after = _span(event["date"])
        link = f'<a href="events/{id_}/">{event["title"]}</a>'
        lasts = {"end": str(after)} if (after - first).days > 1 else {"type": "box"}
        items.append({"id": id_, "content": link, "start": str(first), "group": event["topics"][0], **lasts})
    return {"items": items, "groups": [{"id": id_, "content": id_} for id_ in TOPICS]}


def _timelinejs(made: Timeline) -> dict[str, Any]:
    def day(value: date) -> dict[str, int]:
        return {"year": value.year, "month": value.month, "day": value.day}

    events = []
    for id_, event in made.events.items():
        first, after = _span(event["date"])
        lasts = {"end_date": day(after - timedelta(1))} if (after - first).days > 1 else {}
        text = {"headline": event["title"], "text": event["summary"]}
        events.append({"unique_id": id_, "start_date": day(first), **lasts, "text": text, "group": event["topics"][0]})
    return {"events": events}

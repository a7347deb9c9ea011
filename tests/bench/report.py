"""The figures as text: tables for people; the JSON beside them has everything."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Rows = list[list[str]]

NAMES = {
    "first": "ours, with cards",
    "clean": "ours, clean",
    "edited": "ours, one edit",
    "ours": "ours, no edit",
    "plain": "plain MkDocs",
    "hugo": "Hugo",
}
"""What is built, in the order of the table."""

MARKS = "<!-- made by tests/bench/run.py --write -->", "<!-- /made -->"


def write(path: Path, results: dict[str, Any]) -> None:
    """Put the tables of a run between the marks of a page."""
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    about = results["about"]
    versions = ", ".join(f"{name} {version}" for name, version in about["versions"].items())
    said = f"{about['date'][:10]}, {about['machine']}, Python {about['python']}, {versions}; load {about['load']}."
    table = "\n".join(_builds(results["builds"])).rstrip()
    path.write_text(f"{before}{MARKS[0]}\n\n{said}\n\n```text\n{table}\n```\n\n{MARKS[1]}{after}", encoding="utf-8")


def builds(results: dict[str, Any]) -> Iterator[str]:
    """Yield the lines about builds and checks."""
    yield from _builds(results)
    yield from _phases(results)


def pages(results: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines about pages in the browser."""
    yield from _pages(results)
    yield from _ratios(results)
    yield from _goals(results)


def _builds(builds: dict[str, Any]) -> Iterator[str]:
    yield "Builds and checks (medians; CPU = user and system of the process and its children)"
    rows = [["events", "what", "CPU s", "wall s", "peak MiB", "MB out", "pages", "CPU ms a page"]]
    for size, found in builds.items():
        for name, what in NAMES.items():
            if not (row := found[name]):
                rows.append([size, what, "missing"])
                continue
            mark = ">" if row["stopped"] else ""
            each = f"{row['cpu'] / max(row['pages'], 1) * 1000:.1f}"
            rows.append([size, what, mark + _s(row["cpu"]), mark + _s(row["wall"]), f"{row['peak_mib']:.0f}"])
            rows[-1] += [f"{row['bytes'] / 1e6:.1f}", str(row["pages"]), each]
            if row["stopped"]:
                rows[-1].append("stopped at the limit")
        for name in ("all", "one"):
            row = found["checks"][name]
            what = "check" if name == "all" else "check, one file"
            rows.append([size, what, _s(row["cpu"]), _s(row["wall"]), f"{row['peak_mib']:.0f}", "", "", ""])
    yield from _aligned(rows)
    for size, found in builds.items():
        mark = "at most " if found["plain"]["stopped"] else ""
        cpu, memory = (found["clean"][key] / found["plain"][key] for key in ("cpu", "peak_mib"))
        yield f"{size}: ours, clean / plain: {mark}{cpu:.2f} CPU, {memory:.2f} peak memory"
    sizes = list(builds)
    for small, large in pairwise(sizes):
        grown = builds[large]["clean"]["cpu"] / builds[small]["clean"]["cpu"]
        yield f"ours, {large} : {small} events: {grown:.1f} times the CPU"
    yield ""


def _phases(builds: dict[str, Any]) -> Iterator[str]:
    yield "Where the CPU of our build goes, in seconds (start of the interpreter not included)"
    builds = {size: found for size, found in builds.items() if found["phases"]}
    names = [name for name in next(iter(builds.values()))["phases"] if name != "templates"]
    rows = [["", *names]]
    rows += [[size, *(_s(found["phases"].get(name, 0)) for name in names)] for size, found in builds.items()]
    yield from _aligned([list(column) for column in zip(*rows, strict=True)])
    size, last = list(builds.items())[-1]
    templates = sorted(last["phases"]["templates"].items(), key=lambda item: -item[1][1])[:8]
    parts = (f"{name} {count} x {spent / count * 1000:.2f} ms" for name, (count, spent) in templates)
    yield f"templates at {size}: {', '.join(parts)}"
    yield ""


def _pages(pages: list[dict[str, Any]]) -> Iterator[str]:
    yield "In the browser, in ms. Frame, script, draw: p50/p95 of one frame; draw is draw() of our component alone."
    yield "CPU: processor time of the main thread, until then or a frame; other jobs on the machine hardly change it."
    rows = [["events", "speed", "page", "first event", "CPU"]]
    for name in ("zoom", "pan"):
        rows[0] += [f"{name}: frame", "script", "draw", "CPU"]
    rows[0] += ["nodes", "KB gz js+css", "KB gz page"]
    for row in pages:
        start = [str(row["events"]), f"1/{row['throttle']}", row["page"]]
        if row.get("skipped"):
            rows.append([*start, row["skipped"]])
            continue
        cells = [*start, f"{row['ready_ms']:.0f}", f"{row['ready_cpu_ms']:.0f}"]
        for name in ("zoom", "pan"):
            cells += [_both(row[name].get(kind)) for kind in ("frame_ms", "script_ms", "draw_ms")]
            cells.append(_number(row[name].get("cpu_ms_a_frame")))
        cells += [str(row["nodes"]), *(_number(row[key] / 1000) for key in ("asset_bytes", "page_bytes"))]
        rows.append(cells)
    yield from _aligned(rows)
    yield ""


def _ratios(pages: list[dict[str, Any]]) -> Iterator[str]:
    yield "Ours / theirs; zoom and pan: script of a frame (p95), and CPU of the main thread a frame"
    head = ["events", "speed", "page", "first event", "CPU to it", "zoom: script", "CPU", "pan: script", "CPU"]
    rows = [[*head, "nodes", "js+css", "page"]]
    measured = [row for row in pages if not row.get("skipped")]
    ours = {(row["events"], row["throttle"]): row for row in measured if row["page"] == "ours"}
    for row in measured:
        own = ours.get((row["events"], row["throttle"]))
        if row is own or own is None:
            continue
        cells = [_ratio(own[key], row[key]) for key in ("ready_ms", "ready_cpu_ms")]
        for name in ("zoom", "pan"):
            cells.append(_ratio(*((part[name].get("script_ms") or {}).get("p95") for part in (own, row))))
            cells.append(_ratio(*(part[name].get("cpu_ms_a_frame") for part in (own, row))))
        cells += [_ratio(own[key], row[key]) for key in ("nodes", "asset_bytes", "page_bytes")]
        rows.append([str(row["events"]), f"1/{row['throttle']}", row["page"], *cells])
    yield from _aligned(rows)


def _goals(pages: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what our timeline is to reach at the largest size, and what it reached."""
    ours = [row for row in pages if row["page"] == "ours" and row["throttle"] == 1 and not row.get("skipped")]
    if not ours:
        return
    row = ours[-1]
    draws = [(row[name].get("draw_ms") or {}).get("p95") for name in ("zoom", "pan")]
    yield ""
    yield f"Goals at {row['events']} events and full speed: a draw under 8 ms (p95), under 400 nodes"
    yield f"  zoom {_number(draws[0])} ms, pan {_number(draws[1])} ms, {row['nodes']} nodes"


def _ratio(one: float | None, other: float | None) -> str:
    return f"{one / other:.2f}" if one is not None and other else ""


def _both(spread: dict[str, float] | None) -> str:
    return f"{spread['p50']:.1f}/{spread['p95']:.1f}" if spread else "-"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _s(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.1f}"


def _aligned(rows: Rows) -> Iterator[str]:
    """Yield rows as columns; the last cell of a short row, a note, does not widen its column."""
    longest = max(len(row) for row in rows)
    widths = [
        max((len(row[i]) for row in rows if i < len(row) - (len(row) < longest)), default=0) for i in range(longest)
    ]
    for row in rows:
        cells = (cell.ljust(widths[i]) if i < 3 else cell.rjust(widths[i]) for i, cell in enumerate(row))
        yield "  " + "  ".join(cells).rstrip()

"""The figures as text: tables for people; the JSON beside them has everything."""

from collections.abc import Iterable, Iterator
from typing import Any

Rows = list[list[str]]


def tables(results: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the whole report."""
    yield from _builds(results["builds"])
    yield from _phases(results["builds"])
    if results.get("pages"):
        yield from _pages(results["pages"])
        yield from _ratios(results["pages"])


def _builds(builds: dict[str, Any]) -> Iterator[str]:
    yield "Builds and checks (medians; CPU = user and system of the process and its children)"
    rows = [["events", "what", "CPU s", "wall s", "peak MiB", "MB out", "pages", "CPU ms a page"]]
    for size, found in builds.items():
        for name in ("ours", "plain"):
            row = found[name]
            mark = ">" if row["stopped"] else ""
            each = f"{row['cpu'] / max(row['pages'], 1) * 1000:.1f}"
            rows.append([size, name, mark + _s(row["cpu"]), mark + _s(row["wall"]), f"{row['peak_mib']:.0f}"])
            rows[-1] += [f"{row['bytes'] / 1e6:.1f}", str(row["pages"]), each]
            if row["stopped"]:
                rows[-1].append("stopped at the limit")
        for name in ("all", "one"):
            row = found["checks"][name]
            what = "check" if name == "all" else "check, one file"
            rows.append([size, what, _s(row["cpu"]), _s(row["wall"]), f"{row['peak_mib']:.0f}"])
    yield from _aligned(rows)
    for size, found in builds.items():
        mark = "at most " if found["plain"]["stopped"] else ""
        cpu, memory = (found["ours"][key] / found["plain"][key] for key in ("cpu", "peak_mib"))
        yield f"{size}: ours / plain: {mark}{cpu:.2f} CPU, {memory:.2f} peak memory"
    sizes = list(builds)
    for small, large in zip(sizes, sizes[1:], strict=False):
        grown = builds[large]["ours"]["cpu"] / builds[small]["ours"]["cpu"]
        yield f"ours, {large} : {small} events: {grown:.1f} times the CPU"
    yield ""


def _phases(builds: dict[str, Any]) -> Iterator[str]:
    yield "Where the CPU of our build goes, in seconds (start of the interpreter not included)"
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
    yield "In the browser (ms; script = what ran in one frame; draw = draw() of our component alone)"
    head = ["events", "CPU", "page", "first event", "zoom frame p95", "script p50", "p95", "draw p50", "p95"]
    rows = [[*head, "pan frame p95", "script p50", "p95", "draw p50", "p95", "nodes", "KB gz script+style", "KB gz page"]]
    for row in pages:
        start = [str(row["events"]), f"1/{row['throttle']}", row["page"]]
        if row.get("skipped"):
            rows.append([*start, row["skipped"]])
            continue
        cells = [*start, f"{row['ready_ms']:.0f}"]
        for name in ("zoom", "pan"):
            gesture = row[name]
            cells.append(_at(gesture.get("frame_ms"), "p95"))
            for kind in ("script_ms", "draw_ms"):
                cells += [_at(gesture.get(kind), "p50"), _at(gesture.get(kind), "p95")]
        sizes = [f"{row[key] / 1000:.1f}" if key in row else "" for key in ("asset_bytes", "page_bytes")]
        rows.append([*cells, str(row["nodes"]), *sizes])
    yield from _aligned(rows)
    yield ""


def _ratios(pages: list[dict[str, Any]]) -> Iterator[str]:
    yield "Ours / theirs: first event; script a frame, p95, zooming and panning; bytes of script and style"
    rows = [["events", "CPU", "page", "first event", "zoom", "pan", "nodes", "bytes"]]
    groups = {(row["events"], row["throttle"]): row for row in pages if row["page"] == "ours"}
    for row in pages:
        ours = groups.get((row["events"], row["throttle"]))
        if row["page"] == "ours" or not ours or row.get("skipped") or ours.get("skipped"):
            continue
        cells = [_ratio(ours["ready_ms"], row["ready_ms"])]
        for name in ("zoom", "pan"):
            one, other = ((part[name].get("script_ms") or {}).get("p95") for part in (ours, row))
            cells.append(_ratio(one, other))
        cells += [_ratio(ours["nodes"], row["nodes"]), _ratio(ours.get("asset_bytes"), row.get("asset_bytes"))]
        rows.append([str(row["events"]), f"1/{row['throttle']}", row["page"], *cells])
    yield from _aligned(rows)


def _ratio(one: float | None, other: float | None) -> str:
    return f"{one / other:.2f}" if one is not None and other else ""


def _at(spread: dict[str, float] | None, key: str) -> str:
    return f"{spread[key]:.1f}" if spread else "-"


def _s(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.1f}"


def _aligned(rows: Rows) -> Iterable[str]:
    count = max(len(row) for row in rows)
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    # A note in a row of its own, such as "skipped", does not widen its column.
    widths = [max(len(cell) for row, whole in zip(rows, full, strict=True) for cell in [whole[i]] if len(row) > 4 or i < 3)
              for i in range(count)]
    for row in full:
        cells = (cell.ljust(width) if i < 3 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths, strict=True)))
        yield "  " + "  ".join(cells).rstrip()

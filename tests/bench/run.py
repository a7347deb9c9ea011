"""The benchmark: our build beside plain MkDocs, and our timeline beside vis-timeline and TimelineJS, in one run.

`make bench`, or `.venv/bin/python tests/bench/run.py [--quick] [--no-browser | --no-builds]`. It prints tables and
writes build/bench/latest.json. Whatever takes too long is stopped and says so: the whole takes about ten minutes on two
quiet cores. Nothing here fails because something is slow: other jobs may share the machine, so
read ratios, which come out of one run, and not seconds.
"""

import argparse
import json
import multiprocessing
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
REPO = TESTS.parent
sys.path[:0] = [str(TESTS), str(TESTS / "support"), str(REPO)]

from bench import builds, pages, report, rivals, synthetic  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

import chromium  # noqa: E402
from harness import Server  # noqa: E402

LARGE = 10_000
"""From so many events each figure is taken once, and what its rivals may take is cut to half."""


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure builds and pages.")
    parser.add_argument("--quick", action="store_true", help="100 and 1,000 events, once each: under two minutes")
    parser.add_argument("--write", action="store_true", help="put the table of builds into docs/benchmarks.md")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--no-browser", action="store_true", help="builds only")
    only.add_argument("--no-builds", action="store_true", help="pages only; ours are built, but not measured")
    options = parser.parse_args()
    sizes = (100, 1_000) if options.quick else (100, 1_000, 10_000)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        made = {size: _write(size, Path(scratch) / str(size)) for size in sizes}
        results: dict[str, Any] = {"about": _about()}
        if options.no_builds:
            for size in sizes:
                _say(f"{size:,} events: build")
                builds.ours(made[size][1] / "ours", 1)
        else:
            results["builds"] = {str(size): _build(size, made[size][1], options.quick) for size in sizes}
            print("\n".join(report.builds(results["builds"])), flush=True)
        results["pages"] = [] if options.no_browser else list(_browse(made, options.quick))
        print("\n".join(report.pages(results["pages"])))
    results["about"]["seconds"] = round(time.perf_counter() - started)
    if options.write:
        report.write(REPO / "docs/benchmarks.md", results)
    target = REPO / "build" / "bench" / "latest.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(results, indent=1), encoding="utf-8")
    print(f"\n{results['about']['seconds']} s; load {results['about']['load']} at the start; all figures: {target}")


def _about() -> dict[str, Any]:
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "versions": builds.versions(),
        "load": " ".join(f"{load:.1f}" for load in os.getloadavg()),
    }


def _write(size: int, folder: Path) -> tuple[synthetic.Timeline, Path]:
    made = synthetic.timeline(size)
    synthetic.write(made, folder / "ours", REPO)
    synthetic.write_plain(made, folder / "plain")
    return made, folder


def _build(size: int, folder: Path, quick: bool) -> dict[str, Any]:
    """Build, check and take apart one size; ours and plain take turns in time, so that drift hits both."""
    times = 1 if quick or size >= LARGE else 3
    _say(f"{size:,} events: builds")
    return {
        "first": builds.first(folder / "ours"),
        "ours": builds.ours(folder / "ours", times),
        "edited": builds.edited(folder / "ours", times),
        "clean": builds.clean(folder / "ours", times),
        "plain": builds.plain(folder / "plain", times, limit=120),
        "hugo": builds.hugo(folder / "plain", times),
        "checks": builds.checks(folder / "ours", times),
        "phases": {} if size >= LARGE else builds.phases(folder / "ours"),
    }


def _browse(made: dict[int, tuple[synthetic.Timeline, Path]], quick: bool) -> Iterator[dict[str, Any]]:
    """Yield the figures of every page, at full speed and with the processor throttled to a quarter."""
    seconds = 1.0 if quick else 2.5
    for size, (timeline, folder) in made.items():
        rivals.write(timeline, folder / "rivals")
        subjects = [(pages.OURS, folder / "ours/site"), (pages.VIS, folder / "rivals")]
        subjects += [(pages.CLUSTERED, folder / "rivals")] if size >= LARGE else []
        subjects += [(pages.TIMELINEJS, folder / "rivals")]
        limit = 20.0 if quick else 30.0 if size >= LARGE else 60.0
        hopeless = set()
        for throttle in (1, 4):
            _say(f"{size:,} events: pages, processor at 1/{throttle}")
            for subject, root in subjects:
                row = {"events": size, "throttle": throttle, "page": subject.name}
                if subject in hopeless:
                    yield {**row, "skipped": "not tried: too slow at full speed"}
                    continue
                times = 1 if quick or (size >= LARGE and subject is not pages.OURS) else 3
                found = _apart(subject, root, throttle, times, seconds, limit)
                if "skipped" in found:
                    hopeless.add(subject)
                yield {**row, **found}


def _apart(
    subject: pages.Subject, root: Path, throttle: int, times: int, seconds: float, limit: float
) -> dict[str, Any]:
    """Measure a page in a process of its own: a page that hangs does not answer, and only this can end it."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_page, args=(sender, subject, root, throttle, times, seconds, limit))
    process.start()
    sender.close()
    try:
        longest = limit + 6 * seconds + 15
        if receiver.poll(longest):
            found: dict[str, Any] = receiver.recv()
            return found
        return {"skipped": f"did not finish in {longest:.0f} s"}
    except EOFError:
        return {"skipped": "failed: see above"}
    finally:
        process.kill()  # its browser ends with it
        process.join()


def _page(
    sender: Any, subject: pages.Subject, root: Path, throttle: int, times: int, seconds: float, limit: float
) -> None:
    server = Server(root)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGS)
        bench = pages.Bench(browser, seconds, limit)
        found = bench.measure(server.url, subject, throttle)
        if found["ready_ms"] is None:
            sender.send({"skipped": f"did not finish in {limit:.0f} s: nothing to open"})
            return
        loads = [found["ready_ms"]]
        while len(loads) < times and sum(load or limit * 1000 for load in loads) < 10_000:
            loads.append(bench.load(server.url, subject, throttle))
        found["ready_ms"] = statistics.median(load for load in loads if load is not None)
        found["page_bytes"] = pages.gzipped(pages.served(found.pop("requested"), server.url, root))
        own = [path for path in (root / "assets").glob("timeline*") if path.suffix in (".js", ".css")]
        kind = "timelinejs" if subject == pages.TIMELINEJS else "vis"
        found["asset_bytes"] = pages.gzipped(own if subject == pages.OURS else rivals.assets(kind))
        sender.send(found)


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

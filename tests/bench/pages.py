"""One page in a real browser: when its first event can be opened, and what zooming and panning cost."""

import contextlib
import gzip
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, CDPSession, Error, Page

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
TEXT = {".html", ".js", ".css", ".svg", ".json", ""}


@dataclass(frozen=True)
class Subject:
    """A page to measure: where it is, what counts as an event, what to turn the wheel over, what its interface is."""

    name: str
    path: str
    event: str
    area: str
    ui: str
    buttons: tuple[str, str] | None = None
    """For a page without a wheel: the buttons that zoom in and out."""


OURS = Subject("ours", "", ".tv-links a", ".tv-area", ".tv-ui")
VIS = Subject("vis-timeline", "vis.html", ".vis-item", ".vis-center", ".vis-timeline")
CLUSTERED = Subject("vis, clustered", "vis-cluster.html", ".vis-item", ".vis-center", ".vis-timeline")
TIMELINEJS = Subject(
    "TimelineJS",
    "timelinejs.html",
    ".tl-timemarker-content-container",
    ".tl-timenav",
    ".tl-timeline",
    (".tl-icon-zoom-in", ".tl-icon-zoom-out"),
)


class Bench:
    """Measures pages of one web server in one browser."""

    def __init__(self, browser: Browser, seconds: float, limit: float) -> None:
        self.browser, self.seconds, self.limit = browser, seconds, limit

    def load(self, url: str, subject: Subject, throttle: int) -> float | None:
        """Milliseconds until the first event can be opened, or None at the limit."""
        with self._page(throttle) as (page, _, _):
            return self._ready(page, url, subject)

    def measure(self, url: str, subject: Subject, throttle: int) -> dict[str, Any]:
        """Everything about one page."""
        with self._page(throttle) as (page, session, requested):
            found: dict[str, Any] = {"ready_ms": self._ready(page, url, subject)}
            if found["ready_ms"] is None:
                return found
            found["ready_cpu_ms"] = _metrics(session)["TaskDuration"] * 1000
            page.wait_for_timeout(400)
            found["requested"] = list(requested)
            for name, gesture in (("zoom", _zoom), ("pan", _pan)):
                found[name] = self._gesture(page, session, subject, gesture)
            found["nodes"] = page.evaluate(f"document.querySelectorAll('{subject.ui} *').length")
            found["all_nodes"] = page.evaluate("document.querySelectorAll('*').length")
            return found

    @contextlib.contextmanager
    def _page(self, throttle: int) -> Any:
        context = self.browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB", timezone_id="UTC")
        context.add_init_script(PROBE)
        page = context.new_page()
        page.set_default_timeout(self.limit * 1000)
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        session.send("Performance.enable", {"timeDomain": "threadTicks"})  # the main thread's own processor time
        try:
            yield page, session, requested
        finally:
            with contextlib.suppress(Error):  # a page that hangs is closed with its browser
                context.close()

    def _ready(self, page: Page, url: str, subject: Subject) -> float | None:
        page.add_init_script(f"__bench.watch({subject.event!r})")
        try:
            page.goto(url + subject.path, wait_until="commit")
            found = page.wait_for_function("__bench.ready", polling=50).json_value()
        except Error:
            return None
        return float(found)

    def _gesture(self, page: Page, session: CDPSession, subject: Subject, gesture: Any) -> dict[str, Any]:
        """Frames, scripts and the whole main thread while a gesture lasts."""
        try:
            before = _metrics(session)
            page.evaluate("Object.assign(__bench, {frames: [], scripts: [], draws: [], on: true})")
            gesture(page, subject, time.perf_counter() + self.seconds)
            kept = page.evaluate("(__bench.on = false, {f: __bench.frames, s: __bench.scripts, d: __bench.draws})")
            after = _metrics(session)
        except Error as error:
            return {"failed": str(error).splitlines()[0]}
        count = max(len(kept["f"]), 1)
        busy = [script for script in kept["s"] if script > 0.2]
        return {
            "frames": len(kept["f"]),
            "frame_ms": _spread(kept["f"]),
            "script_ms": _spread(busy),
            "draw_ms": _spread(kept["d"]),
            "cpu_ms_a_frame": (after["TaskDuration"] - before["TaskDuration"]) * 1000 / count,
        }


def _metrics(session: CDPSession) -> dict[str, float]:
    return {row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]}


def _spread(values: list[float]) -> dict[str, float] | None:
    if not values:
        return None
    ordered = sorted(values)
    return {
        "p50": statistics.median(ordered),
        "p95": ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)],
        "most": ordered[-1],
        "count": len(ordered),
    }


def _middle(page: Page, subject: Subject) -> tuple[float, float, float]:
    box = page.locator(subject.area).first.bounding_box()
    if box is None:
        raise Error(f"{subject.area} is not to be seen")
    return box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 150), box["width"]


def _zoom(page: Page, subject: Subject, end: float) -> None:
    """Turn the wheel with Ctrl, in and out again, for as long as it takes."""
    x, y, _ = _middle(page, subject)
    page.mouse.move(x, y)
    turns = 0
    if subject.buttons is None:
        page.keyboard.down("Control")
    while time.perf_counter() < end:
        inwards = turns // 24 % 2 == 0
        if subject.buttons is None:
            page.mouse.wheel(0, -60 if inwards else 60)
        elif turns % 24 == 0:
            page.locator(subject.buttons[turns // 24 % 2]).first.click(force=True)
        turns += 1
        page.wait_for_timeout(10)
    if subject.buttons is None:
        page.keyboard.up("Control")


def _pan(page: Page, subject: Subject, end: float) -> None:
    """Drag to the left and back, in strokes of a third of the width; zoomed in, so that there is somewhere to go."""
    x, y, width = _middle(page, subject)
    if subject.buttons is None:
        page.keyboard.down("Control")
        page.mouse.move(x, y)
        for _ in range(6):
            page.mouse.wheel(0, -100)
        page.keyboard.up("Control")
    page.mouse.move(x, y)
    page.mouse.down()
    step = 0
    while time.perf_counter() < end:
        step += 1
        there = abs((step * 8) % (width / 1.5) - width / 3)
        page.mouse.move(x - there, y)
        page.wait_for_timeout(8)
    page.mouse.up()


def gzipped(files: list[Path]) -> int:
    """Bytes of files as a static host sends them: text compressed, fonts and pictures as they are."""
    sizes = (len(gzip.compress(f.read_bytes(), 9)) if f.suffix in TEXT else f.stat().st_size for f in files)
    return sum(sizes)


def served(requested: list[str], url: str, folder: Path) -> list[Path]:
    """The files behind the addresses that a page asked for."""
    found = []
    for address in dict.fromkeys(requested):
        path = folder / unquote(urlsplit(address).path.removeprefix(urlsplit(url).path))
        found.append(path / "index.html" if path.is_dir() else path)
    return [path for path in found if path.is_file()]

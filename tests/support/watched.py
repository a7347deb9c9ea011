"""Browser pages that tell what they complain of, in profiles that are used again once they are empty."""

import contextlib
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Frame,
    Page,
    Request,
    WebError,
    WebSocket,
)
from playwright.sync_api import TimeoutError as PlaywrightTimeout

KEPT = 8
"""Profiles that wait for another test, at most: each holds what its browser has fetched and read."""


def _wait(page: Any, expression: str, *, arg: Any = None, timeout: float = 15_000, polling: Any = None) -> None:
    """Wait until an expression holds: Playwright asks by `eval` within the page, which the policy of pages refuses."""
    until = time.monotonic() + timeout / 1000
    while True:
        with contextlib.suppress(Error):  # the page may be on its way to another
            if page.evaluate(expression, arg):
                return
        if time.monotonic() > until:
            raise PlaywrightTimeout(f"not within {timeout} ms: {expression}")
        page.wait_for_timeout(30)


Page.wait_for_function = _wait  # type: ignore[assignment,method-assign]
Frame.wait_for_function = _wait  # type: ignore[assignment,method-assign]


@dataclass
class Profile:
    """A profile of the browser, what it is like, the origins that it saw, and whose pages it shows now."""

    context: BrowserContext
    like: tuple[tuple[str, str], ...]
    origins: set[str] = field(default_factory=set)
    home: str = ""
    allow: Sequence[str] = ()
    problems: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note from now on what pages complain of, ask of another origin, or die of."""
        context = self.context
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("page", self._page)

    def _note(self, problem: str) -> None:
        if not any(re.search(pattern, problem) for pattern in self.allow):
            self.problems.append(problem)

    def _console(self, message: ConsoleMessage) -> None:
        source = message.location["url"]
        # A page that names no icon makes the browser ask for this one, some time or never.
        if message.type == "error" and source != f"{self.home}/favicon.ico":
            self._note(f"console: {message.text} ({source})")

    def _error(self, error: WebError) -> None:
        self._note(f"script error: {error.error.name}: {error.error.message}")

    def _request(self, request: Request) -> None:
        if _origin(request.url) not in (self.home, "data:", "blob:", "about:"):
            self._note(f"request to another origin: {request.url}")

    def _page(self, page: Page) -> None:
        page.on("framenavigated", self._frame)
        page.on("websocket", self._socket)
        page.on("crash", lambda _: self._note("the page crashed"))

    def _frame(self, frame: Frame) -> None:
        self.origins.add(_origin(frame.url))

    def _socket(self, socket: WebSocket) -> None:
        self._note(f"web socket: {socket.url}")

    def empty(self, page: Page) -> None:
        """Forget what earlier pages kept: cookies, permissions, and whatever an origin can store."""
        self.context.clear_cookies()
        self.context.clear_permissions()
        session = self.context.new_cdp_session(page)
        for origin in self.origins - {"about:", "data:", "blob:", "chrome-error:"}:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.detach()
        self.origins.clear()


class Profiles:
    """The profiles of one browser. A new one costs a third of what opening a page in it does."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[Profile] = []

    def take(self, options: dict[str, Any], fresh: bool) -> Profile:
        """A profile like this that nobody uses, or a new one."""
        like = tuple(sorted((name, repr(value)) for name, value in options.items()))
        for profile in reversed([] if fresh else self._free):
            if profile.like == like:
                self._free.remove(profile)
                return profile
        profile = Profile(self._browser.new_context(**options), () if fresh else like)
        profile.context.set_default_timeout(15_000)
        profile.watch()
        return profile

    def give_back(self, profile: Profile) -> None:
        """Keep the profile for another test, unless it was to be fresh: then somebody changed it."""
        for page in profile.context.pages:
            page.close()
        if profile.like:
            self._free.append(profile)
        else:
            profile.context.close()
        while len(self._free) > KEPT:
            self._free.pop(0).context.close()


class Pages:
    """Opens watched pages: what they complain of or request elsewhere gathers in `problems`."""

    def __init__(self, profiles: Profiles) -> None:
        self._profiles = profiles
        self._taken: list[tuple[Profile, bool]] = []
        self.problems: list[str] = []

    def __call__(
        self,
        url: str,
        *,
        viewport: tuple[int, int] = (1280, 800),
        color_scheme: str = "light",
        reduced_motion: str = "no-preference",
        javascript: bool = True,
        allow: Sequence[str] = (),
        fresh: bool = False,
        **options: Any,
    ) -> Page:
        """Open `url` in a browser profile that is empty but for what the browser fetched before.

        `allow`: regular expressions of problems that this page may have. `fresh`: with nothing fetched, for a test
        that counts requests or changes the profile (`page.context`). Further `options` go to Playwright's
        `new_context`.
        """
        settings = {
            "viewport": {"width": viewport[0], "height": viewport[1]},
            "color_scheme": color_scheme,
            "reduced_motion": reduced_motion,
            "java_script_enabled": javascript,
            "locale": "en-GB",
            "timezone_id": "UTC",
        }
        profile = self._profiles.take({**settings, **options}, fresh)
        profile.home, profile.allow, profile.problems = _origin(url), allow, self.problems
        self._taken.append((profile, javascript))
        page = profile.context.new_page()
        if profile.origins:
            profile.empty(page)
        if permissions := options.get("permissions"):
            profile.context.grant_permissions(permissions)
        page.goto(url)
        return page

    def close(self) -> None:
        """Close the pages; after this, `problems` holds all that they told."""
        while self._taken:
            profile, scripted = self._taken.pop()
            for page in profile.context.pages if scripted else []:
                with contextlib.suppress(Error):  # it may be broken, or gone
                    page.wait_for_function("true", timeout=2_000)  # lets its last messages through
            self._profiles.give_back(profile)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme in ("http", "https"):
        return f"{parts.scheme}://{parts.netloc}"
    return f"{parts.scheme}:"

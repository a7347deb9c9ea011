"""Opens every page of a built site in Chromium, under the policy that it brings, and tells what any complains of.

Usage: python tests/support/crawl.py SITE [EVERY]: prints a line for each way to send the policy, by the headers that
hosts read from the site and by the page itself, and every complaint. EVERY opens each second, third … page alone.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Error, sync_playwright

import chromium
from harness import Server
from watched import Pages, Profiles

WATCH = """
window.__refused = [];
document.addEventListener('securitypolicyviolation', event =>
  window.__refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
RESTART = 300
"""Pages after which a profile is thrown away, with all that it remembers."""


def pages(site: Path) -> list[str]:
    """Return the address of every page below the root of the site; those that lead on are no pages."""
    found = sorted(site.rglob("*.html"))
    leads = re.compile(r"http-equiv=.?refresh")
    texts = ((path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")) for path in found)
    return [name.removesuffix("index.html") for name, text in texts if not leads.search(text)]


def headers(site: Path) -> dict[str, str]:
    """Return what the site tells hosts to send with each file."""
    rows = (site / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    return dict(row.strip().split(": ", 1) for row in rows)


def crawl(browser: Browser, url: str, names: list[str]) -> list[str]:
    """Open the pages one after the other; return their complaints, the first word of each the page."""
    told: list[str] = []
    for first in range(0, len(names), RESTART):
        watched = Pages(Profiles(browser))
        # the page of what is not there is sent with 404, and Chromium tells that as an error
        opened = watched(f"{url}404.html", allow=["status of 404"], fresh=True)
        opened.add_init_script(WATCH)

        def dismiss(dialog: Dialog) -> None:
            watched.problems.append(f"dialog: {dialog.message}")  # noqa: B023 (it runs within this round)
            dialog.dismiss()

        opened.on("dialog", dismiss)
        for name in names[first : first + RESTART]:
            try:
                opened.goto(url + name, wait_until="load")
                told += [f"{name} refused: {refused}" for refused in opened.evaluate("window.__refused")]
            except Error as error:
                told.append(f"{name} {error.message.splitlines()[0]}")
            told += [f"{name} {problem}" for problem in watched.problems]
            watched.problems.clear()
        told += [f"cookie: {cookie.get('name')}" for cookie in opened.context.cookies()]
        watched.close()
        told += watched.problems
    return told


def main(site: Path, every: int = 1) -> int:
    """Crawl the site both ways; return 1 if any page complains."""
    names = pages(site)[::every]
    complaints = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGS)
        for way, sent in (("by headers", headers(site)), ("by the page", {})):
            server = Server(site, "/", headers=sent)
            told = crawl(browser, server.url, names)
            server.close()
            complaints += len(told)
            print(f"{way}: {len(names)} pages, {len(told)} complaints", *told, sep="\n  ", flush=True)
        browser.close()
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))

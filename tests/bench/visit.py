"""What a visit costs in bytes: pages of a built site behind the nginx of docs/hosting.md, in an empty browser.

    python tests/bench/visit.py SITE [PATH …]

prints a row of the table in docs/hosting.md for each path below the root: requests, and bytes of headers and bodies,
for whoever comes to it first, and for whoever came to the first path before.
"""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "support"), str(Path(__file__).parents[2])]

from playwright.sync_api import Browser, Request, sync_playwright  # noqa: E402

import chromium  # noqa: E402
import nginx  # noqa: E402


def cost(browser: Browser, address: str, *paths: str) -> tuple[int, int]:
    """Return requests and bytes of the last of the paths, for a reader who came by the others."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    found: list[Request] = []
    page.on("requestfinished", lambda request: found.append(request))  # it marks what it is given
    for path in paths:
        found.clear()
        page.goto(address + path, wait_until="networkidle")
    sizes = [request.sizes() for request in found]
    context.close()
    return len(found), sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)


def main(site: Path, paths: list[str]) -> None:
    """Print the rows."""
    with tempfile.TemporaryDirectory(prefix="visit-") as scratch, sync_playwright() as playwright:
        copy = Path(shutil.copytree(site, Path(scratch) / "site"))
        nginx.compress(copy)
        with nginx.serving(copy, Path(scratch)) as address:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGS)
            for path in paths:
                first, later = cost(browser, address, path), cost(browser, address, paths[0], path)
                print(f"| `/{path}` | {first[0]} | {first[1] / 1024:.0f} kB | {later[0]} | {later[1] / 1024:.0f} kB |")
            browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or [""])

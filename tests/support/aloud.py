"""What a screen reader says of a page: a virtual one, which reads the accessibility tree from top to bottom."""

import re
from functools import cache

from playwright.sync_api import Page

from tools import npm_file

READ = """async ([script, selector, most]) => {
    const {virtual} = Function(script)();
    const container = document.querySelector(selector);
    await virtual.start({container});
    let count = 0;
    do await virtual.next();
    while (virtual.activeNode !== container && count++ < most);
    const log = await virtual.spokenPhraseLog();
    await virtual.stop();
    return log;
}"""


@cache
def _reader() -> str:
    """The reader as a function's body: it is a module, and the policy of pages allows no other script."""
    text = npm_file("@guidepup/virtual-screen-reader", "lib/esm/index.browser.js").read_text(encoding="utf-8")
    name = re.search(r"([\w$]+) as virtual\b", text)
    assert name is not None
    return re.sub(r"\bexport ?\{[^{}]*\};", f"return {{virtual: {name[1]}}};", text, count=1)


def spoken(page: Page, selector: str, most: int = 2_000) -> list[str]:
    """The phrases of a part of a page, in the order in which they are read."""
    found: list[str] = page.evaluate(READ, [_reader(), selector, most])
    return found

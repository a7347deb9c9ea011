"""The Chromium that the tests and the benchmark drive."""

import os
from pathlib import Path

from tools import Missing, program

WHOLE = "chromium"

# Quiet and closed: no calls home, no proxy, and no name but this machine's resolves.
ARGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
if os.name == "posix" and os.geteuid() == 0:
    ARGS.append("--no-sandbox")  # Chromium refuses to start as root with its sandbox


def find() -> Path:
    """The browser's path: $CHROMIUM, else one on PATH, else Debian's package when root; raises Missing if none.

    Chromium without a window comes first: a page in it costs a third of the processor time of the whole browser.
    """
    try:
        return program(
            ["chromium-headless-shell", "chrome-headless-shell"], variable="CHROMIUM", package=f"{WHOLE}-headless-shell"
        )
    except Missing:
        return program([WHOLE, "chromium-browser", "google-chrome"], variable="CHROMIUM", package=WHOLE)

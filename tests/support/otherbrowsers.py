"""Starting Firefox and WebKit: no package drives them, and no driver that is not Debian's."""

import contextlib
import json
import os
import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import bidi
from tabs import Firefox, Tab, WebKit
from tools import Missing, program


@contextlib.contextmanager
def firefox() -> Iterator[Tab]:
    """Start Firefox; raises Missing."""
    path = program(["firefox-esr", "firefox"], variable="FIREFOX", package="firefox-esr")
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
        calm = {"datareporting.policy.dataSubmissionEnabled": False, "network.proxy.type": 0}
        calm |= {"app.update.enabled": False, "browser.shell.checkDefaultBrowser": False}
        calm |= {"focusmanager.testmode": True}  # a window that is not in front has no focus otherwise
        calm |= {"network.dns.disableIPv6": True, "toolkit.telemetry.enabled": False, "remote.active-protocols": 1}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in calm.items()]
        Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [str(path), "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        with _running(command, dict(os.environ, HOME=profile)) as told:
            address = told(r"WebDriver BiDi listening on (ws://\S+)")
            connection = bidi.Connection(f"{address}/session")
            try:
                yield Firefox(connection)
            finally:
                connection.close()


@contextlib.contextmanager
def webkit() -> Iterator[Tab]:
    """Start WebKit on a screen that nobody sees; raises Missing."""
    driver = program(["WebKitWebDriver"], variable="WEBKIT_DRIVER", package="webkit2gtk-driver")
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))
    if not found:
        raise Missing("WebKit's MiniBrowser is not below /usr/lib")
    with tempfile.TemporaryDirectory(prefix="webkit-", ignore_cleanup_errors=True) as home, _screen() as display:
        own = {"DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home, "XDG_CACHE_HOME": home, "LC_ALL": "C.UTF-8"}
        own |= {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1"}
        own |= {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"} if os.geteuid() == 0 else {}
        kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        port = _port()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        running = subprocess.Popen([str(driver), f"--port={port}"], env=kept | own, **quiet)
        try:
            _listens(port)
            tab = WebKit(f"http://127.0.0.1:{port}", found[-1])
            try:
                yield tab
            finally:
                with contextlib.suppress(bidi.Refused, OSError):
                    tab.close()
        finally:
            _end(running)


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    """Start a screen in memory, and tell its name."""
    screen = program(["Xvfb"], variable="XVFB", package="xvfb")
    read, write = os.pipe()
    command = [str(screen), "-displayfd", str(write), "-screen", "0", "2000x1300x24", "-nolisten", "tcp"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    shown = subprocess.Popen(command, pass_fds=[write], **quiet)
    os.close(write)
    try:
        with os.fdopen(read) as line:
            yield f":{line.readline().strip()}"
    finally:
        _end(shown)


OTHERS: dict[str, Callable[[], contextlib.AbstractContextManager[Tab]]] = {"Firefox": firefox, "WebKit": webkit}


@contextlib.contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[Callable[[str], str]]:
    """Start a program that tells its address; the value finds a pattern in what it tells."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None

    def told(pattern: str) -> str:
        lines = []
        for line in process.stderr or ():
            lines.append(line)
            if found := re.search(pattern, line):
                return found[1]
        raise Missing(f"{command[0]} does not start:\n{''.join(lines)[-2000:]}")

    try:
        yield told
    finally:
        _end(process)


def _end(process: "subprocess.Popen[Any]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stderr:
        process.stderr.close()


def _port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _listens(port: int) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise Missing(f"nothing listens at {port}")

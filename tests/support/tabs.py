"""A page in Firefox or WebKit: what tests ask of it, by the protocol that each browser speaks itself."""

import base64
import contextlib
import json
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import bidi

KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014"}
KEYS |= {"ArrowDown": "\ue015", "End": "\ue010", "Home": "\ue011", "Control": "\ue009", "Tab": "\ue004"}

MIDDLE = """node => { node.scrollIntoView({block: 'center', behavior: 'instant'});
  const box = node.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; }"""


class Tab:
    """A page in some browser: what the tests ask of it, whatever the protocol."""

    def go(self, url: str) -> None:
        raise NotImplementedError

    def run(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript, awaited."""
        raise NotImplementedError

    def act(self, *sources: dict[str, Any]) -> None:
        """Perform actions of keys, pointer and wheel, as WebDriver defines them."""
        raise NotImplementedError

    def back(self) -> None:
        raise NotImplementedError

    def resize(self, width: int, height: int) -> None:
        raise NotImplementedError

    def picture(self) -> bytes:
        """Return what is in the window, as PNG."""
        raise NotImplementedError

    def problems(self) -> list[str]:
        """What the browser complained of since it was last asked."""
        raise NotImplementedError

    def wait(self, expression: str, seconds: float = 15) -> Any:
        """Wait until an expression holds, and return its value."""
        until = time.monotonic() + seconds
        while True:
            with contextlib.suppress(bidi.Refused):  # the page may be on its way to another
                if found := self.run(expression):
                    return found
            assert time.monotonic() < until, f"not within {seconds} s: {expression}"
            time.sleep(0.05)

    def frames(self) -> None:
        """Wait for what the next frame draws."""
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))")

    def press(self, *keys: str) -> None:
        for key in keys:
            value = KEYS.get(key, key)
            strokes = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
            self.act({"type": "key", "id": "keys", "actions": strokes})

    def type(self, text: str) -> None:
        strokes = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keys", "actions": strokes})

    def click(self, selector: str) -> None:
        """Click in the middle of the first element of a selector."""
        self.wait(f"!!document.querySelector({json.dumps(selector)})?.getClientRects().length")
        x, y = self.run(f"({MIDDLE})(document.querySelector({json.dumps(selector)}))")
        self.drag((x, y))

    def drag(self, start: tuple[float, float], *points: tuple[float, float]) -> None:
        """Press the pointer, lead it along points, and let it go."""
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0} for x, y in points]
        first = {"type": "pointerMove", "x": round(start[0]), "y": round(start[1]), "duration": 0}
        down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}}
        self.act({**mouse, "actions": [first, down, *moves, up]})

    def zoom(self, x: float, y: float, by: int) -> None:
        """Turn the wheel while the key Control is down."""
        turn = {"type": "scroll", "x": round(x), "y": round(y), "deltaX": 0, "deltaY": by, "duration": 0}
        down, up = ({"type": kind, "value": KEYS["Control"]} for kind in ("keyDown", "keyUp"))
        wait = {"type": "pause", "duration": 0}
        keys = {"type": "key", "id": "keys", "actions": [down, wait, up]}
        self.act(keys, {"type": "wheel", "id": "wheel", "actions": [wait, turn, wait]})


ABANDONED = 0x804B0002
"""What Firefox says of a font that was on its way when the page was left: the number of NS_BINDING_ABORTED."""


class Firefox(Tab):
    """Firefox without a window, by WebDriver BiDi."""

    def __init__(self, connection: bidi.Connection) -> None:
        self._call = connection.call
        self._events = connection.events
        self._call("session.new", capabilities={})
        self._call("session.subscribe", events=["log.entryAdded"])
        self._context = self._call("browsingContext.create", type="tab")["context"]  # the first one never has the focus

    def go(self, url: str) -> None:
        self._call("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        code = f"(async () => JSON.stringify(await ({expression}) ?? null))()"
        target = {"context": self._context}
        told = self._call("script.evaluate", expression=code, target=target, awaitPromise=True)
        if told["type"] == "exception":
            raise AssertionError(f"{told['exceptionDetails']['text']}: {expression}")
        return json.loads(told["result"]["value"])

    def act(self, *sources: dict[str, Any]) -> None:
        self._call("input.performActions", context=self._context, actions=list(sources))

    def back(self) -> None:
        self._call("browsingContext.traverseHistory", context=self._context, delta=-1)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._call("browsingContext.setViewport", context=self._context, viewport=size)

    def picture(self) -> bytes:
        return base64.b64decode(self._call("browsingContext.captureScreenshot", context=self._context)["data"])

    def problems(self) -> list[str]:
        self.run("1")
        told = [one["params"] for one in self._events if one.get("method") == "log.entryAdded"]
        self._events.clear()
        errors = [f"{one['type']}: {one['text']}" for one in told if one["level"] == "error"]
        return [error for error in errors if f"status={ABANDONED}" not in error]


class WebKit(Tab):
    """WebKit in Debian's small browser, by WebDriver."""

    def __init__(self, address: str, browser: Path) -> None:
        self._address = f"{address}/session"
        options = {"binary": str(browser), "args": ["--automation"]}
        asked = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._address += "/" + self._send("POST", "", capabilities=asked)["sessionId"]
        self._send("POST", "/timeouts", script=30_000)
        self._inside = self._around = (0, 0)

    def go(self, url: str) -> None:
        self._send("POST", "/url", url=url)
        self.run("window.__told = [], addEventListener('error', one => __told.push(one.message)), 1")

    def run(self, expression: str) -> Any:
        code = f"return (async () => JSON.stringify(await ({expression}) ?? null))()"
        return json.loads(self._send("POST", "/execute/sync", script=code, args=[]))

    def act(self, *sources: dict[str, Any]) -> None:
        self._send("POST", "/actions", actions=list(sources))

    def back(self) -> None:
        self._send("POST", "/back")

    def resize(self, width: int, height: int) -> None:
        """The window has a frame of its own: it is made as much larger than asked as that takes."""
        wanted, size = (width, height), (width, height)
        for _ in range(3):
            self._send("POST", "/window/rect", width=size[0], height=size[1])
            self.frames()
            inside = tuple(self.run("[innerWidth, innerHeight]"))
            if inside == wanted:
                return
            size = (size[0] + width - inside[0], size[1] + height - inside[1])

    def zoom(self, x: float, y: float, by: int) -> None:
        """The driver tells the page of the wheel without the key, so the page is told of both."""
        told = json.dumps(
            {"ctrlKey": True, "deltaY": by, "clientX": x, "clientY": y, "bubbles": True, "cancelable": True}
        )
        self.run(f"(document.elementFromPoint({x}, {y}).dispatchEvent(new WheelEvent('wheel', {told})), 1)")

    def picture(self) -> bytes:
        return base64.b64decode(self._send("GET", "/screenshot"))

    def problems(self) -> list[str]:
        return list(self.run("(window.__told || []).splice(0)"))

    def close(self) -> None:
        self._send("DELETE", "")

    def _send(self, method: str, path: str, **parameters: Any) -> Any:
        body = json.dumps(parameters).encode() if method == "POST" else None
        request = urllib.request.Request(
            self._address + path, body, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=bidi.LONGEST) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            told = json.load(error)["value"]
            raise bidi.Refused(f"{method} {path}: {told['error']}: {told['message'][:500]}") from error

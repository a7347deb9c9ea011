"""WebDriver BiDi over a WebSocket: the protocol that Firefox speaks without a driver beside it."""

import base64
import json
import os
import socket
import struct
from typing import Any
from urllib.parse import urlsplit

LONGEST = 60
"""Seconds that a browser may take to answer."""


class Refused(Exception):
    """What the browser answered instead of a result."""


class Connection:
    """One WebSocket, on which commands are sent and answered in turn; events that come between are kept."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._socket = socket.create_connection((parts.hostname or "", parts.port or 80), timeout=LONGEST)
        self._left = b""
        self._last = 0
        self.events: list[dict[str, Any]] = []
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET {parts.path} HTTP/1.1", f"Host: {parts.netloc}", "Upgrade: websocket", "Connection: Upgrade"]
        lines += [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", ""]
        self._socket.sendall("\r\n".join(lines).encode())
        while b"\r\n\r\n" not in self._left:
            self._left += self._more()
        head, _, self._left = self._left.partition(b"\r\n\r\n")
        if b" 101 " not in head.splitlines()[0]:
            raise Refused(head.decode(errors="replace"))

    def call(self, method: str, **parameters: Any) -> Any:
        """Send a command and return its result."""
        self._last += 1
        self._send(json.dumps({"id": self._last, "method": method, "params": parameters}).encode())
        while True:
            told = json.loads(self._read())
            if told.get("id") == self._last:
                if told["type"] == "error":
                    raise Refused(f"{method}: {told['error']}: {told.get('message')}")
                return told["result"]
            self.events.append(told)

    def close(self) -> None:
        self._socket.close()

    def _more(self) -> bytes:
        got = self._socket.recv(65536)
        if not got:
            raise Refused("the browser has hung up")
        return got

    def _take(self, count: int) -> bytes:
        while len(self._left) < count:
            self._left += self._more()
        taken, self._left = self._left[:count], self._left[count:]
        return taken

    def _send(self, text: bytes, kind: int = 1) -> None:
        size = len(text)
        length = bytes([0x80 | size]) if size < 126 else b"\xfe" + struct.pack("!H", size)
        if size > 0xFFFF:
            length = b"\xff" + struct.pack("!Q", size)
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[n % 4] for n, byte in enumerate(text))
        self._socket.sendall(bytes([0x80 | kind]) + length + mask + masked)

    def _read(self) -> bytes:
        whole = b""
        while True:
            first, second = self._take(2)
            size = second & 0x7F
            if size > 125:
                size = struct.unpack("!H", self._take(2))[0] if size == 126 else struct.unpack("!Q", self._take(8))[0]
            part = self._take(size)
            kind = first & 0x0F
            if kind == 8:
                raise Refused("the browser has closed the connection")
            if kind == 9:  # a ping wants its pong
                self._send(part, 10)
            elif kind < 3:
                whole += part
                if first & 0x80:
                    return whole

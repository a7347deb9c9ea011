"""An editor's side of a language server: starts it, opens files, asks, and hears what it complains of."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

from tools import npm_tree, program


class LanguageServer:
    """yaml-language-server over standard input and output, as editors run it."""

    def __init__(self, root: Path) -> None:
        node = program(["node", "nodejs"], variable="NODE", package="nodejs")
        script = npm_tree("yaml-language-server") / "yaml-language-server/bin/yaml-language-server"
        self._process = subprocess.Popen(
            [str(node), str(script), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._number = 0
        self._told: dict[str, list[dict[str, Any]]] = {}
        folders = [{"uri": root.as_uri(), "name": "timeline"}]
        options = {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": folders, "capabilities": {}}
        self.ask("initialize", options)
        self._send({"method": "initialized", "params": {}})
        settings = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def complaints(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with this text and return what the server complains of."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._told.pop(path.as_uri(), None)
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while path.as_uri() not in self._told:
            self._receive()
        return self._told[path.as_uri()]

    def at(self, method: str, path: Path, line: int, column: int) -> Any:
        """Ask about a position, which counts from 0 here."""
        position = {"line": line, "character": column}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": path.as_uri()}, "position": position})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and return its result."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                return message["result"]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """Return the next message; answer what the server asks, remember what it complains of."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            items = (
                message.get("params", {}).get("items", []) if message["method"] == "workspace/configuration" else None
            )
            self._send({"id": message["id"], "result": [None for _ in items] if items is not None else None})
        return message

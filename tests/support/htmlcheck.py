"""The Nu Html Checker over built pages: somebody else's opinion on whether our HTML is HTML."""

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools import Missing, npm_file, program


@dataclass(frozen=True)
class Message:
    file: Path
    line: int
    kind: str  # error or warning
    text: str
    extract: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.kind}: {self.text} [{self.extract.strip()}]"


def check(*paths: Path, ignore: Sequence[str] = ()) -> list[Message]:
    """Errors and warnings on HTML files, or on all below a directory, but for those matching `ignore`.

    One run for many files: starting Java costs more than checking a hundred pages.
    """
    java = program(["java"], variable="JAVA", package="default-jre-headless")
    jar = npm_file("vnu-jar", "build/dist/vnu.jar")
    command = [str(java), "-Xss8m", "-jar", str(jar), "--stdout", "--format", "json", "--exit-zero-always"]
    command += ["--skip-non-html", *(str(path.resolve()) for path in paths)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)
    try:
        records = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError):
        output = done.stdout + done.stderr
        raise Missing(f"the HTML checker needs Java 17 or newer; it said:\n{output}") from None
    found = []
    for record in records:
        if record["type"] == "non-document-error":
            raise Missing(f"the HTML checker could not run: {record['message']}")
        kind = record.get("subType", record["type"])
        file = Path(unquote(urlsplit(record.get("url", "")).path))
        message = Message(file, record.get("lastLine", 0), kind, record["message"], record.get("extract", ""))
        if not any(re.search(pattern, message.text) for pattern in ignore):
            found.append(message)
    return found

"""What `make check` asks of scripts and styles: types that hold, and one form. Also run by tests/repository."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import npm_tree, program

REPO = Path(__file__).parents[2]
SOURCES = ("timeline/website/scripts", "timeline/website/styles", "timeline/website/theme/assets/*.css")

COMMANDS = {
    "tsc": ("typescript", "typescript/lib/tsc.js", ["-p", "tsconfig.json"]),
    "prettier": ("prettier", "prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", *SOURCES]),
}
"""The tree of packages, the script in it, and its arguments."""


def run(name: str, arguments: Sequence[str] = (), folder: Path = REPO) -> subprocess.CompletedProcess[str]:
    """Run one of the tools over the sources, or with other arguments in another folder."""
    tree, script, usual = COMMANDS[name]
    node = program(["node", "nodejs"], variable="NODE", package="nodejs")
    command = [str(node), str(npm_tree(tree) / script), *(arguments or usual)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def main() -> int:
    """Run both and print what they find; with --write bring the sources into form."""
    if "--write" in sys.argv[1:]:
        return run("prettier", ["--write", "--log-level", "warn", *SOURCES]).returncode
    results = [run(name) for name in COMMANDS]
    for result in results:
        print(result.stdout + result.stderr, end="")
    return max(result.returncode for result in results)


if __name__ == "__main__":
    sys.exit(main())

"""The command line: the only place that prints and exits."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from timeline import problems


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is well, 1 when problems were found, 2 when it could not run."""
    options = _parser().parse_args(argv)
    root = Path(options.directory).resolve()
    try:
        return int(options.run(root, options))
    except OSError as error:
        print(f"{error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Check and build a timeline.")
    parser.add_argument("-C", dest="directory", default=".", metavar="DIR", help="work on the timeline in DIR")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check the data and print every problem")
    check.add_argument("files", nargs="*", metavar="FILE", help="report only on these files")
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="form of the report")
    check.set_defaults(run=_check)
    return parser


def _check(root: Path, options: argparse.Namespace) -> int:
    from timeline.checks import check
    from timeline.corpus import load

    if not root.is_dir():
        print(f"{root}: no such folder", file=sys.stderr)
        return 2
    found = check(load(root))
    if options.files:
        wanted = {_shown(name, root) for name in options.files}
        missing = sorted(name for name in wanted if not (root / name).exists())
        if missing:
            print(f"{missing[0]}: no such file", file=sys.stderr)
            return 2
        found = [problem for problem in found if problem.path in wanted]
    return report(found, options.format)


def _shown(name: str, root: Path) -> str:
    path = Path(name) if Path(name).exists() else root / name
    try:
        return path.resolve().relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def report(found: Sequence[problems.Problem], form: problems.Format) -> int:
    """Print the problems in the form asked for; return the exit code."""
    if form == "json" or found:
        print(problems.render(found, form))
    if form == "text":
        print(problems.tally(found) if found else "no problems found", file=sys.stderr)
    return 1 if problems.failed(found) else 0

"""The command line: it prints and exits, as beside it only the hooks of MkDocs do."""

from __future__ import annotations

import argparse
import errno
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from timeline import commands
from timeline.editing import new_command
from timeline.project import history, settings, settings_check

_ELSEWHERE = "choose a folder in which you may write; a site can go to another: build --site-dir DIR"
_REMEDIES = {
    errno.ENOSPC: "make room on the disk, and do this again: what was there is as it was",
    errno.EROFS: _ELSEWHERE,
    errno.EACCES: _ELSEWHERE,
}
"""What to do when the disk refuses, by the number of its error."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is well, 1 when problems were found, 2 when it could not run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console may have fewer letters than the texts
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(argv)
    root = Path(options.directory).resolve()
    try:
        if not (root / settings.FILE).is_file():
            remedy = "go to the folder of a timeline, or name it: -C DIR"
            print(f"{root}: no timeline here, for it holds no {settings.FILE}\n    help: {remedy}", file=sys.stderr)
            return 2
        history.epoch()
        # check tells of the settings itself, together with the data
        if options.run is not commands.check and (odd := settings_check.problems_of(root)):
            return commands.report(odd, "text")
        return int(options.run(root, options))
    except OSError as error:
        print(f"{error.filename or 'the disk'}: {error.strerror or error}", file=sys.stderr)
        if error.errno in _REMEDIES:
            print(f"    help: {_REMEDIES[error.errno]}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nstopped: everything is as it was", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Check and build a timeline.")
    parser.add_argument(
        "-C",
        dest="directory",
        default=".",
        metavar="DIR",
        help="work on the timeline in DIR, and read paths from there",
    )
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    check = verbs.add_parser("check", help="check the data and print every problem")
    check.add_argument("files", nargs="*", metavar="FILE", help="report only on these files and folders")
    check.add_argument(
        "--format", choices=("text", "json", "github", "sarif"), default="text", help="form of the report"
    )
    check.add_argument("--fix", action="store_true", help="show what remedies that are certain change, then write it")
    check.add_argument("--yes", action="store_true", help="write it without asking")
    check.add_argument("--archive", metavar="DIR", help="look up each locator in the copy of its source, DIR/KEY.txt")
    check.set_defaults(run=commands.check)
    build = verbs.add_parser("build", help="check the data and build the site")
    build.add_argument("--site-dir", default="site", metavar="DIR", help="where the site goes (default: site)")
    build.add_argument("--versions", action="store_true", help="keep every release below v/, as its tag has it")
    build.set_defaults(run=commands.build)
    serve = verbs.add_parser("serve", help="preview the site; what you save shows in the browser")
    serve.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to listen")
    serve.set_defaults(run=commands.serve)
    schema = verbs.add_parser("schema", help="write what editors go by: JSON Schemas of the records, and all ids")
    schema.add_argument("--check", action="store_true", help="write nothing; say which are out of date")
    schema.set_defaults(run=commands.schema)
    stage = verbs.add_parser("stage", help="write a tree that another site builder can render")
    stage.add_argument("target", metavar="DIR")
    stage.set_defaults(run=commands.stage)
    fill = verbs.add_parser("fill", help="fill a site that another builder has rendered from that tree")
    fill.add_argument("site", metavar="SITE")
    fill.set_defaults(run=commands.fill)
    offline = verbs.add_parser("offline", help="put a ZIP of the built site into it, which works without a network")
    offline.add_argument("site", nargs="?", default="site", metavar="SITE", help="where the site is (default: site)")
    offline.set_defaults(run=commands.offline)
    tidy = verbs.add_parser("tidy", help="put keys in one order, and sources that several records describe in files")
    tidy.add_argument("files", nargs="*", metavar="FILE", help="tidy only these files and folders")
    tidy.add_argument("--check", action="store_true", help="write nothing; show what would change")
    tidy.set_defaults(run=commands.tidy)
    audit = verbs.add_parser("audit", help="draw the events that the next audit reads, and write its blank form")
    new_command.add_audit_arguments(audit)
    audit.set_defaults(run=commands.audit)
    links = verbs.add_parser("links", help="ask the servers of all sources whether their pages are still there")
    links.set_defaults(run=commands.links)
    publish = verbs.add_parser("publish", help="note the ids of all records, which then keep their addresses")
    publish.set_defaults(run=commands.publish)
    rename = verbs.add_parser("rename", help="give a record another id everywhere; the former one stays an alias")
    rename.add_argument("kind", choices=("event", "era", "actor", "source", "series", "topic", "place", "term"))
    rename.add_argument("old", metavar="OLD")
    rename.add_argument("new", metavar="NEW")
    rename.set_defaults(run=commands.rename)
    new = verbs.add_parser("new", help="write the file of a new event, source or actor")
    new_command.add_arguments(new)
    new.set_defaults(run=commands.new)
    return parser

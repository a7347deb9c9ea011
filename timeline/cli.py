"""The command line: it prints and exits, as beside it only the hooks of MkDocs do."""

from __future__ import annotations

import argparse
import datetime
import errno
import io
import sys
import time
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

from timeline import problems, reports
from timeline.editing import new_command
from timeline.project import disk, history, settings, settings_check


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is well, 1 when problems were found, 2 when it could not run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console may have fewer letters than the texts
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(argv)
    root = Path(options.directory).resolve()
    if not (root / settings.FILE).is_file():
        remedy = "go to the folder of a timeline, or name it: -C DIR"
        print(f"{root}: no timeline here, for it holds no {settings.FILE}\n    help: {remedy}", file=sys.stderr)
        return 2
    try:
        history.epoch()
        odd = settings_check.problems_of(root)
        if odd and options.run is not _check:
            return report(odd, "text")
        return int(options.run(root, options))
    except OSError as error:
        print(f"{error.filename or 'the disk'}: {error.strerror or error}", file=sys.stderr)
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
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check the data and print every problem")
    check.add_argument("files", nargs="*", metavar="FILE", help="report only on these files and folders")
    check.add_argument(
        "--format", choices=("text", "json", "github", "sarif"), default="text", help="form of the report"
    )
    check.add_argument("--fix", action="store_true", help="show what remedies that are certain change, then write it")
    check.add_argument("--yes", action="store_true", help="write it without asking")
    check.add_argument("--archive", metavar="DIR", help="look up each locator in the copy of its source, DIR/KEY.txt")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", help="check the data and build the site")
    build.add_argument("--site-dir", default="site", metavar="DIR", help="where the site goes (default: site)")
    build.add_argument("--versions", action="store_true", help="keep every release below v/, as its tag has it")
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", help="preview the site; what you save shows in the browser")
    serve.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to listen")
    serve.set_defaults(run=_serve)
    schema = commands.add_parser("schema", help="write what editors go by: JSON Schemas of the records, and all ids")
    schema.add_argument("--check", action="store_true", help="write nothing; say which are out of date")
    schema.set_defaults(run=_schema)
    stage = commands.add_parser("stage", help="write a tree that another site builder can render")
    stage.add_argument("target", metavar="DIR")
    stage.set_defaults(run=_stage)
    fill = commands.add_parser("fill", help="fill a site that another builder has rendered from that tree")
    fill.add_argument("site", metavar="SITE")
    fill.set_defaults(run=_fill)
    offline = commands.add_parser("offline", help="put a ZIP of the built site into it, which works without a network")
    offline.add_argument("site", nargs="?", default="site", metavar="SITE", help="where the site is (default: site)")
    offline.set_defaults(run=_offline)
    tidy = commands.add_parser("tidy", help="put keys in one order, and sources that several records describe in files")
    tidy.add_argument("files", nargs="*", metavar="FILE", help="tidy only these files and folders")
    tidy.add_argument("--check", action="store_true", help="write nothing; show what would change")
    tidy.set_defaults(run=_tidy)
    audit = commands.add_parser("audit", help="draw the events that the next audit reads, and write its blank form")
    new_command.add_audit_arguments(audit)
    audit.set_defaults(run=_audit)
    links = commands.add_parser("links", help="ask the servers of all sources whether their pages are still there")
    links.set_defaults(run=_links)
    publish = commands.add_parser("publish", help="note the ids of all records, which then keep their addresses")
    publish.set_defaults(run=_publish)
    rename = commands.add_parser("rename", help="give a record another id everywhere; the former one stays an alias")
    rename.add_argument("kind", choices=("event", "era", "actor", "source", "series", "topic", "place", "term"))
    rename.add_argument("old", metavar="OLD")
    rename.add_argument("new", metavar="NEW")
    rename.set_defaults(run=_rename)
    new = commands.add_parser("new", help="write the file of a new event, source or actor")
    new_command.add_arguments(new)
    new.set_defaults(run=_new)
    return parser


def _new(root: Path, options: argparse.Namespace) -> int:
    from timeline.checks.rules import check
    from timeline.editing import completion, drafts
    from timeline.reading.corpus import load

    corpus = load(root)
    try:
        answers = new_command.given(options)
        if sys.stdin.isatty():
            answers = new_command.complete(options.record, answers, corpus, input)
        draft = new_command.draft(options, answers, corpus)
    except (EOFError, KeyboardInterrupt):
        print("\nnothing written", file=sys.stderr)
        return 1
    except drafts.Refused as refused:
        print(f"nothing written: {refused.message}\n    help: {refused.remedy}", file=sys.stderr)
        return 1
    drafts.write(root, draft)
    print(draft.path)
    corpus = load(root)
    completion.refresh(root, corpus)
    found = [problem for problem in check(corpus) if problem.path == draft.path]
    report(found, "text")
    return 1 if problems.failed(problem for problem in found if problem.code != "unfinished-text") else 0


def _audit(root: Path, options: argparse.Namespace) -> int:
    from timeline.editing import audit_form

    try:
        print(audit_form.write(root, options.seed, options.size, options.date or f"{datetime.date.today()}"))
    except audit_form.NoFormError as error:
        print(f"nothing written: {error.message}\n    help: {error.remedy}", file=sys.stderr)
        return 1
    return 0


def _links(root: Path, options: argparse.Namespace) -> int:
    """Ask what could be read; files with mistakes are told, for nobody knows whether their sources are alive."""
    from timeline.catalogue import build
    from timeline.checks import source_links
    from timeline.reading.corpus import load

    corpus = load(root)
    unread = [problem for problem in corpus.problems if problem.severity == "error"]
    items = build(corpus).sources.values()
    found = source_links.examine(
        source_links.Address(url, item.file, item.line)
        for item in items
        for url in (item.record.url, item.record.archive_location)
        if url
    )
    print(source_links.report(found, {problem.path for problem in unread}), end="")
    if unread:
        print(problems.render(unread), file=sys.stderr)
    return 1 if unread or any(health.state == "gone" for health in found) else 0


def _tidy(root: Path, options: argparse.Namespace) -> int:
    from timeline.editing import completion
    from timeline.editing.shared_sources import differences, tidied
    from timeline.reading import record_files
    from timeline.reading.corpus import load

    named = [_shown(name, root) for name in options.files]
    files = [
        path
        for name in named
        for path in (record_files.below(root / name) if (root / name).is_dir() else [root / name])
    ]
    found = tidied(root, load(root), [path.relative_to(root).as_posix() for path in files])
    for reason in found.left:
        print(f"left as it is: {reason}", file=sys.stderr)
    if options.check:
        print(differences(root, found), end="")
        return 1 if found.texts else 0
    for name, text in sorted(found.texts.items()):
        disk.write(root, name, text)
        print(name)
    if found.texts:
        completion.refresh(root, load(root))
    return 0


def _stage(root: Path, options: argparse.Namespace) -> int:
    from timeline.website.staging import stage

    stage(root, root / options.target)
    return 0


def _publish(root: Path, options: argparse.Namespace) -> int:
    from timeline.checks import kept
    from timeline.checks.rules import check
    from timeline.reading import registry
    from timeline.reading.corpus import load

    corpus = load(root)
    found = check(corpus)
    if problems.failed(found):
        return report(found, "text")
    disk.write(root, registry.PUBLISHED, kept.published(corpus))
    print(registry.PUBLISHED)
    return 0


def _rename(root: Path, options: argparse.Namespace) -> int:
    from timeline.editing import completion, renaming
    from timeline.reading.corpus import load

    try:
        found = renaming.rename(root, options.kind, options.old, options.new)
    except renaming.Refused as refused:
        print(f"nothing changed: {refused}", file=sys.stderr)
        return 1
    for name in sorted(found.texts):
        print(name)
    completion.refresh(root, load(root))
    return 0


def _fill(root: Path, options: argparse.Namespace) -> int:
    from timeline.catalogue import build
    from timeline.checks.rules import check
    from timeline.reading.corpus import load
    from timeline.website.shell import ShellError
    from timeline.website.staging import fill

    corpus = load(root)
    found = check(corpus)
    if problems.failed(found):
        return report(found, "text")
    try:
        return report(fill(root, root / options.site, build(corpus)), "text")
    except ShellError as error:
        print(error, file=sys.stderr)
        return 2


def _offline(root: Path, options: argparse.Namespace) -> int:
    from timeline.website import offline

    size = offline.pack(root / options.site, settings.site_of(settings.read(root), root))
    print(f"packed {size / 1_000_000:.1f} MB: {options.site}/{offline.ARCHIVE}", file=sys.stderr)
    return 0


def _schema(root: Path, options: argparse.Namespace) -> int:
    """Write or compare; a list of ids that lags behind the records is told, and is nobody's mistake."""
    from timeline.editing import completion, schemas
    from timeline.exports import format
    from timeline.reading.corpus import load
    from timeline.records import schema_files
    from timeline.records.kinds import SCHEMAS

    word = "is out of date: run build.py schema" if options.check else "written"
    changed = [f"{SCHEMAS}/{name}" for name in (schemas.stale if options.check else schemas.write)(root)]
    if format.SCHEMAS.is_relative_to(root):  # the engine's own checkout: elsewhere it is nobody's to change
        folder = format.SCHEMAS.relative_to(root).as_posix()
        bring = schema_files.stale if options.check else schema_files.renew
        changed += [f"{folder}/{name}" for name in bring(format.SCHEMAS, format.texts())]
    for name in changed:
        print(f"{name} {word}")
    if completion.refresh(root, load(root), write=not options.check):
        print(f"{completion.FILE} {word}")
    return 1 if options.check and changed else 0


def _build(root: Path, options: argparse.Namespace) -> int:
    from timeline.website.builder import build, may_replace

    started = time.perf_counter()
    site = (root / options.site_dir).parent.resolve() / Path(options.site_dir).name
    if not may_replace(site, root):
        print(f"{options.site_dir}: holds something else than a built site; name another folder", file=sys.stderr)
        return 2
    code = build(root, site, options.versions)
    if reason := history.refusal(root):
        print(f"no page has its date and version, for git does not tell: {reason}", file=sys.stderr)
    elif history.shallow(root):
        print("the clone has no beginning: files have no date before it (git fetch --unshallow)", file=sys.stderr)
    if code == 0:
        pages = sum(1 for _ in site.rglob("*.html"))
        print(f"built {pages} pages in {time.perf_counter() - started:.1f} s: {options.site_dir}", file=sys.stderr)
    return code


def _serve(root: Path, options: argparse.Namespace) -> int:
    from timeline.website import preview
    from timeline.website.builder import serve

    if fault := preview.fault(options.address):
        message, remedy = fault
        print(f"{message}\n    help: {remedy}", file=sys.stderr)
        return 2
    return serve(root, options.address)


def _check(root: Path, options: argparse.Namespace) -> int:
    from timeline.checks import dates
    from timeline.checks.rules import check
    from timeline.reading.corpus import load

    wanted = {_shown(name, root) for name in options.files}
    if options.fix and not _fix(root, wanted, options.yes):
        return 1
    corpus = load(root)
    found = [*settings_check.problems_of(root), *check(corpus), *dates.future(corpus, datetime.date.today())]
    if options.archive:
        from timeline.checks import locators

        found += locators.missing(corpus, _folder(Path(options.archive)))
    if wanted:
        found = [problem for problem in found if any(PurePosixPath(problem.path).is_relative_to(w) for w in wanted)]
    return report(found, options.format, root)


def _fix(root: Path, wanted: set[str], sure: bool) -> bool:
    """Show what would change and write it if that is wanted; return whether there is nothing left to write."""
    from timeline.editing.mending import mended
    from timeline.editing.shared_sources import Sharing, differences
    from timeline.reading.record_files import below

    names = {path.relative_to(root).as_posix() for w in wanted for path in below(root / w)} | {
        w for w in wanted if not (root / w).is_dir()
    }
    texts = mended(root, names)
    if not texts:
        print("nothing can be mended without asking you", file=sys.stderr)
        return True
    print(differences(root, Sharing(texts)), end="")
    if not sure and sys.stdin.isatty():
        sure = input(f"write this to {len(texts)} file{'' if len(texts) == 1 else 's'}? [y/N] ").strip().lower() == "y"
    if not sure:
        print("nothing written: add --yes to write it", file=sys.stderr)
        return False
    for name, text in sorted(texts.items()):
        disk.write(root, name, text)
    return True


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise NotADirectoryError(0, "no such folder", str(path))
    return path


def _shown(name: str, root: Path) -> str:
    """Return a file or folder, named from here or from the root, by its path below the root; raises OSError."""
    for path in (Path(name).resolve(), (root / name).resolve()):
        if path.exists() and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    if Path(name).exists():
        raise OSError(errno.EINVAL, "lies outside the timeline", name)
    raise FileNotFoundError(errno.ENOENT, "no such file or folder", name)


def report(
    found: Sequence[problems.Problem], form: problems.Format | Literal["sarif"], root: Path | None = None
) -> int:
    """Print the problems in the form asked for, those of the data in `root` with their lines; return the exit code."""
    if form == "sarif":
        print(reports.sarif(found))
    elif form == "text" and root and found:
        print(reports.text(found, root, reports.coloured(sys.stdout)))
    elif form == "json" or found:
        print(problems.render(found, form))
    if form == "text":
        print(problems.tally(found) if found else "no problems found", file=sys.stderr)
    return 1 if problems.failed(found) else 0

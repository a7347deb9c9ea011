"""What each command does: it prints, and returns 0 for all is well, 1 for problems found, 2 for could not run."""

from __future__ import annotations

import argparse
import datetime
import errno
import sys
import time
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

from timeline import problems, reports
from timeline.editing import new_command
from timeline.project import disk, history, settings, settings_check


def new(root: Path, options: argparse.Namespace) -> int:
    """Write the file of a new record."""
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


def audit(root: Path, options: argparse.Namespace) -> int:
    """Write the blank form of the next audit."""
    from timeline.editing import audit_form

    try:
        print(audit_form.write(root, options.seed, options.size, options.date or f"{datetime.date.today()}"))
    except audit_form.NoFormError as error:
        print(f"nothing written: {error.message}\n    help: {error.remedy}", file=sys.stderr)
        return 1
    return 0


def links(root: Path, options: argparse.Namespace) -> int:
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


def tidy(root: Path, options: argparse.Namespace) -> int:
    """Put keys in order, and shared sources into files."""
    from timeline.editing import completion
    from timeline.editing.shared_sources import differences, tidied
    from timeline.reading import record_files
    from timeline.reading.corpus import load

    named = [root / _shown(name, root) for name in options.files]
    files = [path for name in named for path in (record_files.below(name) if name.is_dir() else [name])]
    found = tidied(root, load(root), [path.relative_to(root).as_posix() for path in files])
    for reason in found.left:
        print(f"left as it is: {reason}", file=sys.stderr)
    if options.check:
        print(differences(root, found), end="")
        return 1 if found.texts else 0
    with disk.together(root, found.texts):
        print(*sorted(found.texts), sep="\n", end="\n" * bool(found.texts))
    if found.texts:
        completion.refresh(root, load(root))
    return 0


def stage(root: Path, options: argparse.Namespace) -> int:
    """Write a tree that another builder can render."""
    from timeline.website import staging

    staging.stage(root, root / options.target)
    return 0


def publish(root: Path, options: argparse.Namespace) -> int:
    """Add the ids of today to those that were published."""
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


def rename(root: Path, options: argparse.Namespace) -> int:
    """Give a record another id, everywhere."""
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


def fill(root: Path, options: argparse.Namespace) -> int:
    """Fill a site that another builder has rendered."""
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


def offline(root: Path, options: argparse.Namespace) -> int:
    """Pack the built site."""
    from timeline.website import offline

    size = offline.pack(root / options.site, settings.site_of(settings.read(root), root))
    print(f"packed {size / 1_000_000:.1f} MB: {options.site}/{offline.ARCHIVE}", file=sys.stderr)
    return 0


def schema(root: Path, options: argparse.Namespace) -> int:
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


def build(root: Path, options: argparse.Namespace) -> int:
    """Check the data and build the site."""
    from timeline.website.builder import build, may_replace

    started = time.perf_counter()
    site = (root / options.site_dir).parent.resolve() / Path(options.site_dir).name
    if not may_replace(site, root):
        print(f"{options.site_dir}: holds something else than a built site; name another folder", file=sys.stderr)
        return 2
    code = build(root, site, options.versions, _tell)
    if reason := history.refusal(root):
        print(f"no page has its date and version, for git does not tell: {reason}", file=sys.stderr)
    elif history.shallow(root):
        print("the clone has no beginning: files have no date before it (git fetch --unshallow)", file=sys.stderr)
    if code == 0:
        pages = sum(1 for _ in site.rglob("*.html"))
        print(f"built {pages} pages in {time.perf_counter() - started:.1f} s: {options.site_dir}", file=sys.stderr)
    return code


def _tell(found: Sequence[problems.Problem], what: str) -> None:
    if said := reports.of_build(found, what):
        print(said, file=sys.stderr)


def serve(root: Path, options: argparse.Namespace) -> int:
    """Preview the site."""
    from timeline.website import preview
    from timeline.website.builder import serve

    if fault := preview.fault(options.address):
        message, remedy = fault
        print(f"{message}\n    help: {remedy}", file=sys.stderr)
        return 2
    ready = f"preview: http://{options.address}/"
    return serve(root, options.address, _tell, lambda: print(ready, file=sys.stderr, flush=True))


def check(root: Path, options: argparse.Namespace) -> int:
    """Print every problem."""
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

    names = {path.relative_to(root).as_posix() for w in wanted for path in below(root / w)}
    texts = mended(root, names | {w for w in wanted if not (root / w).is_dir()})
    if not texts:
        print("nothing can be mended without asking you", file=sys.stderr)
        return True
    print(differences(root, Sharing(texts)), end="")
    if not sure and sys.stdin.isatty():
        sure = input(f"write this to {len(texts)} file{'' if len(texts) == 1 else 's'}? [y/N] ").strip().lower() == "y"
    if not sure:
        print("nothing written: add --yes to write it", file=sys.stderr)
        return False
    with disk.together(root, texts):
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

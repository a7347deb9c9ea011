"""The next audit: a sample that anybody can draw again from the same seed, and the blank form for its reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, get_args

from timeline.editing import record_file
from timeline.language import audits as words
from timeline.project import history
from timeline.reading.corpus import Corpus, load
from timeline.records.audit import COMMIT_PATTERN, Outcome, Verdict
from timeline.records.kinds import KIND


class Form(NamedTuple):
    """A blank form: where it goes below the timeline's root, and its text."""

    path: str
    text: str


class NoFormError(ValueError):
    """Nothing can be drawn: what is wrong, and the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def sample(ids: Iterable[str], seed: str, size: int) -> list[str]:
    """Return `size` ids that look like chance and are the same for everybody: the first by SHA-256 of seed and id."""
    return sorted(sorted(ids, key=lambda id_: sha256(f"{seed}{id_}".encode()).digest())[:size])


def form(corpus: Corpus, seed: str, size: int, day: str, commit: str) -> Form:
    """Return the blank form of an audit of the events that a seed draws; raises NoFormError."""
    if not re.match(COMMIT_PATTERN, seed):
        raise NoFormError(
            f'"{seed}" is not the hash of a commit',
            "name a commit before it exists, such as the next one on main, and give its hash",
        )
    if not 1 <= size <= len(corpus.events):
        raise NoFormError(f"{size} events cannot be drawn", f"draw from 1 to {len(corpus.events)}")
    path = KIND["audit"].path(day)
    if day in corpus.ids["audits"]:
        raise NoFormError(f"{path} is there already", "fill that form in, or name another day: --date")
    drawn = sample(corpus.events, seed, size)
    values = {
        "title": words.TITLE.format(size),
        "date": day,
        "commit": commit or seed,
        "drawn": "by seed",
        "seed": seed,
        "reader": words.READER,
    }
    head = record_file.text("audit", path, values, with_help=False)
    help_ = words.FORM.format(verdicts=", ".join(get_args(Verdict)), outcomes=", ".join(get_args(Outcome)))
    records = "".join(f"  - record: event:{id_}\n" for id_ in drawn)
    return Form(path, f"{head}{help_}records:\n{records}")


def write(root: Path, seed: str, size: int, day: str) -> str:
    """Write the blank form of the next audit of the timeline in `root`; return its path. Raises NoFormError."""
    found = form(load(root), seed, size, day, history.commit(root))
    (root / found.path).parent.mkdir(parents=True, exist_ok=True)
    (root / found.path).write_text(found.text, encoding="utf-8", newline="\n")
    return found.path

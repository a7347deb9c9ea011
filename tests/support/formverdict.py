"""What the check says of an event, and what the form says of it: for the tests that hold them equal."""

import json
import re
from copy import copy
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from modules import exposed
from timeline.catalogue import build
from timeline.checks.rules import check
from timeline.pages.form import form_data
from timeline.project.settings import read, site_of
from timeline.reading import yamlfile
from timeline.reading.corpus import Corpus, Entry, load
from timeline.reading.validation import validate
from timeline.records.event import Event

MODULES = {
    **{"form/verdict.js": ["verdict"], "form/guesses.js": ["understood"]},
    **{"tongues/misfit.js": ["misfit"], "parts.js": ["leave"]},
}

ABOUT_THE_REST = {
    *(
        "unused-source",
        "unused-actor",
        "unused-term",
        "audit-changed",
        "unknown-dispute",
        "unknown-quote",
        "duplicate-id",
    ),
}
"""Codes that another record gets because the event is left out, or comes."""


class Timeline:
    """A timeline into which events are put, one at a time."""

    def __init__(self, corpus: Corpus, before: set[Any], data: dict[str, Any]) -> None:
        self.corpus, self.before, self.data = corpus, before, data

    @classmethod
    def of(cls, root: Path, without: str = "") -> "Timeline":
        """The timeline in a folder; without one of its events, if asked."""
        corpus = load(root)
        if without:
            del corpus.events[without]
            corpus.ids["events"] = corpus.ids["events"] - {without}
        known = set(check(corpus))
        data = form_data(build(corpus), site_of(read(root), root))
        return cls(corpus, known, json.loads(json.dumps(data)))

    def check(self, values: Any, id_: str) -> set[str]:
        """The codes of what the check finds in an event with these values."""
        record, file, codes = self._read(values, id_)
        if record is None:
            return codes
        return {problem.code for problem in self._checked({id_: Entry(id_, record, file)})}

    def check_all(self, values: dict[str, Any]) -> dict[str, set[str]]:
        """The codes of what the check finds in each of many events, all put into the timeline at once."""
        entries, found = {}, {}
        for id_, data in values.items():
            record, file, found[id_] = self._read(data, id_)
            if record is not None:
                entries[id_] = Entry(id_, record, file)
        files = {entry.file.path: id_ for id_, entry in entries.items()}
        for problem in self._checked(entries):
            found[files[problem.path]].add(problem.code)
        return found

    def _read(self, values: Any, id_: str) -> tuple[Event | None, Any, set[str]]:
        """The record of an event and its file, or the codes of what keeps it from being read."""
        path = f"events/{id_}.yaml"
        # What no YAML file holds as it is can still be written as an escape.
        written = json.dumps(values, ensure_ascii=False)
        text = re.sub("[\x7f-\x9f\u2028\u2029\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", written)
        file = yamlfile.parse(text.encode("utf-8", "surrogatepass"), path)
        if file.problems:
            return None, file, seen({problem.code for problem in file.problems})
        record, found = validate(Event, file.data, file)
        return record, file, {problem.code for problem in found} if record is None else set()

    def _checked(self, entries: dict[str, Entry[Event]]) -> list[Any]:
        """What the check finds more than before once these events are there."""
        corpus = copy(self.corpus)
        corpus.events = {**self.corpus.events, **entries}
        corpus.ids = {**self.corpus.ids, "events": self.corpus.ids["events"] | set(entries)}
        new = set(check(corpus)) - self.before
        return [problem for problem in new if problem.code not in ABOUT_THE_REST]


def seen(codes: set[str]) -> set[str]:
    """The codes, without those that a file does not come to whose letters cannot be read."""
    unread = {"hidden-character", "yaml-syntax"}
    return {"hidden-character"} if codes & unread else codes


def open_form(page: Page, timeline: Timeline, name: str = "formData") -> None:
    """Put the rules of the form, and what it knows of the timeline under a name, into a page."""
    page.evaluate(exposed("globalThis.formRules", MODULES) + "formRules.leave('tongues', formRules.misfit);")
    page.evaluate("([name, data]) => { globalThis[name] = data; }", [name, timeline.data])


def form(page: Page, values: Any, id_: str, name: str = "formData") -> set[str]:
    """The codes of what the form finds in an event with these values."""
    ask = "([values, id, name]) => formRules.verdict(values, id, globalThis[name]).map(({ code }) => code)"
    return seen(set(page.evaluate(ask, [values, id_, name])))

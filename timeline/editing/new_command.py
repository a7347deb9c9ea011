"""The `new` command: its flags, the questions for what no flag says, and the draft that the answers make."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # every command asks for the flags; only `new` asks for what makes a file
    from timeline.editing import drafts
    from timeline.editing.fields import FieldOf
    from timeline.problems import Problem
    from timeline.reading.corpus import Corpus

Ask = Callable[[str], str]
"""From a prompt to the answer."""

_FLAGS: dict[str, dict[str, str]] = {
    "event": {
        "title": "what happened, in a few words",
        "date": "when, as EDTF: 1815-06-18, 1815-06, 1815~",
        "summary": "one sentence that stands alone",
        "importance": "landmark, major or minor (default: minor)",
    },
    "source": {
        "title": "title as the source has it",
        "type": "CSL item type, such as article-newspaper",
        "kind": "what the source is, such as agency",
        "publisher": "who published it",
        "issued": "date of publication, as EDTF",
        "language": "language of the text, such as en",
    },
    "actor": {"kind": "person, body or state", "description": "who or what it is, in one sentence"},
}
_LISTS = {"topic": "topics", "place": "places", "actor": "actors", "source": "citations"}


def add_audit_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the flags of the blank form of an audit."""
    parser.add_argument("--seed", required=True, metavar="HASH", help="the hash of a commit that was named before it")
    parser.add_argument("--size", type=int, default=12, metavar="N", help="how many events to draw (default: 12)")
    parser.add_argument("--date", default="", metavar="DAY", help="day of the audit, and its id (default: today)")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the kinds of records that `new` makes, with their flags."""
    kinds = parser.add_subparsers(dest="record", required=True, metavar="KIND")
    event = kinds.add_parser("event", help="write events/ID.yaml")
    source = kinds.add_parser("source", help="write reference/sources/KEY.yaml")
    source.add_argument("subject", metavar="URL", help="the address at which it can be read")
    actor = kinds.add_parser("actor", help="write reference/actors/ID.yaml")
    actor.add_argument("subject", metavar="NAME", help="the one form of the name used on the site")
    for name, dest in _LISTS.items():
        what = (
            "key of a file in reference/sources/"
            if name == "source"
            else f"id of {'an' if name[0] in 'aeiou' else 'a'} {name}"
        )
        event.add_argument(f"--{name}", dest=dest, action="append", metavar="ID", help=f"{what}; may be repeated")
    for kind, one in (("event", event), ("source", source), ("actor", actor)):
        for key, words in _FLAGS[kind].items():
            one.add_argument(f"--{key}", metavar=key.upper(), help=words)
        one.add_argument("--id", default="", metavar="ID", help="its id; proposed when left out")
        one.add_argument("--anyway", action="store_true", help="write it although something nearly alike exists")


def given(options: argparse.Namespace) -> dict[str, Any]:
    """Return the values that the flags name, by the keys of the record."""
    keys = {*_FLAGS[options.record], *(_LISTS.values() if options.record == "event" else ())}
    return {key: value for key in keys if (value := getattr(options, key, None))}


def complete(kind: str, answers: dict[str, Any], corpus: Corpus, ask: Ask) -> dict[str, Any]:
    """Return the answers with those to the questions that were still open; an empty one leaves a key out."""
    from timeline.editing import drafts

    for field, choices in drafts.questions(kind, corpus):
        prompt = _prompt(field, choices)
        while field.key not in answers:
            said = ask(prompt).strip()
            if not said and not _needed(kind, field):
                break
            value = [part for part in said.replace(",", " ").split() if part] if field.many else said
            found = drafts.faults(kind, {field.key: value}, corpus) if value else []
            if value and not found:
                answers[field.key] = value
            prompt = f"{_why(found) if found else 'This one is needed.'}\n{field.key}: "
    return answers


def draft(options: argparse.Namespace, answers: dict[str, Any], corpus: Corpus) -> drafts.Draft:
    """Return the file that the answers make; raises Refused when they are too few, wrong, or nothing new."""
    from timeline.editing import drafts
    from timeline.records import id_rules

    kind = options.record
    open_ = [field.key for field, _ in drafts.questions(kind, corpus) if _needed(kind, field)]
    if kind == "source":
        answers = {**drafts.habits(corpus, options.subject), **answers}
    if missing := [key for key in open_ if key not in answers]:
        flags = " ".join(f"--{'topic' if key == 'topics' else key} …" for key in missing)
        raise drafts.Refused(f"nothing says its {' or '.join(missing)}", f"add {flags}")
    values = {key: value for key, value in answers.items() if key != "citations"}
    if kind != "event":
        values["URL" if kind == "source" else "name"] = options.subject
    if found := drafts.faults(kind, values, corpus):
        raise drafts.Refused(found[0].message, found[0].remedy)
    if options.id and (fault := id_rules.fault(options.id)):
        raise drafts.Refused(*fault)
    if kind == "event":
        return drafts.event(corpus, answers, options.id, options.anyway)
    make = drafts.source if kind == "source" else drafts.actor
    return make(corpus, options.subject, answers, options.id, options.anyway)


def _needed(kind: str, field: FieldOf) -> bool:
    return field.required and (kind, field.key) not in (("event", "summary"), ("event", "importance"))


def _prompt(field: FieldOf, choices: tuple[str, ...]) -> str:
    said = "; ".join(part for part in (field.description, "" if choices else field.limits) if part)
    known = f"\n  one of: {', '.join(choices)}" if choices else ""
    return f"{said}{known}\n{field.key}: "


def _why(found: list[Problem]) -> str:
    return f"{found[0].message}\n    help: {found[0].remedy}"

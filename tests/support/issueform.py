"""The issue form for a new event, written from the definition of the records: .github/ISSUE_TEMPLATE/new-event.yml."""

from __future__ import annotations

import json

from harness import REPO
from timeline.editing.fields import FieldOf, fields, plain_words

FORM = REPO / ".github/ISSUE_TEMPLATE/new-event.yml"
KEYS = ("title", "date", "date_note", "summary", "importance", "body")
"""Keys of an event that somebody can answer who knows no ids; whoever takes the issue on does the rest."""

HEAD = """\
# Written from the definition of the records by: pytest tests/repository/test_repository.py --update-golden
name: New event
description: Something belongs on the timeline, and you have a source for it
title: "event: "
labels: [new event]
body:
  - type: markdown
    attributes:
      value: >-
        You need not fill in everything. The form under "Contribute" on the site makes the whole file, if you want to
        go further; here a sentence and a source are enough.
"""
SOURCES = """\
  - type: textarea
    id: sources
    attributes:
      label: Sources
      description: Two that do not copy each other, if you can; with address, date and the place in the text
    validations:
      required: true
"""


def form() -> str:
    """Return the text of the issue form."""
    known = {field.key: field for field in fields("event")}
    return HEAD + "".join(_input(known[key]) for key in KEYS) + SOURCES


def _input(field: FieldOf) -> str:
    kind = "dropdown" if field.choices else "textarea" if field.key in ("body", "summary") else "input"
    said = "; ".join(part for part in (field.description, "" if field.choices else field.limits) if part)
    lines = [
        f"  - type: {kind}",
        f"    id: {field.key}",
        "    attributes:",
        f"      label: {plain_words(field.key)}",
        f"      description: {json.dumps(said, ensure_ascii=False)}",
    ]
    if field.choices:
        lines.append(f"      options: [{', '.join(field.choices)}]")
    elif kind == "input":
        lines.append(f"      placeholder: {json.dumps(field.example, ensure_ascii=False)}")
    required = str(field.key in ("title", "date")).lower()
    return "\n".join([*lines, "    validations:", f"      required: {required}"]) + "\n"

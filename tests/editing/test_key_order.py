"""Tidying: keys in one order, everything else as it was."""

import random
from collections import Counter

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from harness import REPO
from timeline.editing.fields import fields
from timeline.editing.key_order import tidy
from timeline.reading.yamlfile import parse

KINDS = {
    **{"events": "event", "actors": "actor", "eras": "era"},
    **{"sources": "source", "series": "series", "audits": "audit"},
    "media": "medium",
}
FOLDERS = [REPO, REPO / "tests/timelines/waterloo", REPO / "tests/gallery/base"]
FILES = sorted(
    path for folder in FOLDERS for pattern in ("events/*.yaml", "reference/*/*.yaml") for path in folder.glob(pattern)
)
MIXED = """\
# yaml-language-server: $schema=../reference/schema/event.schema.json
# A note on the whole file.

# Why this date.
date: 1815-06-18   # a Sunday
title: Battle

# Who said so.
citations:
  # The best book.
  - checked: excerpt
    # Its name.
    key: clark-2006   # see page 3
    title: >-
      # Iron
      Kingdom

  - key: roberts-2014
links:
  replaces: [b]
  led_to: [a]
body: |
  # Not a comment

  Text.

# At the end.
"""
TIDY = """\
# yaml-language-server: $schema=../reference/schema/event.schema.json
# A note on the whole file.

title: Battle
# Why this date.
date: 1815-06-18   # a Sunday
body: |
  # Not a comment

  Text.
links:
  led_to: [a]
  replaces: [b]

# Who said so.
citations:
  # The best book.
    # Its name.
  - key: clark-2006   # see page 3
    title: >-
      # Iron
      Kingdom
    checked: excerpt

  - key: roberts-2014

# At the end.
"""


def fields_of(path):
    return fields(KINDS[path.parent.name])


def order(data, known):
    """Yield the position of each key in its definition, mapping by mapping."""
    positions = {field.key: index for index, field in enumerate(known)}
    parts = {field.key: field.parts for field in known}
    yield [positions[key] for key in data]
    for key, value in data.items():
        for part in value if isinstance(value, list) else [value]:
            if parts[key] and isinstance(part, dict):
                yield from order(part, parts[key])


def comments(text):
    return Counter(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


def test_blocks_move_with_their_comments():
    assert tidy(MIXED, fields("event")) == TIDY


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(REPO).as_posix())
def test_a_real_file_says_the_same_before_and_after(path):
    text = path.read_text(encoding="utf-8")

    after = tidy(text, fields_of(path))

    assert parse(after.encode(), "").data == parse(text.encode(), "").data
    assert sorted(after.split("\n")) == sorted(text.split("\n")) or "\n  - " in text
    assert comments(after) == comments(text)
    assert tidy(after, fields_of(path)) == after
    for positions in order(parse(after.encode(), "").data, fields_of(path)):
        assert positions == sorted(positions)


def shuffled(value, chance):
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(part, chance) for part in value] if isinstance(value, list) else value


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), st.randoms(use_true_random=False), st.sampled_from([80, 200]), st.booleans())
def test_any_order_of_keys_becomes_the_one_order(path, chance, width, remarks):
    """Whatever was mixed up, nothing is lost and every block finds its place."""
    assert isinstance(chance, random.Random)
    data = shuffled(parse(path.read_bytes(), "").data, chance)
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=width)
    if remarks:
        text = "".join(
            f"# remark {number}\n{line}" if line[:1].isalpha() else line
            for number, line in enumerate(text.splitlines(keepends=True))
        )

    after = tidy(text, fields_of(path))

    assert parse(after.encode(), "").data == data
    assert comments(after) == comments(text)
    for positions in order(parse(after.encode(), "").data, fields_of(path)):
        assert positions == sorted(positions)


@pytest.mark.parametrize(
    "text",
    [
        "title: [",
        "just a text",
        "{title: a, date: 1815}",
        "date: 1815\ndate: 1816\ntitle: a\n",
        "",
    ],
)
def test_what_cannot_be_tidied_stays(text):
    assert tidy(text, fields("event")) == text


def test_keys_that_nobody_knows_go_to_the_end():
    assert tidy("colour: red\ndate: 1815\ntitle: a\n", fields("event")) == "title: a\ndate: 1815\ncolour: red\n"


def test_a_list_in_brackets_or_with_dashes_of_their_own_lines_stays():
    text = "citations:\n  -\n    checked: excerpt\n    key: a\n  - {checked: excerpt, key: b}\n"

    assert tidy(text, fields("event")) == text

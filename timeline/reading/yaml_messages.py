"""What the YAML parser complains of, in plain words, with what to write instead."""

from __future__ import annotations

import re

_WORDS = (
    (
        "mapping values are not allowed",
        '": " stands here a second time',
        'put a text that holds ": " between quotation marks',
    ),
    ("another document", "a second record begins here", "remove the line of three dashes: a file holds one record"),
    ("alias|anchor", "a text cannot start like this", "put a text that starts with * or & between quotation marks"),
    (
        "block sequence entries",
        "a list cannot start on this line",
        "put a text that starts with a dash between quotation marks, or start the list on the next line",
    ),
    (
        "could not find expected ':'",
        "the line above is no key with a value",
        "a key ends in a colon and a blank, and a text of several lines is indented",
    ),
    ("incompatible", "the file asks for another version of YAML", "remove the line that starts with %"),
    (
        "cannot start any token",
        "a text cannot start with this character",
        "put a text that starts with @, % or ` between quotation marks",
    ),
    ("quoted scalar", "a quotation mark opens here and is not closed", "close the quotation mark"),
    (
        "flow",
        "a bracket opens here and is not closed, or a comma is missing",
        'close the bracket, and put a text that holds ", " or ": " between quotation marks',
    ),
    (
        "block collection",
        "a list goes on here without a dash",
        "check the indentation: the keys of one record start in the same column",
    ),
    ("block mapping", "no key stands here", "check the indentation: the keys of one record start in the same column"),
)
"""What the parser says, what it means, and the remedy; the first that fits counts."""

_QUOTED = re.compile(r"""[-:] ["']""")
_UNCLOSED = re.compile(r'^[ -]*[\w-]+: +"(?:[^"\\]|\\.)*$')


def words(raw: str, lines: list[str], number: int) -> tuple[str, str]:
    """Return message and remedy for what the parser says of line `number` of a file."""
    line = lines[number - 1] if number <= len(lines) else ""
    message, remedy = next(
        ((message, remedy) for pattern, message, remedy in _WORDS if re.search(pattern, raw)),
        (raw, "check this line and the one above it"),
    )
    if "\u00a0" in line:
        return message, "replace the no-break space in this line by a plain one"
    if "block mapping" in raw:
        if opened := [at for at, text in enumerate(lines[: number - 1], 1) if _UNCLOSED.match(text)]:
            return message, f"close the quotation mark that opens in line {opened[-1]}, or check the indentation"
        if _QUOTED.search(line):
            return "the text ends before this", "a quotation mark ends the text: put the other kind around it"
    return message, remedy

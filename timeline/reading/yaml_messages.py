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
_OPENS = re.compile(r"""(?P<lead>[ -]*)(?:[\w-]+: +|- +)(?:\[[^\[\]]*?)?(?P<mark>["'])""")
_ENDS = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_NEXT = re.compile(r"(?P<lead>[ -]*)[\w-]+:(?: |$)")
_BLOCK = re.compile(r"(?P<lead> *)[\w-]+: +[|>][-+0-9]*\s*(?:#.*)?")


def left_open(lines: list[str], number: int) -> tuple[int, int] | None:
    """Return line and column of a quotation mark before the fault of line `number` that its own line does not close.

    The next line then begins another key as far left: whatever closes the mark later was meant for something else.
    """
    inside = -1
    for index, line in enumerate(lines[:number]):
        indent = len(line) - len(line.lstrip(" "))
        if inside >= 0 and (not line.strip() or indent > inside):
            continue
        block = _BLOCK.fullmatch(line)
        inside = len(block["lead"]) if block else -1
        opened = _OPENS.match(line)
        if not opened or _closed(line, opened.start("mark")):
            continue
        after = next((_NEXT.match(line) for line in lines[index + 1 :] if line.strip()), None)
        if after and len(after["lead"]) <= len(opened["lead"]):
            return index + 1, opened.start("mark") + 1
    return None


def _closed(line: str, at: int) -> bool:
    """Return whether every quotation mark of a line that opens a text is closed in it, from the one at `at` on."""
    mark = line[at]
    end = _ENDS[mark].match(line, at + 1)
    if not end:
        return False
    again = re.compile(r"""\s*,\s*(?P<mark>["'])""").match(line, end.end())
    return _closed(line, again.start("mark")) if again else True


def words(raw: str, lines: list[str], number: int) -> tuple[str, str]:
    """Return message and remedy for what the parser says of line `number` of a file."""
    line = lines[number - 1] if number <= len(lines) else ""
    message, remedy = next(
        ((message, remedy) for pattern, message, remedy in _WORDS if re.search(pattern, raw)),
        (raw, "check this line and the one above it"),
    )
    if "\u00a0" in line:
        return message, "replace the no-break space in this line by a plain one"
    if "block mapping" in raw and _QUOTED.search(line):
        return "the text ends before this", "a quotation mark ends the text: put the other kind around it"
    return message, remedy


def one_line(text: str) -> str:
    """Return a text with single blanks for whatever stands between its words."""
    return " ".join(text.split())

"""One YAML file: its plain data, every scalar as text, and the line and column of each value."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from timeline import characters
from timeline.problems import Problem, Trail
from timeline.project import disk
from timeline.project.disk import LARGEST as LARGEST
from timeline.reading import yaml_messages

MOST = 1_000
"""Entries of one list: the longest that records need have some thirty."""

DEEPEST = 12
"""Levels of nesting: records need six."""

_TOO_DEEP = f"values nest deeper than {DEEPEST} levels", "records need six at most"

BEFORE: dict[str, YamlFile] = {}
"""Files as they were read before: a preview reads all again after each edit of one."""

HARMLESS = ("duplicate-key", "cut-by-comment")
"""Codes of problems of a file that do not keep its records from being read."""

_CUT = (
    "a blank and # begin a comment: this value ends before it",
    "put the whole value between quotation marks, or the comment on a line of its own",
)

_NULLS = {"", "~", "null", "Null", "NULL"}
_TAGS = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "map", "seq")
}
_BRACKET = re.compile(rb"[\[\]{}]")
_COMMENT = re.compile(r"[ \t]+#(?P<tight>\S)?")
_DASHES = re.compile(rb"(?:[-?][ \t]+){13}")


class _Composer(yaml.CSafeLoader):
    """The C loader, without PyYAML's guesses at what each scalar means: here every one is text."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        """Do nothing: paths mean nothing to `resolve`."""

    def ascend_resolver(self) -> None:
        """Do nothing, as above."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What one file says: `data` is None when it could not be read."""

    path: str
    data: Any
    marks: dict[Trail, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Trail, tuple[int, int]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    text: str = ""

    def at(self, trail: Trail) -> tuple[int, int]:
        """Return line and column of the value at `trail`, or of the nearest value that holds it."""
        return _nearest_mark(self.marks, trail)

    def key_at(self, trail: Trail) -> tuple[int, int]:
        """Return line and column of the key that leads to `trail`, or of the nearest value that holds it."""
        return self.keys.get(trail) or _nearest_mark(self.marks, trail)

    def find(self, trail: Trail, needle: str) -> tuple[int, int]:
        """Return where `needle` first stands whole within the value at `trail`, or else where the value starts."""
        line, column = self.at(trail)
        pattern = re.compile(re.escape(needle) + (r"(?![\w-])" if needle[-1:].isalnum() else ""))
        for number, content in enumerate(self.text.splitlines()[line - 1 :], line):
            if match := pattern.search(content, column - 1 if number == line else 0):
                return number, match.start() + 1
        return line, column

    def problem(self, trail: Trail, code: str, message: str, remedy: str = "", **more: Any) -> Problem:
        """Return a problem that points at the value at `trail`."""
        return Problem(self.path, *self.at(trail), code, message, remedy, **more)


def _nearest_mark(marks: dict[Trail, tuple[int, int]], trail: Trail) -> tuple[int, int]:
    while trail and trail not in marks:
        trail = trail[:-1]
    return marks.get(trail, (1, 1))


class _Refused(Exception):
    """A file whose form this project does not accept, although it may be YAML."""

    def __init__(self, where: tuple[int, int], code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.where, self.code, self.message, self.remedy = where, code, message, remedy


def read(path: Path, shown: str, most: int = MOST) -> YamlFile:
    """Return the file at `path`, named `shown` in problems; raises FileNotFoundError when there is none."""
    try:
        raw = disk.read(path, LARGEST + 1)
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise
        if error.errno not in (errno.ELOOP, errno.EINVAL, errno.EMLINK, errno.ENXIO):
            message = f"the file cannot be read: {error.strerror or error}"
            return _unreadable(shown, (1, 1), "unreadable-file", message, "put the record there, or take this away")
        return YamlFile(shown, None, problems=(disk.refused(path, shown),))
    if len(raw) > LARGEST:
        message = f"the file has {path.stat().st_size:,} bytes; the limit is {LARGEST:,}"
        return _unreadable(shown, (1, 1), "file-too-large", message, "split it, or cut what is not needed")
    before = BEFORE.get(shown)
    if before is None or not before.text or before.text.encode() != raw:
        before = BEFORE[shown] = parse(raw, shown, most)
    return before


def decoded(raw: bytes, shown: str) -> str | Problem:
    """Return the text of a file that is no record, or what is wrong with its encoding."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        refused = _not_utf8(raw, error)
        return Problem(shown, *refused.where, refused.code, refused.message, refused.remedy)


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> _Refused:
    message, remedy = f"byte 0x{raw[error.start]:02x} is not UTF-8", "save the file with the encoding UTF-8"
    return _Refused(_byte_position(raw, error.start), "not-utf-8", message, remedy)


def parse(raw: bytes, shown: str, most: int = MOST) -> YamlFile:
    """Return the data and positions in `raw`; whatever is wrong becomes a problem, never an exception."""
    text = ""
    try:
        text = _text(raw)
        node = yaml.compose(text, Loader=_Composer)
        reader = _Reader(text, most)
        data = reader.plain(node, ()) if node is not None else None
    except _Refused as error:
        return _unreadable(shown, error.where, error.code, error.message, error.remedy)
    except yaml.MarkedYAMLError as error:
        return _syntax_error(shown, error, text)
    except yaml.reader.ReaderError as error:
        where = _byte_position(raw, error.position)
        message = f"character 0x{error.character:02x} is a control character"
        return _unreadable(shown, where, "yaml-syntax", message, "remove it")
    except (yaml.YAMLError, RecursionError) as error:
        return _unreadable(
            shown, (1, 1), "yaml-syntax", yaml_messages.one_line(str(error)), "remove control characters"
        )
    problems = tuple(
        Problem(shown, *where, "duplicate-key", f'"{key}" stands twice', f"the first one is on line {first}; keep one")
        for key, where, first in reader.duplicates
    )
    problems += tuple(Problem(shown, *where, "cut-by-comment", *_CUT, severity="warning") for where in reader.cut)
    return YamlFile(shown, data, reader.marks, reader.keys, problems, text)


def _text(raw: bytes) -> str:
    """Return the text of a file; raises _Refused for what must not come to the parser, or to a reader's eyes."""
    if raw.startswith(b"\xef\xbb\xbf"):
        message, remedy = "the file starts with a byte-order mark", "save it as UTF-8 without BOM"
        raise _Refused((1, 1), "yaml-bom", message, remedy)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error) from None
    if hidden := _unseen(text):
        at = hidden.at
        where = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        raise _Refused(where, "hidden-character", hidden.message, hidden.remedy)
    if too_deep := _too_deep(raw):
        raise _Refused(too_deep, "too-deep", *_TOO_DEEP)
    return text


def _unseen(text: str) -> characters.Fault | None:
    """Return the first hidden character of a file; the parser has its own words for those that no YAML holds."""
    plain = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]", " ", text)
    return characters.fault(plain)


class _Reader:
    """Turns nodes into plain data; collects positions and duplicate keys on the way."""

    def __init__(self, text: str, most: int) -> None:
        self.marks: dict[Trail, tuple[int, int]] = {}
        self.keys: dict[Trail, tuple[int, int]] = {}
        self.duplicates: list[tuple[str, tuple[int, int], int]] = []
        self.cut: list[tuple[int, int]] = []
        self._lines = text.splitlines()
        self._seen: set[int] = set()
        self._most = most

    def plain(self, node: yaml.Node, trail: Trail) -> Any:
        if id(node) in self._seen:
            message, remedy = "an alias (*name) repeats a value from elsewhere", "write the value out again"
            raise _Refused(_position(node), "yaml-alias", message, remedy)
        self._seen.add(id(node))
        if len(trail) > DEEPEST:
            raise _Refused(_position(node), "too-deep", *_TOO_DEEP)
        if node.tag and node.tag not in _TAGS:
            raise _Refused(_position(node), "yaml-tag", f'the tag "{node.tag}" has no meaning here', "remove it")
        self.marks[trail] = _position(node)
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, trail))
        if isinstance(node, yaml.SequenceNode):
            if len(node.value) > self._most:
                message = f"{len(node.value):,} entries in one list; the limit is {self._most:,}"
                raise _Refused(_position(node), "too-many", message, "leave some out")
            return [self.plain(child, (*trail, index)) for index, child in enumerate(node.value)]
        plain = getattr(node, "style", None) not in {"'", '"', "|", ">"}
        self._look(node)
        if plain and node.value and self._comment_follows(node):
            self.cut.append(_position(node))
        return None if plain and node.value in _NULLS else node.value

    def _look(self, node: yaml.Node) -> None:
        """Refuse what a value holds that the file spells as an escape: "\\u202e"."""
        if hidden := characters.fault(node.value):
            raise _Refused(_position(node), "hidden-character", hidden.message, hidden.remedy)

    def _comment_follows(self, node: yaml.Node) -> bool:
        """Return whether a comment cuts a text short; after one word, such as a date, it was meant as a comment."""
        line, column = node.end_mark.line, node.end_mark.column
        found = _COMMENT.match(self._lines[line], column) if line < len(self._lines) else None
        return found is not None and bool(found["tight"] or " " in node.value or "/" in node.value)

    def _pairs(self, node: yaml.MappingNode, trail: Trail) -> Iterator[tuple[str, Any]]:
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                remedy = "quote the value if it starts with [ or {"
                raise _Refused(_position(key_node), "yaml-key", "a key must be a word", remedy)
            self._look(key_node)
            key, where = key_node.value, _position(key_node)
            if key in first:
                self.duplicates.append((key, where, first[key]))
                continue
            first[key] = where[0]
            self.keys[(*trail, key)] = where
            yield key, self.plain(value_node, (*trail, key))


def _position(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _too_deep(raw: bytes) -> tuple[int, int] | None:
    """Return where nesting gets absurd: the C parser recurses without a limit, so this looks before it does."""
    if dashes := _DASHES.search(raw):
        return _byte_position(raw, dashes.start())
    depth = 0
    for match in _BRACKET.finditer(raw):
        depth = depth + 1 if match.group() in b"[{" else max(depth - 1, 0)
        if depth > DEEPEST * 4:  # brackets in prose count too, so this limit is a loose one
            return _byte_position(raw, match.start())
    return None


def _byte_position(raw: bytes, offset: int) -> tuple[int, int]:
    """Return line and column of a byte; columns count letters, as they do everywhere else."""
    start = raw.rfind(b"\n", 0, offset) + 1
    return raw.count(b"\n", 0, offset) + 1, len(raw[start:offset].decode("utf-8", "replace")) + 1


def _unreadable(shown: str, where: tuple[int, int], code: str, message: str, remedy: str) -> YamlFile:
    return YamlFile(shown, None, problems=(Problem(shown, *where, code, message, remedy),))


def _syntax_error(shown: str, error: yaml.MarkedYAMLError, text: str) -> YamlFile:
    unclosed = re.search("quoted|flow", error.context or "")  # the context is where it was opened
    mark = error.context_mark if unclosed else error.problem_mark
    where, lines = (mark.line + 1, mark.column + 1) if mark else (1, 1), text.splitlines()
    line = lines[where[0] - 1] if where[0] <= len(lines) else ""
    if (
        "\t" in line[: len(line) - len(line.lstrip())]
        or "\\t" in (error.problem or "")
        or "\t" in line[where[1] - 1 : where[1]]
    ):
        where = (where[0], line.find("\t") + 1)
        return _unreadable(shown, where, "yaml-tab", "a tab stands where spaces must", "indent with two spaces")
    if opened := yaml_messages.left_open(lines, where[0]):
        message, remedy = "a quotation mark opens here and is not closed", "close the quotation mark"
        return _unreadable(shown, opened, "yaml-syntax", message, remedy)
    said = yaml_messages.one_line(f"{error.problem or error} {error.context or ''}")
    return _unreadable(shown, where, "yaml-syntax", *yaml_messages.words(said, lines, where[0]))

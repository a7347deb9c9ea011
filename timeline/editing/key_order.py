"""Record files in one order of keys: blocks of lines move whole, so that comments and line breaks stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.editing.fields import FieldOf
from timeline.editing.record_file import HEADER
from timeline.problems import Trail
from timeline.reading import yamlfile
from timeline.reading.yamlfile import YamlFile


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: where its line is, and in which column it starts."""

    name: str
    line: int
    column: int


def tidy(text: str, fields: Sequence[FieldOf]) -> str:
    """Return the text of a record file with its keys in the order of `fields`; an unreadable one as it is."""
    file = yamlfile.parse(text.encode(), "")
    if file.problems or not isinstance(file.data, dict):
        return text
    tidied = _Tidier(file).whole(fields)
    return tidied if yamlfile.parse(tidied.encode(), "").data == file.data else text


class _Tidier:
    """Puts the keys of one file in order; lines count from 0 here."""

    def __init__(self, file: YamlFile) -> None:
        self._file = file
        self._lines = file.text.splitlines()
        self._below: dict[Trail, list[Key]] = {}
        for trail, (line, column) in file.keys.items():
            self._below.setdefault(trail[:-1], []).append(Key(str(trail[-1]), line - 1, column - 1))

    def whole(self, fields: Sequence[FieldOf]) -> str:
        """Return the whole file: its head and its tail stay where they are."""
        keys = self._below.get((), [])
        if not _in_block(keys):
            return self._file.text
        first = self._head_end(keys[0].line)
        last = self._tail_start(keys[-1].line)
        lines = [*self._lines[:first], *self._mapping((), fields, first, last), *self._lines[last:]]
        return "\n".join(lines) + "\n"

    def _head_end(self, line: int) -> int:
        """Return where the comments end that speak of the file and not of its first key."""
        blank = [index for index in range(line) if not self._lines[index].strip()]
        named = [index for index in range(line) if self._lines[index].startswith((HEADER, "---", "%"))]
        return max([*blank, *named], default=-1) + 1

    def _tail_start(self, line: int) -> int:
        """Return where the comments start that follow the last value."""
        end = len(self._lines)
        while end > line + 1 and (not self._lines[end - 1].strip() or self._lines[end - 1].startswith("#")):
            end -= 1
        return end

    def _mapping(self, trail: Trail, fields: Sequence[FieldOf], start: int, end: int) -> list[str]:
        """Return the lines from `start` to `end`, which hold a mapping and nothing else, in order."""
        keys = self._below.get(trail, [])
        if not _in_block(keys):
            return self._lines[start:end]
        known = {field.key: (position, field) for position, field in enumerate(fields)}
        starts = [start, *(self._lead(before.line, key) for before, key in pairwise(keys)), end]
        blocks = []
        for key, (first, last) in zip(keys, pairwise(starts), strict=True):
            position, field = known.get(key.name, (len(known), None))
            inner = self._value((*trail, key.name), field, key.line + 1, last)
            blocks.append((position, [*self._lines[first : key.line + 1], *inner]))
        return [line for _, block in sorted(blocks, key=lambda pair: pair[0]) for line in block]

    def _value(self, trail: Trail, field: FieldOf | None, start: int, end: int) -> list[str]:
        """Return the lines below a key in order, if records are what they hold."""
        if field is None or not field.parts or start >= end:
            return self._lines[start:end]
        if not field.many:
            return self._mapping(trail, field.parts, start, end)
        return self._list(trail, field, start, end)

    def _list(self, trail: Trail, field: FieldOf, start: int, end: int) -> list[str]:
        items = self._items(trail)
        if not items or items[0].line < start or any(not self._dash(item) for item in items):
            return self._lines[start:end]
        starts = [self._lead(before.line, item, item.column - 2) for before, item in pairwise(items)]
        found = self._lines[start : items[0].line]
        for item, (first, last) in zip(items, pairwise([items[0].line, *starts, end]), strict=True):
            found += self._lines[first : item.line]
            found += self._item((*trail, int(item.name)), field, item, last)
        return found

    def _item(self, trail: Trail, field: FieldOf, item: Key, end: int) -> list[str]:
        """Return the lines of one record of a list; its dash goes to whichever line comes first."""
        line = self._lines[item.line]
        dashed, indent = line[: item.column], " " * item.column
        self._lines[item.line] = indent + line[item.column :]
        lines = self._mapping(trail, field.parts, item.line, end)
        self._lines[item.line] = line
        first = next(index for index, one in enumerate(lines) if one.strip() and not one.lstrip().startswith("#"))
        return [*lines[:first], dashed + lines[first][item.column :], *lines[first + 1 :]]

    def _items(self, trail: Trail) -> list[Key]:
        found: list[Key] = []
        while (mark := self._file.marks.get((*trail, len(found)))) is not None:
            found.append(Key(str(len(found)), mark[0] - 1, mark[1] - 1))
        return found

    def _dash(self, item: Key) -> bool:
        """Return whether a record of a list starts on the line of its dash."""
        return bool(re.fullmatch(r" *- ", self._lines[item.line][: item.column])) and item.line in {
            key.line for keys in self._below.values() for key in keys
        }

    def _lead(self, after: int, key: Key, column: int | None = None) -> int:
        """Return where the comments and blank lines start that stand above a key, below line `after`."""
        line, indent = key.line, key.column if column is None else column
        while line - 1 > after and self._is_lead(self._lines[line - 1], indent):
            line -= 1
        return line

    def _is_lead(self, line: str, indent: int) -> bool:
        """Return whether a line is empty, or a comment that is not part of a block of text above."""
        bare = line.lstrip()
        return not bare or (bare.startswith("#") and len(line) - len(bare) <= indent)


def _in_block(keys: Sequence[Key]) -> bool:
    """Return whether each key stands on a line of its own, below the one before."""
    return (
        bool(keys)
        and len({key.column for key in keys}) == 1
        and all(before.line < after.line for before, after in pairwise(keys))
    )

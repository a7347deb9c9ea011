"""Blocks of Markdown as people mean them: a paragraph that begins with a year, `+` or `#1` is no list and no title."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import markdown
from markdown.blockprocessors import HashHeaderProcessor, OListProcessor, UListProcessor
from markdown.inlinepatterns import SimpleTextInlineProcessor

_NUMBER = re.compile(r"^[ ]{0,3}(\d+)\.[ ]+", re.MULTILINE)
_INNER = re.compile(r"\A(?:(?: {4}|\t).*\n?)+")
_MARK = re.compile(r"^[ ]{0,3}[*+-][ ]+", re.MULTILINE)

_LEFT_OUT = r"[Tt]is|[Tt]was|[Ee]m|[Tt]il|cause|bout|round|neath|gainst|cos"
APOSTROPHE = rf"(?<=\d)'(?=\d)|(?<!\w)'(?=\d\d(?!\d)|[nN]['’]|(?:{_LEFT_OUT})\b)"
"""An apostrophe that stands for letters left out before a number or a word: '15, 'tis, rock 'n' roll; or for feet."""


class _Numbered(OListProcessor):
    """A list begins with 1, or counts on: `1815. On that day` is a sentence."""

    LAZY_OL = False

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> bool | None:
        """Make a list of the blocks that are one; refuse them otherwise."""
        found = [int(number) for number in _NUMBER.findall(blocks[0])]
        if parent.tag not in ("li", "ol", "ul"):
            last = parent[-1] if len(parent) and parent[-1].tag == "ol" else None
            following = _NUMBER.match(_next_item(blocks))
            found += [int(following[1])] if len(found) == 1 and following else []
            if last is not None:
                goes_on = found[0] == int(last.get("start", "1")) + len(last)
            else:
                goes_on = found[0] in (0, 1) or (len(found) > 1 and all(b == a + 1 for a, b in pairwise(found)))
            if not goes_on:
                return False
        super().run(parent, blocks)
        return None


class _Marked(UListProcessor):
    """A list has two items: a lone `+ 5 degrees` or `- he said` is a sentence."""

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> bool | None:
        """Make a list of the blocks that are one; refuse them otherwise."""
        goes_on = parent.tag in ("li", "ol", "ul") or (len(parent) > 0 and parent[-1].tag == "ul")
        if not (goes_on or len(_MARK.findall(blocks[0])) > 1 or _MARK.match(_next_item(blocks))):
            return False
        super().run(parent, blocks)
        return None


def _next_item(blocks: list[str]) -> str:
    """Return the first block after the present one that does not belong to its item."""
    parts = (_INNER.sub("", block) for block in blocks[1:])
    return next((part for part in parts if part.strip()), "")


class _Heading(HashHeaderProcessor):
    """A heading has a blank after its signs: `#1 of three` is a sentence."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


class _Apostrophe(SimpleTextInlineProcessor):
    """Takes an apostrophe before a number for what it is, before quotation marks are guessed."""

    def handleMatch(self, m, data):  # type: ignore[no-untyped-def, override]
        after = data[m.end() : m.end() + 2]
        if after[1:] and after[1] in "'’":  # 'n'
            return f"’{after[0]}’", m.start(), m.end() + 2
        return "’", m.start(), m.end()


def register(made: markdown.Markdown) -> None:
    """Put these blocks in the place of Markdown's own; four blanks make no block of code."""
    blocks = made.parser.blockprocessors
    blocks.register(_Numbered(made.parser), "olist", 40)
    blocks.register(_Marked(made.parser), "ulist", 30)
    blocks.register(_Heading(made.parser), "hashheader", 70)
    for name in ("code", "setextheader"):
        blocks.deregister(name)


def keep_apostrophes(made: markdown.Markdown) -> None:
    """Let no guess at quotation marks turn an apostrophe into one."""
    made.inlinePatterns.register(_Apostrophe(APOSTROPHE, made), "apostrophe", 60)

"""What may be an id: a name that every file system holds, and that takes the place of nothing else on a page."""

from __future__ import annotations

import re

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

LONGEST = 100
"""Characters: an id is the name of files and folders, and archives put more in front of it."""

DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that Windows keeps for devices: no file and no folder can have them, whatever their ending."""

_ANCHORS = re.compile(r"content|sources|(?:source|cite|step)-[0-9-]+|tl-[a-z0-9-]+")
"""What pages that hold several records call their own parts."""


def fault(id_: str) -> tuple[str, str] | None:
    """Return what is wrong with an id and what to write instead, or None."""
    if len(id_) > LONGEST:
        return f"the id has {len(id_):,} characters; the limit is {LONGEST}", "choose a shorter one"
    if not re.fullmatch(ID_PATTERN[1:-1], id_):
        remedy = "an id has small Latin letters, digits and single hyphens: 1815-waterloo"
        return f'"{id_}" is not an id', remedy
    if DEVICES.fullmatch(id_):
        return f'"{id_}" is the name of a device on Windows, where no file can have it', "add a word: the-" + id_
    return None


def fault_of_anchor(id_: str) -> tuple[str, str] | None:
    """Return what is wrong with the id of a record that stands on a page beside others, or None."""
    if _ANCHORS.fullmatch(id_):
        return f'"{id_}" is what a page calls a part of its own', "add a word that says what it is"
    return None

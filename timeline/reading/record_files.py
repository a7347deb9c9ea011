"""Which files of a timeline's folders are records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ENDING = ".yaml"

MEANT = re.compile(r"\.ya?ml(?:[._~ -].*)?$", re.IGNORECASE)
"""What stands at the end of a name that somebody meant for a record: also .YAML, .yaml.txt, .yaml~."""


def of_folder(folder: Path) -> list[Path]:
    """Return the record files of a folder in order, those that end in .yml too; hidden ones are none."""
    return sorted(path for path in folder.glob("*.y*ml") if not path.name.startswith("."))


def misnamed_ids(folder: Path) -> Iterator[str]:
    """Yield the ids that files would have whose ending somebody got wrong: other records may well name them."""
    for path in folder.glob("[!.]*"):
        if (meant := MEANT.search(path.name)) and path.suffix not in (ENDING, ".yml"):
            yield path.name[: meant.start()]


def below(folder: Path) -> list[Path]:
    """Return the record files of a folder and of those in it."""
    return sorted(path for path in folder.rglob(f"*{ENDING}") if not path.name.startswith(".") and path.is_file())

"""The plain data of record files, without the rules of records: what a release of any time has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timeline.reading import record_files, yamlfile
from timeline.records.id_rules import ID_PATTERN
from timeline.records.kinds import KINDS


class Data(dict[str, Any]):
    """The plain data of a record, in which a key that is not there has no value."""

    def __missing__(self, key: str) -> None:
        """Return nothing for a key that the file does not have."""


def read(root: Path) -> Mapping[str, Mapping[str, Data]]:
    """Return the data of each record below `root` that has a file to itself, by kind and id.

    What cannot be read is left out.
    """
    return {kind.one: _folder(root / kind.place) for kind in KINDS if not kind.shared_file}


def _folder(folder: Path) -> dict[str, Data]:
    found: dict[str, Data] = {}
    for path in record_files.of_folder(folder) if folder.is_dir() else ():
        data = yamlfile.read(path, path.name).data
        if isinstance(data, dict) and re.match(ID_PATTERN, path.stem):
            found[path.stem] = Data(data)
    return found

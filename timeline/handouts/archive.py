"""Archives that come out the same in every build: files in order, without the time at which they were made."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can name."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP archive, in the order in which they are given."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()


def settled(data: bytes) -> bytes:
    """Return a ZIP archive that somebody else made with fixed times, archives within it included."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return packed({name: _settled(name, text) for name, text in files.items()})


def _settled(name: str, data: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return settled(data)
    return _TIME.sub(b"1980-01-01T00:00:00Z", data) if name == "docProps/core.xml" else data

"""Templates as they were compiled before: kept beside the templates, where Python keeps its own modules compiled.

Compiled code runs, so it may come from no other place than the engine's own modules do: whoever can write there can
write programs. What is damaged, or was compiled by another engine, is compiled anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from timeline.project import cache

_DIGEST = len(cache.digest())


class Compiled(jinja2.BytecodeCache):
    """The compiled templates of one folder, for the pages of one language."""

    def __init__(self, folder: Path, language: str) -> None:
        """`language`: a filter of a constant is applied while a template is compiled."""
        self._folder, self._language = folder, language

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name of the file that holds a template."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template as it was compiled before, if it was compiled from the same text by the same engine."""
        try:
            raw = self._file(bucket).read_bytes()
        except OSError:
            return
        if raw[:_DIGEST] == self._mark(bucket, raw[_DIGEST:]):
            bucket.code = marshal.loads(raw[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, unless Python may keep nothing either."""
        if sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        file = self._file(bucket)
        beside = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(self._mark(bucket, code) + code)
            beside.replace(file)
        except OSError:
            beside.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return Path(cache_from_source(str(self._folder / bucket.key))).with_suffix(".jinja")

    def _mark(self, bucket: Bucket, code: bytes) -> bytes:
        return cache.digest(cache.engine(), self._language, bucket.key, bucket.checksum, code)

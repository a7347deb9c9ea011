"""Pages of a source: one, a range, or several, whatever sign stands between first and last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"^(?:pp?\.|S\.|pp? (?=[0-9])|pages? ) ?")
_DASH = re.compile(r" ?(?:[‐‑‒–—―−]|--+) ?")
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:and|&)\s+")
_NUMBER = re.compile(r"(?P<letters>[A-Za-z]*?)(?P<number>[0-9]+|[ivxlcdm]+|[IVXLCDM]+)(?P<more>[a-z]?)")

_FOLLOWING = re.compile(r"[0-9] ?ff?\.?$")
"""How a range may end that names no last page: `45 ff.`"""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a source: ranges of first and last page, of which the last is empty where there is one alone."""

    ranges: tuple[tuple[str, str], ...]

    @property
    def several(self) -> bool:
        """Return whether it is more than one page."""
        return len(self.ranges) > 1 or any(last or _FOLLOWING.search(first) for first, last in self.ranges)

    @property
    def first(self) -> str:
        """Return the first page."""
        return self.ranges[0][0] if self.ranges else ""

    @property
    def last(self) -> str:
        """Return the last page, where it is another than the first."""
        first, last = self.ranges[-1] if self.ranges else ("", "")
        return last or (first if len(self.ranges) > 1 else "")

    def written(self, dash: str = "–", between: str = ", ") -> str:
        """Return all pages in a row, with `dash` between first and last."""
        return between.join(f"{first}{dash}{last}" if last else first for first, last in self.ranges)


@lru_cache(maxsize=4096)
def read(text: str | None) -> Pages:
    """Return the pages that a text names: `12–34`, `12-14, 20`; a hyphen may also belong to a page's name: `A-10`."""
    whole = _WORD.sub("", " ".join((text or "").split()))
    return Pages(tuple(_range(part) for part in _BETWEEN.split(whole) if part))


def _range(text: str) -> tuple[str, str]:
    parts = _DASH.split(text)
    if len(parts) == 2 and all(parts):
        return parts[0], parts[1]
    hyphens = [place for place, letter in enumerate(text) if letter == "-"]
    if len(hyphens) % 2:  # A-1-A-5: the one in the middle
        middle = hyphens[len(hyphens) // 2]
        first, last = text[:middle].strip(), text[middle + 1 :].strip()
        if _are_ends(first, last):
            return first, last
    return text, ""


def _are_ends(first: str, last: str) -> bool:
    """Return whether two texts can be first and last page: of one form, the second one later or cut short."""
    one, other = (_NUMBER.fullmatch(text.rpartition("-")[2]) for text in (first, last))
    if not one or not other or (other["letters"] not in ("", one["letters"]) or first.count("-") != last.count("-")):
        return False
    if one["number"].isdigit() and other["number"].isdigit():
        shortened = len(other["number"]) < len(one["number"])
        return shortened or int(one["number"]) <= int(other["number"])
    return not one["number"].isdigit() and not other["number"].isdigit() and not one["letters"]

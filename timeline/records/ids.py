"""Names for new records: the id that a title or an address suggests, and what exists already under nearly that name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlsplit

from timeline.dates import Date
from timeline.language.letters import SMALL, folded

WORDS = 4
"""Words of a title that its id takes over."""

_PARTS_OF_NAMES = {"ac", "co", "com", "edu", "gov", "mil", "net", "org"}
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid)$")
_YEAR_IN_PATH = re.compile(r"(?<![0-9])(1[5-9]|20)[0-9]{2}(?![0-9])")
_ENDING = re.compile(r"\.(html?|php|aspx?|pdf|shtml)$")


def slug(text: str, most: int | None = None, without: Iterable[str] = ()) -> str:
    """Return a text as an id: small Latin letters, digits and hyphens; nothing when it holds no Latin letter."""
    words = re.findall(r"[a-z0-9]+", re.sub("[’'ʼ]", "", folded(text)))
    if most is not None:
        words = [word for word in words if word not in SMALL and word not in set(without)][:most]
    return "-".join(words)


def year_of(date: Date) -> str:
    """Return the year that an id starts with: `1815`, `181x` for a decade, `bc216` before our era."""
    if decade := re.match(r"[0-9]{2}[0-9X]X", date.text):
        return decade.group().lower()
    day = date.earliest or date.latest
    if day is None:
        return ""
    return f"{day.year:04}" if day.year > 0 else f"bc{1 - day.year}"


def event_id(title: str, date: Date) -> str:
    """Return the id that an event's date and title suggest."""
    year = year_of(date)
    words = slug(title, WORDS, without=[year])
    return f"{year}-{words}" if year and words else words


def source_key(url: str, maker: str | None = None, year: str | None = None, title: str | None = None) -> str:
    """Return the key that a source's maker, year and title suggest; its address stands in for what is not known."""
    parts = urlsplit(url)
    found = _YEAR_IN_PATH.search(parts.path)
    year = year or (found.group() if found else "")
    last = _ENDING.sub("", next((part for part in reversed(parts.path.split("/")) if part), ""))
    words = slug(title or last, WORDS, without=[year])
    return "-".join(part for part in (slug(maker or "", 3) or slug(maker_of(parts.netloc)), year, words) if part)


def maker_of(host: str) -> str:
    """Return the part of a host's name that tells whose it is: `bbc` for www.bbc.co.uk."""
    *labels, last = host.casefold().partition(":")[0].split(".")
    labels = labels or [last]
    while len(labels) > 1 and labels[-1] in _PARTS_OF_NAMES:
        labels.pop()
    return labels[-1]


def same_page(url: str) -> str:
    """Return an address without what does not change the page: scheme, `www.`, last slash, fragment, tracking."""
    parts = urlsplit(url.strip())
    query = "&".join(f"{k}={v}" for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k))
    address = parts.netloc.casefold().removeprefix("www.") + parts.path.rstrip("/")
    return f"{address}?{query}" if query else address


def near_id(id_: str, known: Iterable[str]) -> str | None:
    """Return a known id of the same year that differs from `id_` by little more than a slip."""
    year, _, words = id_.partition("-")
    rest = {other.partition("-")[2]: other for other in known if other.partition("-")[0] == year}
    for other, whole in rest.items():
        if words and other and sorted(words.split("-")) == sorted(other.split("-")):
            return whole
    close = difflib.get_close_matches(words, rest, n=1, cutoff=0.85) if words else []
    return rest[close[0]] if close else None


def near_text(text: str, known: Mapping[str, str], cutoff: float = 0.85) -> str | None:
    """Return whose text is nearly this one; `known` leads from texts to ids. Other numbers make another text."""
    mine = _bare(text)
    matcher = difflib.SequenceMatcher(b=mine)  # it remembers what it knows of its second text
    for other, owner in known.items():
        theirs = _bare(other)
        matcher.set_seq1(theirs)
        alike = matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff
        if _numbers(mine) == _numbers(theirs) and (alike or sorted(mine.split()) == sorted(theirs.split())):
            return owner
    return None


def _bare(text: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", text.casefold()) if word not in SMALL)


def _numbers(text: str) -> list[str]:
    return re.findall(r"[0-9]+", text)

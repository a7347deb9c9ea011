"""Names of authors and editors as records write them: `Family, Given`, `Family, Given, Jr.`, or the name of a body."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_COMMA = re.compile(r",\s*(?![0-9\s])")
_SUFFIX = re.compile(
    r"(?:jr|sr|jnr|snr|junior|senior|esq|bart|bt|md|m\.d|phd|ph\.d|dds|s\.?j|o\.?p|osb|obe|cbe|kbe|ret)\.?"
    r"|i{2,3}|iv|v?i{2,3}|vi|ix|[2-9](?:nd|rd|th)|(?:lord|lady|sir|dame|baron|baroness|count|countess|viscount|graf)"
    r"|.+ (?:of|von|de)",
    re.IGNORECASE,
)
"""What may follow a given name after a second comma."""

_COMPANY = re.compile(
    r"(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|gmbh|ag|kg|ohg|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v"
    r"|oy|ab|a/s|pty|sarl|z\.?o\.?o|e\.?\s?v|[oczp]?jsc|[оозп]?ао|ооо|a\.?\s?s|d\.?o\.?o|kft|zrt|srl|spol|ltda)\.?",
    re.IGNORECASE,
)
"""What follows the name of a company after a comma."""

_JOINING = re.compile(r"(?<!\w)(?:and|&|for|und|für|et|pour|для|и|і|й|або|та|oraz)(?!\w)|\bof(?= )", re.IGNORECASE)
"""Words that join the parts of a body's name, and never stand in a person's; `Wellington, Duke of` ends in his."""

_BODY = re.compile(
    r"\b(?:academy|administration|agency|agencies|archives?|assembly|association|authority|bureau|centre|center|chamber"
    r"|college|commission|committee|company|conference|congress|council|court|department|directorate|division|embassy"
    r"|faculty|federation|foundation|fund|government|group|institute|institution|inspectorate|laboratory|league|library"
    r"|ministry|mission|museum|network|office|organi[sz]ation|parliament|party|press|school|secretariat|section|senate"
    r"|service|society|staff|trust|union|university|unit|ministère|ministerium|ministerio|ministero|ministerstwo"
    r"|universität|université|universidad|institut|instituto|kommission|verband|verein|gesellschaft|académie"
    r"|министерство|міністэрства|комитет|камітэт|институт|інстытут"
    r"|академия|акадэмія|университет|універсітэт|совет|савет)\b",
    re.IGNORECASE,
)
"""Words for bodies. Some are families' names too, so one that is the whole of a part tells nothing."""


_ACRONYM = re.compile(r"[A-ZА-ЯЁЎІ]{3,}")
"""What a body's department goes by: `Secretariat, OSCE`."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name: of a person, with family and given names, or of anybody in one piece, with `whole` alone."""

    whole: str = ""
    family: str = ""
    given: str = ""
    suffix: str = ""

    @property
    def person(self) -> bool:
        """Return whether the name is known to be a person's; a name in one piece may be anybody's."""
        return bool(self.family)

    @property
    def read(self) -> str:
        """Return the name in reading order: `Given Family, Jr.`"""
        named = f"{self.given} {self.family}" if self.person else self.whole
        return self._suffixed(named)

    @property
    def sorted(self) -> str:
        """Return the name as registers have it: `Family, Given, Jr.`"""
        return self._suffixed(f"{self.family}, {self.given}") if self.person else self.whole

    @property
    def initials(self) -> str:
        """Return the given names as initials: `Jean-Paul Marie` is `J.-P. M.`, and `J.R.R.` is `J. R. R.`"""
        if self.given.endswith(" of"):  # a title: Duke of
            return self.given
        return " ".join(map(_initials, self.given.replace(".", ". ").replace(". -", ".-").split()))

    def short(self, sort: bool) -> str:
        """Return the name with initials, inverted where the entry is sorted by it."""
        if not self.person:
            return self.whole
        return self._suffixed(f"{self.family}, {self.initials}" if sort else f"{self.initials} {self.family}")

    def _suffixed(self, text: str) -> str:
        return f"{text}, {self.suffix}" if self.suffix else text


def _initials(word: str) -> str:
    """Return a given name as its initial; a particle (`van`) stays, and capitals alone (`JK`) are initials already."""
    bare = word.rstrip(".")
    if bare.islower() and word == bare:
        return word
    if bare.isupper() and 1 < len(bare) <= 3 and bare.isalpha():
        return " ".join(f"{letter}." for letter in bare)
    return "-".join(f"{part[0]}." for part in word.split("-") if part[:1].isalpha())


@lru_cache(maxsize=4096)
def read(text: str) -> Name:
    """Return the name that a record writes; braces say that it is a body's, whatever it looks like.

    Without them a comma parts family and given names, unless the words tell of a body: `Department for Culture,
    Media and Sport`.
    """
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    if text.startswith("{") and text.endswith("}"):
        return Name(whole=text[1:-1].strip())
    parts = [part.strip() for part in _COMMA.split(text)]
    if len(parts) == 1 or not all(parts) or _is_body(parts):
        return Name(whole=text)
    if len(parts) == 2:
        return _two(text, *parts)
    if len(parts) == 3:
        family, given, suffix = parts
        if _SUFFIX.fullmatch(given) and not _SUFFIX.fullmatch(suffix):  # BibTeX's order
            given, suffix = suffix, given
        if _SUFFIX.fullmatch(suffix):
            return Name(family=family, given=given, suffix=suffix)
    return Name(whole=text)


def _two(text: str, family: str, given: str) -> Name:
    words = family.split()
    if _SUFFIX.fullmatch(given) and not given.endswith((" of", " von", " de")):
        return Name(family=words[-1], given=" ".join(words[:-1]), suffix=given) if words[1:] else Name(whole=text)
    return Name(family=family, given=given)


def _is_body(parts: list[str]) -> bool:
    if _COMPANY.fullmatch(parts[-1]) or any(_JOINING.search(part) for part in parts):
        return True
    if any(_BODY.search(part) and " " in part for part in parts):
        return True
    return _BODY.fullmatch(parts[0]) is not None and _ACRONYM.fullmatch(parts[-1]) is not None

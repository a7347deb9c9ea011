"""The oracle of citations: pandoc's citeproc with the official styles, and the rules by which ours may differ."""

from __future__ import annotations

import html
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypandoc

from harness import REPO
from timeline.citations.work import Work

CSL = REPO / "tests/csl"
STYLES = {
    "APA 7": "apa.csl",
    "MLA 9": "modern-language-association.csl",
    "Chicago 18": "chicago-notes-bibliography.csl",
}
_ALONE = re.compile(r' (subsequent-author-substitute(-rule)?|disambiguate-[a-z-]+)="[^"]*"')
"""What makes an entry depend on its neighbours in a list: dashes for a repeated author, letters after a year."""


def bibliography(style: str, items: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return each CSL-JSON item as the style's entry in a bibliography, by its id; no entry is the empty text."""
    page = _pandoc(style, items, '---\nnocite: "@*"\nlink-bibliography: false\n---\n')
    return {
        key: plain(entry) for key, entry in re.findall(r'<div id="ref-([^"]+)"[^>]*>\n(.*?)\n?</div>', page, re.DOTALL)
    }


def notes(style: str, items: list[Mapping[str, Any]]) -> dict[str, str]:
    """Return each CSL-JSON item as a full footnote, by its id."""
    text = "\n\n".join(f"[@{item['id']}]" for item in items)
    page = _pandoc(style, items, f"---\nsuppress-bibliography: true\nlink-citations: false\n---\n{text}\n")
    found = re.findall(r'<li id="fn\d+"[^>]*>(?:<div[^>]*>)?\s*<p>(.*?)<a[^>]* class="footnote-back"', page, re.DOTALL)
    return {item["id"]: plain(note) for item, note in zip(items, found, strict=True)}


def _pandoc(style: str, items: Iterable[Mapping[str, Any]], text: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        records, form = Path(folder, "items.json"), Path(folder, "style.csl")
        records.write_text(json.dumps(list(items), ensure_ascii=False), encoding="utf-8")
        form.write_text(_ALONE.sub("", (CSL / STYLES[style]).read_text(encoding="utf-8")), encoding="utf-8")
        options = ["--citeproc", f"--csl={form}", f"--bibliography={records}", "--wrap=none", "--quiet"]
        return str(pypandoc.convert_text(text, "html", format="markdown", extra_args=options))


def plain(markup: str) -> str:
    """Return HTML as text with stars around italics, one blank between words, and dots inside quotation marks."""
    text = re.sub(r"</?(?:i|em)(?: [^>]*)?>", "*", markup)
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    text = re.sub(r"([”’]+)([.,])", r"\2\1", text)
    return " ".join(text.split())


@dataclass(frozen=True)
class Rule:
    """One way in which ours differs from the oracle on purpose, as what to do with the oracle's text."""

    styles: tuple[str, ...]
    because: str
    mend: Callable[[str, Work], str]


def _small_names(text: str, work: Work) -> str:
    for name in (work.container, work.publisher):
        if name and name[0].islower():
            text = re.sub(rf"(?<![\w./]){re.escape(name[0].upper() + name[1:])}(?!\w)", name, text)
    return text


def _unmarked(text: str, work: Work) -> str:
    if not work.supplied:
        return text
    words = re.escape(work.title).replace(r"\ ", " ")
    return re.sub(rf"[“*]?\[({words})\]([.,]?)[”*]?", lambda found: work.title + found[2], text, flags=re.IGNORECASE)


def _bare(text: str, work: Work) -> str:
    """The same for APA, which keeps the brackets and drops the italics."""
    return text.replace(f"*[{work.title}]*", f"[{work.title}]") if work.supplied else text


def _with_date(text: str, work: Work) -> str:
    from timeline.citations.dates import european

    if work.type != "speech" or not work.issued:
        return text
    end = f", {work.link}." if work.link else "."
    return f"{text.removesuffix(end)}, {european(work.issued)}{end}"


def _with_publisher(text: str, work: Work) -> str:
    if work.type != "interview" or not work.publisher:
        return text
    return re.sub(r"(\.”|\*,) (?=\d|[A-Z][a-z]+\.? \d{4})", rf"\1 {work.publisher}, ", text, count=1)


_CIRCA = re.compile(r"\bcirca ((?:\d+ )?(?:[A-Z][a-z]+\.? )?\d{4})")


def _approximate(work: Work) -> bool:
    return bool(work.issued and work.issued.approximate)


def _once(text: str, work: Work) -> str:
    name = work.publisher
    return text.replace(f" {name}.", "") if name in work.authors and text.count(str(name)) > 1 else text


def _titled(text: str, work: Work) -> str:
    return re.sub(r"\. (\([^()]+\))\. (\[[A-Z][a-z]+\])\.", r" \2. \1.", text)


def _volume(text: str, work: Work) -> str:
    return text.replace(f"*, {work.volume}, no.", f"*, vol. {work.volume}, no.") if work.volume else text


def _version(text: str, work: Work) -> str:
    if not work.version:
        return text
    bracketed = f" (Version {work.version.replace('(', '[').replace(')', ']')})"
    text = re.sub(r"\b([Vv])ersions\b", r"\1ersion", text).replace(", Version ", ", version ")
    if "ersion" not in text:
        return re.sub(r"(?<=\*)(?=\. )", bracketed, text, count=1)
    return text.replace(f" (Version {work.version})", bracketed)


ALL = tuple(STYLES)
BLUEBOOK = ("APA 7", "Chicago 18")
RULES = {
    "a small letter of a name": Rule(
        ALL, "hosts and firms write their names as they do: example.org, not Example.org", _small_names
    ),
    "a supplied title": Rule(
        ("MLA 9", "Chicago 18"),
        "words of ours that describe an untitled page are no title: no quotation marks, no capitals",
        _unmarked,
    ),
    "a supplied title in brackets": Rule(("APA 7",), "words of ours in brackets are not in italics", _bare),
    "nothing retrieved": Rule(
        ("APA 7",),
        "`Retrieved` belongs to a day of retrieval, and these records have none",
        lambda text, work: text if work.accessed else text.replace("Retrieved http", "http"),
    ),
    "no law of one country": Rule(
        BLUEBOOK,
        "`Pub. L.` is for public laws of the United States",
        lambda text, work: re.sub(r"Pub\. L\. (?:Nos\. |(?=No\. ))", "", text),
    ),
    "a comma between volume and number": Rule(
        ("Chicago 18",),
        "volume and number are parts of one row; a full stop ends it",
        lambda text, work: re.sub(r"(\*|vol\. \S+)[.,] ([Nn])o\. ", r"\1, no. ", text) if work.container else text,
    ),
    "the date of a speech": Rule(
        ("MLA 9",), "the style knows the date of the speech alone, not that of its publication", _with_date
    ),
    "who published an interview": Rule(("MLA 9",), "the style leaves the publisher out", _with_publisher),
    "vol. before Roman numbers": Rule(("MLA 9",), "a volume is called one, whatever its numerals", _volume),
    "a capital after a full stop": Rule(
        ("MLA 9",), "an element that follows the title begins like a sentence",
        lambda text, work: re.sub(r"([.?!][”*]?|\*\.) no\. ", r"\1 No. ", text),
    ),
    "nothing begins after an ellipsis": Rule(
        ALL, "three dots within a title end no sentence", lambda text, work: text.replace("... For", "... for")
    ),
    "circa within a row": Rule(
        ("MLA 9",), "a word within a row has a small letter", lambda text, work: text.replace(", Circa ", ", circa ")
    ),
    "about, not perhaps": Rule(
        ("MLA 9",),
        "CSL knows one kind of doubt; an approximate year is `circa`, one in doubt has a question mark",
        lambda text, work: re.sub(r"\[(\d+)\?\]", r"circa \1", text) if _approximate(work) else text,
    ),
    "perhaps, not about": Rule(
        ("MLA 9",),
        "the same, the other way round, where the style writes circa for every doubt",
        lambda text, work: text if _approximate(work) else _CIRCA.sub(r"[\1?]", text),
    ),
    "the description stays with the title": Rule(
        ("APA 7",), "where the title takes the place of the author, its description goes with it", _titled
    ),
    "a publisher that is the author": Rule(("APA 7",), "APA names it once", _once),
    "one name of an era": Rule(
        ALL, "the site writes BCE", lambda text, work: re.sub(r"\bB\.C\.E\.|\bBC\b", "BCE", text)
    ),
    "the version": Rule(
        ALL,
        "a page of ours is cited in its version; the styles leave it out, take a date for several, or nest parentheses",
        _version,
    ),
}  # fmt: skip


def mended(style: str, text: str, work: Work) -> tuple[str, list[str]]:
    """Return the oracle's text after the rules of a style, and the names of those that changed it."""
    used = []
    for name, rule in RULES.items():
        if style in rule.styles and (after := rule.mend(text, work)) != text:
            text = after
            used.append(name)
    return plain(text), used

"""One page of every kind, chosen by what it shows, so that the tests do not hang on a record's id."""

import re
from pathlib import Path

# kind -> the folder to look in, and what the page should show; of those that show all, the longest is taken.
_WANTED = {
    "event": ("events", ["tl-bars", "tl-figures", 'id="disputes"', 'id="before"', 'id="after"', "tl-locator"]),
    "era": ("eras", ["<timeline-view", 'id="sources"', 'rel="next"', 'rel="prev"']),
    "person": ("people", ["tl-names", 'lang="be"', "tl-item"]),
    "topic": ("topics", ["tl-item"]),
    "place": ("places", ["tl-names", 'lang="be"']),
    "source": ("sources", ['rel="external noopener noreferrer"', 'lang="ru"']),
    "lesson": ("teach", ["<ol"]),
    "slides": ("teach/*", ["data-step"]),
    "answers": ("teach/*", ["tl-answers"]),
    "embed": ("embed", ["<timeline-view"]),
}
_FIXED = {
    "home": "",
    "events": "events/",
    "eras": "eras/",
    "topics": "topics/",
    "people": "people/",
    "places": "places/",
    "sources": "sources/",
    "disputes": "disputes/",
    "figures": "figures/",
    "glossary": "glossary/",
    "map": "map/",
    "pictures": "pictures/",
    "story": "story/",
    "teach": "teach/",
    "data": "data/",
    "about": "about/",
    "contribute": "contribute/",
    "form": "contribute/new/",
    "fields": "contribute/fields/",
    "messages": "contribute/messages/",
    "corrections": "corrections/",
}
KINDS = (*_FIXED, *_WANTED)


def find(site: Path) -> dict[str, str]:
    """The address below the root of the sample of each kind."""
    return {**_FIXED, **{kind: _longest(site, *wanted) for kind, wanted in _WANTED.items()}}


def _longest(site: Path, folder: str, marks: list[str]) -> str:
    found = []
    for path in site.glob(f"{folder}/*/index.html"):
        text = path.read_text(encoding="utf-8")
        if all(mark in text for mark in marks):
            found.append((len(text), f"{path.parent.relative_to(site).as_posix()}/"))
    assert found, f"no page below {folder}/ shows {marks}"
    return max(found)[1]


def title_of(site: Path, path: str) -> str:
    """The h1 of a page, as text."""
    text = (site / path / "index.html").read_text(encoding="utf-8")
    return re.sub(r"<[^>]+>", "", re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)[1]).strip()

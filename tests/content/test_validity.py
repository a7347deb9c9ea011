"""The Nu Html Checker on a sample of every kind of page and on all handwritten ones."""

import re

import pytest

import htmlcheck

pytestmark = pytest.mark.slow

# What stays: pattern of the message, pattern of the place, why it is not ours to mend.
EXCUSED = [
    (
        r"^Text run is not in Unicode Normalization Form C",
        r"</code",
        "the page of messages shows letters that are made of two as the file with the mistake has them",
    ),
    (
        r"violates Content Security Policy \(meta tag\): ((external )?\w+ “(?![A-Za-z][\w+.-]*:|//)[^”]*” )?blocked by",
        r"",
        "the checker reads files, which have no origin, takes the site's own for those of another, counts blocks "
        "of data among scripts and knows no hashes; tests/content/test_policy_of_pages.py computes them for every page",
    ),
]


def test_pages_are_valid_html(site, documents):
    chosen = {document.file for document in documents if document.kind == "index" or document.redirects}
    kinds = {document.kind for document in documents}
    for kind in kinds:
        by_size = sorted((d for d in documents if d.kind == kind), key=lambda d: len(d.source))
        chosen |= {document.file for document in (*by_size[:2], *by_size[-4:], by_size[len(by_size) // 2])}
    messages = htmlcheck.check(*sorted(chosen))
    left = [str(message).replace(str(site.directory), "") for message in messages if not excused(message)]
    assert left == []
    assert {"events", "eras", "topics", "people", "places", "sources", "index"} <= kinds


def excused(message):
    return any(re.search(text, message.text) and re.search(place, message.extract) for text, place, _ in EXCUSED)

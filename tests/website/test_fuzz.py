"""What the check accepts can be built and parses: values from nowhere, from the loader to pages, feeds and files.

Bounded and with a fixed seed, so that a run that fails fails again.
"""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import waterloo
from hostile import FIELDS, HARM, event
from timeline.catalogue import build
from timeline.checks.rules import check
from timeline.exports import write
from timeline.pages.renderer import Renderer
from timeline.project.settings import read, site_of
from timeline.reading.corpus import load

WORDS = st.lists(st.sampled_from(HARM) | st.text(max_size=12), min_size=1, max_size=4).map(" ".join)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return waterloo.copy(tmp_path_factory.mktemp("fuzz") / "waterloo")


class Tags(HTMLParser):
    """Notes what would run or load."""

    def __init__(self):
        super().__init__()
        self.harm = []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name.startswith("on") or re.match(r"\s*(javascript|vbscript|data:text)", value or "", re.IGNORECASE):
                self.harm.append((tag, name, value))
        if tag in ("iframe", "object", "embed", "base") or (tag == "script" and not dict(attrs).get("type")):
            self.harm.append((tag, attrs))


@seed(17)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(st.dictionaries(st.sampled_from(FIELDS), WORDS, min_size=1, max_size=3))
def test_what_the_check_accepts_builds_and_parses(project, values):
    path = project.root / "events/1816-fuzz.yaml"
    path.write_text(yaml.safe_dump(event(values), allow_unicode=True), encoding="utf-8", errors="surrogatepass")
    corpus = load(project.root)
    if any(problem.severity == "error" for problem in check(corpus)):
        return

    catalogue, site = build(corpus), site_of(read(project.root), project.root)

    renderer = Renderer(catalogue, site)
    for page in renderer.pages():
        if "fuzz" in page.path or page.path in ("events/", "disputes/", "corrections/"):
            tags = Tags()
            tags.feed(str(page.content) + page.head)
            assert tags.harm == []
    for name, content in write.files(catalogue, site).items():
        parse(name, content)


def parse(name, content):
    if name.endswith((".json", ".geojson")):
        json.loads(content, parse_constant=pytest.fail)
    elif name.endswith((".atom", ".xml")):
        ET.fromstring(content)
    elif name.endswith(".csv"):
        for row in csv.reader(io.StringIO(content.decode())):
            assert not [cell for cell in row if cell.lstrip()[:1] in ("=", "+", "@") or re.match(r"-\D", cell)]
    elif name.endswith(".ics"):
        lines = content.decode().split("\r\n")
        assert not [line for line in lines if len(line.encode()) > 75 or re.search(r"[\x00-\x08\n\x0b-\x1f]", line)]
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
    elif name == "data/v1/sources.bib":
        text = content.decode()
        bare = re.sub(r"\\[{}]", "", text)
        assert bare.count("{") == bare.count("}")

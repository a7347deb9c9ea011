"""Chromium as the judge of hostile records: whatever the check lets through asks, runs and breaks nothing.

The values are drawn with a fixed seed, so that a run that fails fails again.
"""

import random

import pytest
import yaml

import waterloo
from harness import Site
from hostile import FIELDS, SLY, event
from timeline.checks.rules import check
from timeline.reading.corpus import load

TEXTS = sorted(set(FIELDS) - {"DOI", "ISBN", "URL"})
TRIED, LEAST = 28, 6
"""Events that are written, and how many of them the check has to let through for the test to say something."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, serve):
    """A built timeline with those of the events that the check accepts; their addresses."""
    project = waterloo.copy(tmp_path_factory.mktemp("hostile") / "waterloo")
    draw = random.Random(17)
    for number in range(TRIED):
        values = {key: f"{draw.choice(SLY)} {number}" for key in draw.sample(TEXTS, 3)}
        record = event(values)
        text = yaml.safe_dump({**record, "citations": own(record, number)}, allow_unicode=True)
        text = text.replace("fuzz-a", f"a{number}").replace("fuzz-b", f"b{number}")
        project.write({f"events/1816-fuzz-{number}.yaml": text.encode()})
    for name in {problem.path for problem in check(load(project.root)) if problem.severity == "error"}:
        (project.root / name).unlink()
    done = project.run("build")
    assert done.code == 0, done.stderr
    names = sorted(path.stem for path in (project.root / "events").glob("1816-fuzz-*.yaml"))
    return Site(project.root / "site", serve(project.root / "site")), names


def own(record, number):
    """Return sources of this event alone: titles of two that are alike would be told."""
    return [{**source, "title": f"{source['title']} {number}"} for source in record["citations"]]


def test_no_dialog_no_request_and_no_error(hostile, page):
    """`page` fails for errors in the console, errors of scripts and requests to another origin."""
    site, names = hostile
    assert len(names) >= LEAST
    view = page(site.url)
    dialogs = []
    view.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    for path in [*(f"events/{name}/" for name in names), "disputes/", "corrections/", "sources/", f"?event={names[0]}"]:
        view.goto(site.url + path)
        assert (
            view.evaluate("document.querySelectorAll('iframe, object, embed, base, [onerror], [onclick]').length") == 0
        )
    view.locator(".tl-search-button").click()
    view.locator(".md-search__input").fill("alert")
    view.wait_for_function("/[0-9]|No/.test(document.querySelector('.md-search-result__meta').textContent)")

    assert dialogs == []

"""Addresses for ever: what was published stays, moves with an alias, or is gone with a reason."""

import pytest

import waterloo
from timeline.catalogue import build
from timeline.checks import kept
from timeline.checks.rules import check
from timeline.cli import main
from timeline.exports import write
from timeline.pages import former
from timeline.project.settings import read, site_of
from timeline.reading.corpus import load
from timeline.records.kinds import KINDS

EVENT = "1826-lions-mound"


@pytest.fixture
def project(tmp_path):
    """The small timeline, published."""
    project = waterloo.copy(tmp_path / "waterloo")
    assert main(["-C", str(project.root), "publish"]) == 0
    return project


def told(project):
    return {(problem.code, problem.message) for problem in check(load(project.root)) if problem.severity == "error"}


def test_what_is_there_needs_no_other_word(project):
    assert told(project) == set()


def test_every_kind_is_noted(project):
    lines = project.read("reference/published.yaml").splitlines()

    for kind in KINDS:
        assert (f"{kind.many}:" in lines) == bool(load(project.root).ids.get(kind.many))


@pytest.mark.parametrize(
    ("kind", "old"),
    [("place", "waterloo"), ("term", "hundred-days")],
)
def test_a_record_that_gets_another_id_and_no_alias_is_told(project, kind, old):
    for path in list(project.root.rglob("*.yaml")):
        name = path.relative_to(project.root).as_posix()
        if name != "reference/published.yaml":
            text = project.read(name)
            text = text.replace(f"places: [{old}", "places: [there").replace(f"term:{old}", "term:there")
            project.write({name: text.replace(f"{old}:\n", "there:\n").replace(f"{old}: {{", "there: {")})

    assert any(code == "lost-id" and f'{kind} "{old}"' in message for code, message in told(project))


def test_nothing_is_taken_out_of_the_registry(project):
    before = set(project.read("reference/published.yaml").splitlines())
    (project.root / f"events/{EVENT}.yaml").unlink()
    project.write({"reference/gone.yaml": f"event:{EVENT}: It stood for tests alone.\n"})

    assert main(["-C", str(project.root), "publish"]) in (0, 1)

    assert before <= set(project.read("reference/published.yaml").splitlines())


def test_what_is_gone_on_purpose_says_why_at_its_address(project):
    (project.root / f"events/{EVENT}.yaml").unlink()
    assert any(code == "lost-id" for code, _ in told(project))

    project.write({"reference/gone.yaml": f"event:{EVENT}: It stood for tests alone.\n"})

    assert not any(code == "lost-id" and EVENT in message for code, message in told(project))
    found = [(path, reason) for path, _, reason in former.gone(build(load(project.root)))]
    assert found == [(f"events/{EVENT}/", "It stood for tests alone.")]


def test_what_is_there_is_not_gone(project):
    project.write({"reference/gone.yaml": f"event:{EVENT}: It stood for tests alone.\n"})

    assert ("not-gone", f'event "{EVENT}" is not gone') in told(project)

    project.write(
        {"reference/gone.yaml": f"event:hannibal: No such event.\nactor:hannibal: A slip.\nactor:{EVENT}: None.\n"}
    )

    assert [message for code, message in told(project) if code == "not-gone"] == ['actor "hannibal" is not gone']


def test_what_is_led_on_is_not_gone(project):
    project.write({"reference/gone.yaml": "event:1815-belle-alliance: A slip.\nera:1815-belle-alliance: None.\n"})

    said = 'event "1815-belle-alliance" is not gone: it is among the aliases of another'
    assert [message for code, message in told(project) if code == "not-gone"] == [said]


def test_files_and_embeds_of_a_former_id_stay(project):
    for kind, name in (("eras", "modern-times"), ("actors", "napoleon")):
        text = project.read(f"reference/{kind}/{name}.yaml")
        if "aliases" not in text:
            project.write({f"reference/{kind}/{name}.yaml": f"{text}\naliases: [old-name]\n"})
    catalogue = build(load(project.root))

    files = write.files(catalogue, site_of(read(project.root), project.root))
    paths = {move.path for move in former.moves(catalogue)}

    alias = catalogue.eras["modern-times"].record.aliases[0]
    assert files[f"data/v1/eras/{alias}/events.ics"] == files["data/v1/eras/modern-times/events.ics"]
    event = next(item for item in catalogue.events.values() if item.record.aliases)
    assert files[f"data/v1/events/{event.record.aliases[0]}.json"] == files[f"data/v1/events/{event.id}.json"]
    assert {f"embed/{alias}/", f"eras/{alias}/"} <= paths


def test_existing_ids_of_sources_are_those_of_citations_too(project):
    assert len(kept.existing(load(project.root), "sources")) > len(load(project.root).sources)

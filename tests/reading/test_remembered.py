"""Records that were read before are not read again, and count only with the very text of their file."""

import pytest

from timeline.project import cache
from timeline.reading import corpus, remembered, validation, yamlfile

ACTOR = "name: Somebody {0}\nkind: person\n"


@pytest.fixture
def timeline(tmp_path, monkeypatch):
    """A timeline of a few records, and a count of those that are read; `again` begins as another process does."""
    monkeypatch.setattr(remembered, "_FROM", 3)
    folder = tmp_path / "reference/actors"
    folder.mkdir(parents=True)
    for number in range(5):
        (folder / f"somebody-{number}.yaml").write_text(ACTOR.format(number), encoding="utf-8")
    read = []
    parse = yamlfile.parse
    monkeypatch.setattr(
        yamlfile, "parse", lambda raw, shown, most=1000: (read.append(shown), parse(raw, shown, most))[1]
    )

    def again():
        monkeypatch.setattr(yamlfile, "BEFORE", {})
        monkeypatch.setattr(validation, "BEFORE", {})
        monkeypatch.setattr(remembered, "_LEFT", {})
        read.clear()
        return names(corpus.load(tmp_path))

    again.folder, again.read, again.kept = folder, read, tmp_path / remembered.FOLDER
    return again


def names(found):
    return {id_: entry.record.name for id_, entry in found.actors.items()}


def test_second_process_reads_no_file_again(timeline):
    first = timeline()
    assert len(timeline.read) == 5
    assert timeline() == first
    assert timeline.read == []


def test_edited_file_alone_is_read_again(timeline):
    timeline()
    (timeline.folder / "somebody-2.yaml").write_text(ACTOR.format("else"), encoding="utf-8")

    assert timeline()["somebody-2"] == "Somebody else"
    assert timeline.read == ["reference/actors/somebody-2.yaml"]
    timeline()
    assert timeline.read == []


def test_file_that_goes_and_comes_again(timeline):
    before = timeline()
    path = timeline.folder / "somebody-1.yaml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    assert "somebody-1" not in timeline()
    path.write_text(text, encoding="utf-8")

    assert timeline() == before


@pytest.mark.parametrize("harm", ["cut", "unsealed", "engine"])
def test_what_is_damaged_or_of_others_is_read_again(timeline, monkeypatch, harm):
    before = timeline()
    for part in timeline.kept.iterdir():
        raw = part.read_bytes()
        part.write_bytes({"cut": raw[:-3], "unsealed": cache.digest(raw[32:]) + raw[32:]}.get(harm, raw))
    if harm == "engine":
        monkeypatch.setattr(cache, "engine", lambda: b"another")

    assert timeline() == before
    assert len(timeline.read) == 5


def test_records_with_mistakes_are_judged_each_time(timeline):
    (timeline.folder / "somebody-3.yaml").write_text("name: A\nkind: nobody\n", encoding="utf-8")
    timeline()
    found = corpus.load(timeline.folder.parents[1])
    timeline()

    assert timeline.read == ["reference/actors/somebody-3.yaml"]
    assert [problem.code for problem in found.problems] == ["unknown-value"]


def test_a_small_timeline_keeps_nothing(timeline, monkeypatch):
    monkeypatch.setattr(remembered, "_FROM", 6)
    timeline()

    assert not timeline.kept.exists()

"""The corpus: which files are read, under which ids, and what becomes of those that cannot be read."""

from base import BASE, LIGNY, WATERLOO, corpus
from timeline.reading.corpus import load

FOLDERS_SAID = (
    "move it to one of: events, reference/eras, reference/actors, reference/sources, reference/series, "
    "reference/audits, reference/media"
)


def test_the_stem_of_a_file_is_the_id_of_its_record():
    found = load(BASE)

    assert list(found.events) == ["1815-ligny", "1815-waterloo"]
    assert list(found.eras) == ["hundred-days", "restoration"]
    assert list(found.actors) == ["napoleon"]
    assert list(found.sources) == ["roberts-2014"]


def test_tables_hold_records_under_their_ids():
    found = load(BASE)

    assert list(found.topics) == ["battle"]
    assert list(found.places) == ["ligny"]
    assert found.places["ligny"].record.name == "Ligny"


def test_a_timeline_without_files_is_an_empty_one(tmp_path):
    found = load(tmp_path)

    assert [*found.events, *found.topics, *found.problems] == []
    assert found.story is None


def test_paths_in_problems_begin_at_the_root(tmp_path):
    found = corpus(tmp_path / "Übung 1", {LIGNY: "title: A\n"})

    assert {LIGNY} == {problem.path for problem in found.problems}


def test_problems_of_a_record_know_their_line():
    entry = load(BASE).events["1815-ligny"]

    assert str(entry.problem(("places", 0), "x", "y")) == "events/1815-ligny.yaml:6:10 x y"
    assert str(entry.problem_in(("body",), "@clark-2006", "x", "y")) == "events/1815-ligny.yaml:10:39 x y"


def test_problems_in_a_table_know_the_line_of_their_record(tmp_path):
    text = "ligny: {name: Ligny, country: Belgium, lat: 50, lon: 4}\nwavre:\n  name: Wavre\n  country: Belgium\n"

    found = corpus(tmp_path, {"reference/places.yaml": text + "  lat: 50\n  lon: 4\n"})

    assert str(found.places["wavre"].problem(("name",), "x", "y")) == "reference/places.yaml:3:9 x y"


def test_an_id_is_known_although_its_record_cannot_be_read(tmp_path):
    found = corpus(tmp_path, {WATERLOO: "title: [\n"})

    assert {"1815-ligny", "1815-waterloo"} == found.ids["events"]
    assert list(found.events) == ["1815-ligny"]
    assert {"events"} == found.unread


def test_ids_of_a_table_that_cannot_be_read_are_not_known(tmp_path):
    found = corpus(tmp_path, {"reference/places.yaml": "ligny: [\n"})

    assert "places" not in found.ids
    assert {"places"} == found.unread


def test_an_id_in_a_table_is_known_although_its_record_is_faulty(tmp_path):
    found = corpus(tmp_path, {"reference/places.yaml": "ligny: {name: Ligny}\n"})

    assert {"ligny"} == found.ids["places"]
    assert {"places"} == found.unread


def test_a_table_may_be_empty(tmp_path):
    found = corpus(tmp_path, {"reference/glossary.yaml": "# nothing yet\n"})

    assert [*found.terms, *found.problems] == []
    assert set() == found.unread


def test_a_faulty_story_is_unread(tmp_path):
    assert {"story"} == corpus(tmp_path, {"reference/story.yaml": "title: A\n"}).unread


def test_a_file_in_a_folder_that_nobody_reads_is_told(tmp_path):
    found = corpus(tmp_path, {"reference/actor/blucher.yaml": "[", "events/1815/wavre.yaml": "["})

    assert [(problem.path, problem.code, problem.remedy) for problem in found.problems] == [
        ("events/1815/wavre.yaml", "stray-file", FOLDERS_SAID),
        ("reference/actor/blucher.yaml", "stray-file", 'did you mean "reference/actors"?'),
    ]


def test_the_record_of_a_file_with_another_ending_is_read_all_the_same(tmp_path):
    found = corpus(tmp_path, {"reference/actors/blucher.yml": "{name: Blücher, kind: person}"})

    assert found.actors["blucher"].record.name == "Blücher"


def test_what_describes_a_folder_is_let_be(tmp_path):
    found = corpus(tmp_path, {"events/README.md": "nor this", "events/.gitkeep": ""})

    assert found.problems == []


def test_an_empty_story_is_an_empty_record_like_any_other(tmp_path):
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference/story.yaml").write_text("# nothing yet\n", encoding="utf-8")

    found = load(tmp_path)

    assert [(problem.path, problem.code) for problem in found.problems] == [("reference/story.yaml", "empty-record")]
    assert found.unread == {"story"}


def test_files_that_nothing_reads_are_told(tmp_path):
    found = corpus(tmp_path, {"events/notes.txt": "not YAML", "events/a.YAML": "", "events/b.yaml.txt": ""})

    assert [(p.path, p.code, p.severity) for p in found.problems] == [
        ("events/a.YAML", "file-name", "error"),
        ("events/b.yaml.txt", "file-name", "error"),
        ("events/notes.txt", "stray-file", "warning"),
    ]

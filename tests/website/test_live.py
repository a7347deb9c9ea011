"""The preview: one process that shows the last good site with what is to be said of it, and tells of the next."""

import http.client
import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest

import waterloo
from timeline.website import builder, live, serving

EVENT = "events/1826-lions-mound.yaml"


@pytest.fixture
def served(tmp_path):
    """A server on a folder; returns its stage, and a function that asks for an address as it is written."""
    for name, text in {
        "site/index.html": "<html><body><p>Home</p></body></html>",
        "site/a/index.html": '<meta http-equiv="Content-Security-Policy" content="x"><body>A</body>',
        "site/404.html": "Lost",
        "site/a b.css": "p {}",
        "secret.html": "secret",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    stage = serving.Stage()
    stage.show(tmp_path / "site", lambda page, here: page.replace("A", f"A at {here}"))
    with serving.server("127.0.0.1", 0, stage) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def ask(path):
            with closing(http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=30)) as asked:
                asked.request("GET", path)
                answer = asked.getresponse()
                return answer.status, answer.getheader("Location"), answer.read().decode()

        yield stage, ask
        server.shutdown()


def test_page_has_its_notes_and_the_script_that_waits_and_no_policy(served):
    status, _, page = served[1]("/a/")

    assert status == 200
    assert (
        "A at a/" in page and "Content-Security-Policy" not in page and page.index("<script>") < page.index("</body>")
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a?b=c", (302, "/a/", "")),
        ("/a%20b.css", (200, None, "p {}")),
        ("/../secret.html", (404, None, None)),
        ("/%2e%2e/secret.html", (404, None, None)),
        ("/a/..%2f..%2fsecret.html", (404, None, None)),
        ("/nothing/", (404, None, None)),
    ],
)
def test_address_leads_to_files_of_the_site_alone(served, path, expected):
    status, location, text = served[1](path)

    assert (status, location) == expected[:2]
    assert text == expected[2] or (expected[2] is None and text.startswith("Lost"))


def test_page_is_told_of_the_next_site(served, tmp_path):
    stage, ask = served
    number = str(stage.shown.number)
    answers = []
    asking = threading.Thread(target=lambda: answers.append(ask(serving.NEWS + number)))
    asking.start()
    stage.show(tmp_path / "site", lambda page, here: page)
    asking.join(30)

    assert [answer[2] for answer in answers] == [str(stage.shown.number)] != [number]


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """A preview of the second timeline that has been made once; what it told and which pages it wrote since."""
    project = waterloo.copy(tmp_path_factory.mktemp("live") / "project")
    shutil.rmtree(project.root / ".cache", ignore_errors=True)
    folder = project.root / ".cache/live"
    folder.mkdir(parents=True)
    told = []
    made = live.Live(
        project.root,
        folder,
        lambda fresh, frame: builder._mkdocs(project.root, "build", "--site-dir", str(fresh), "--lenient", frame=frame),
        lambda found, what: told.append((len(found), what)),
    )
    assert made.rebuild()
    return project, made, told


def shown(made, path):
    now = made.stage.shown
    return now.noted((now.folder / path / "index.html").read_text(encoding="utf-8"), path)


def test_edit_of_one_text_makes_its_pages_and_runs_no_site_builder(preview, monkeypatch):
    project, made, _ = preview
    monkeypatch.setattr(builder, "_mkdocs", lambda *arguments, **named: pytest.fail("the site builder was run"))
    written = []
    keep = live.assembly.keeping.Keeping.keep
    monkeypatch.setattr(
        live.assembly.keeping.Keeping,
        "keep",
        lambda self, page, *rest: (written.append(page.path), keep(self, page, *rest)),
    )
    text = project.read(EVENT)
    project.write({EVENT: text.replace("body: |\n  ", "body: |\n  It rained. ")})

    assert made.rebuild([EVENT])
    assert "It rained." in shown(made, "events/1826-lions-mound/")
    assert 'class="tl-saved"' in shown(made, "about/")
    assert "events/1826-lions-mound/" in written and len(written) < 40
    project.write({EVENT: text})


def test_mistake_is_shown_on_the_last_good_site_and_goes_when_mended(preview):
    project, made, told = preview
    made.rebuild()
    before = made.stage.shown
    text = project.read(EVENT)
    project.write({EVENT: text.replace("title:", "titel:", 1)})

    assert made.rebuild([EVENT])
    assert made.stage.shown.folder == before.folder
    assert 'class="tl-problems"' in shown(made, "events/1826-lions-mound/")
    assert told[-1][0] > 0

    project.write({EVENT: text})
    assert made.rebuild([EVENT])
    assert "tl-problems" not in shown(made, "events/1826-lions-mound/")


def test_watch_tells_of_edits_additions_and_removals(preview):
    project, _, _ = preview
    root = project.root
    seen = []
    steps = iter(
        [
            lambda: project.write({"events/x.yaml": "a: b"}),
            lambda: (root / "events/x.yaml").unlink(),
            lambda: project.write({"docs/about.md": project.read("docs/about.md") + "\n"}),
        ]
    )

    def rebuild(changed):
        seen.append(changed)
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    threading.Timer(0.3, lambda: project.write({"mkdocs.yml": project.read("mkdocs.yml") + "\n"})).start()
    with pytest.raises(KeyboardInterrupt):
        live.watch(Path(root), rebuild)

    assert seen == [["mkdocs.yml"], ["events/x.yaml"], [], ["docs/about.md"]]

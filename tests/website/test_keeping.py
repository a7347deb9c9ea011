"""Which pages of the last build come back: only those that were written in the same frame and are as they were."""

import os
from dataclasses import replace

import pytest
from markupsafe import Markup

from timeline.pages.facts import Memory
from timeline.pages.page import Page
from timeline.project.site import Picture
from timeline.website import keeping
from timeline.website.link_check import Document

A = Page("a/", "A", "", Markup("<p>A"), "events", "event", head="<meta>")
B = replace(A, path="deep/b/")
CARD, OTHER = Picture("a.png", "A"), Picture("b.png", "B")
MEMORY = Memory(((("root", "name"), b"mark"),))


def run(folder, site, *pages, frame=b"frame", pictures=None, write=True):
    """One build of these pages; return what it kept, and the pages that it had made before."""
    with keeping.keeping(folder) as kept:
        kept.expect(frame, pictures or {})
        had = []
        for page in pages:
            target = site / page.path / "index.html"
            if kept.has(page):
                assert kept.place(page, target)
                had.append(page.path)
            else:
                assert not kept.place(page, target)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(f"<p>{page.path} {site.name}", encoding="utf-8")
                kept.keep(page, target, Document(f"{page.path}index.html", frozenset(), (), frozenset()))
        kept.leave(MEMORY)
        return kept, had


@pytest.fixture
def cache(tmp_path):
    """A cache that one build of two pages has filled, with a card for A and another for all else."""
    run(tmp_path / "cache", tmp_path / "one", A, B, pictures={"a/": CARD, "": OTHER})
    return tmp_path / "cache"


def again(cache, number="two", *, pages=(A, B), frame=b"frame", pictures=None):
    return run(cache, cache.parent / number, *pages, frame=frame, pictures=pictures or {"a/": CARD, "": OTHER})


def test_pages_of_the_last_build_come_back_with_what_they_link_and_what_was_noted(cache):
    kept, had = again(cache)

    assert had == ["a/", "deep/b/"]
    assert (cache.parent / "two/a/index.html").read_text(encoding="utf-8") == "<p>a/ one"
    assert sorted(kept.documents()) == ["a/index.html", "deep/b/index.html"]
    assert kept.memory == MEMORY
    assert again(cache, "three")[1] == ["a/", "deep/b/"]


@pytest.mark.parametrize(
    ("changed", "had"),
    [
        ({"frame": b"another"}, []),
        ({"pictures": {"a/": OTHER, "": OTHER}}, ["deep/b/"]),
        ({"pictures": {"a/": CARD, "": CARD}}, ["a/"]),
        ({"pictures": {"a/": CARD, "deep/b/": OTHER}}, ["a/", "deep/b/"]),
        ({"pictures": {"a/": CARD}}, ["a/"]),
    ],
)
def test_another_frame_or_card_makes_a_page_anew(cache, changed, had):
    assert again(cache, **changed)[1] == had


@pytest.mark.parametrize("harm", ["touched", "longer", "another", "gone"])
def test_a_file_that_is_not_as_it_was_counts_as_absent(cache, harm):
    file = next(f for f in (cache / "pages").glob("*.html") if f.read_text(encoding="utf-8") == "<p>a/ one")
    times = file.stat().st_mtime_ns
    if harm == "touched":
        os.utime(file, ns=(times, times + 1))
    elif harm == "longer":
        file.write_text("<p>a/ one!", encoding="utf-8")
        os.utime(file, ns=(times, times))
    else:
        file.unlink()
        if harm == "another":
            file.with_suffix(".new").write_text("<p>x/ one", encoding="utf-8")
            os.utime(file.with_suffix(".new"), ns=(times, times))
            file.with_suffix(".new").rename(file)

    assert again(cache)[1] == ["deep/b/"]
    assert again(cache, "three")[1] == ["a/", "deep/b/"]
    texts = [(cache.parent / name / "a/index.html").read_text(encoding="utf-8") for name in ("one", "two", "three")]
    assert texts == ["<p>a/ one!" if harm == "longer" else "<p>a/ one", "<p>a/ two", "<p>a/ two"]


def test_what_a_build_has_no_page_for_goes(cache):
    again(cache, pages=(B,))

    assert [file.read_text(encoding="utf-8") for file in (cache / "pages").glob("*.html")] == ["<p>deep/b/ one"]
    assert again(cache, "three")[1] == ["deep/b/"]


def test_to_a_second_build_at_the_same_time_the_cache_is_closed(cache):
    with keeping.keeping(cache):
        kept, had = again(cache)

        assert (had, kept.documents(), kept.memory) == ([], {}, Memory())
    assert again(cache, "three")[1] == ["a/", "deep/b/"]


def test_without_a_cache_nothing_is_kept(tmp_path):
    assert run(None, tmp_path, A)[1] == run(None, tmp_path, A)[1] == []
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_where_files_cannot_have_two_names_they_are_copied(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", lambda *names: (_ for _ in ()).throw(OSError(1, "no")))
    run(tmp_path / "cache", tmp_path / "one", A)

    assert run(tmp_path / "cache", tmp_path / "two", A)[1] == ["a/"]
    assert (tmp_path / "two/a/index.html").read_text(encoding="utf-8") == "<p>a/ one"


def test_a_page_that_cannot_be_kept_is_made_again(tmp_path, monkeypatch):
    refuse = lambda *names: (_ for _ in ()).throw(OSError(28, "full"))  # noqa: E731 (it stands for two functions)
    with monkeypatch.context() as full:
        full.setattr(os, "link", refuse)
        full.setattr(keeping.shutil, "copyfile", refuse)
        run(tmp_path / "cache", tmp_path / "one", A)

    assert run(tmp_path / "cache", tmp_path / "two", A)[1] == []


def test_a_trimmed_page_has_lost_its_html_alone():
    assert keeping.trimmed(A) == replace(A, content=Markup(), head="")

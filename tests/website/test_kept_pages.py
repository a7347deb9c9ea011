"""A build with what the last one kept gives the same bytes as one without, whatever happened in between.

EDITS=300 tries as many edits in a row; each is compared with a clean build.
"""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import harness
import waterloo
from timeline.catalogue import build
from timeline.checks.rules import check
from timeline.problems import failed
from timeline.project import cache, settings
from timeline.reading.corpus import load
from timeline.website import assembly, keeping, staging

EDITS = int(os.environ.get("EDITS", "8"))

EVENT = """title: Added event number {0}
date: {1}-05-0{2}
summary: What was added for a test, number {0}.
topics: [battle]
importance: minor
places: [waterloo]
actors: [napoleon]
body: |
  Something happened at [Waterloo](place:waterloo) [@roberts-2014].
citations:
  - {{key: roberts-2014, locator: p. {0}, checked: excerpt}}
"""


CLEAN: dict[bytes, dict[str, bytes]] = {}
"""Clean sites by what they were built of: several tests compare with the same."""


HANDOUTS = assembly.handouts.write


def no_handouts(*_):
    """Write no files for teachers: they cost as much as all pages, and know nothing of what is kept of these."""


class Builds:
    """A timeline, what a site builder made of its handwritten pages, and two sites: with what is kept, and clean."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.project = harness.Project(folder / "project")
        self.root = self.project.root
        self.frame = folder / "frame"
        self.written: list[str] = []

    def render_frame(self):
        stage = self.folder / "stage"
        shutil.rmtree(stage, ignore_errors=True)
        shutil.rmtree(self.frame, ignore_errors=True)
        staging.stage(self.root, stage)
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(self.frame)]
        subprocess.run(command, cwd=stage, env=environment, check=True)

    def catalogue(self):
        """Return the catalogue, or None if the records have mistakes."""
        corpus = load(self.root)
        return None if failed(check(corpus)) else build(corpus)

    def compare(self, catalogue, what="", **more):
        """Build both sites; fail where they differ."""
        site = replace(settings.site_of(settings.read(self.root), self.root), card=None, **more)
        self.written.clear()
        made = self._assembled("fresh", catalogue, site)
        assert made == self._clean(catalogue, replace(site, cache=None)), what

    def _assembled(self, name, catalogue, site):
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.frame, target)
        assembly.assemble(target, catalogue, site)
        return contents(target)

    def _clean(self, catalogue, site):
        """Return the site as it is without what is kept: built once of the same files with the same settings."""
        files = {name: raw for name, raw in contents(self.root).items() if not name.startswith(".cache/")}
        said = repr((files, contents(self.frame), site, assembly.handouts.write)).replace(str(self.folder), "")
        of = hashlib.sha256(said.encode()).digest()
        if of not in CLEAN:
            CLEAN[of] = self._assembled("clean", catalogue, site)
        return CLEAN[of]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def frame(tmp_path_factory):
    made = Builds(tmp_path_factory.mktemp("frame"))
    waterloo.copy(made.root)
    made.render_frame()
    return made.frame


@pytest.fixture
def builds(tmp_path, monkeypatch, frame):
    """The timeline after its first build, which filled the cache. No copy of that would do: it knows its files."""
    made = Builds(tmp_path)
    waterloo.copy(made.root)
    shutil.copytree(frame, made.frame)
    keep = keeping.Keeping.keep

    def counted(self, page, *rest):
        if self._folder:
            made.written.append(page.path)
        keep(self, page, *rest)

    monkeypatch.setattr(keeping.Keeping, "keep", counted)
    monkeypatch.setattr(assembly.handouts, "write", no_handouts)
    made.compare(made.catalogue())
    assert len(made.written) > 50
    return made


def altered(chance: random.Random, text: str) -> str:
    """Return a text in which one word, digit or value is another; what it means is for the checks."""
    spots = list(re.finditer(r"(?<=[ \[])([a-z]{4,}|[0-9])(?=[ ,.\]0-9])", text))
    if not spots:
        return text
    spot = chance.choice(spots)
    other = chance.choice(["another", "major", "minor", "fr", "approx", "person"])
    new = str(chance.randrange(10)) if spot.group().isdigit() else other
    return text[: spot.start()] + new + text[spot.end() :]


def edit(chance: random.Random, root: Path, number: int) -> str:
    """Change one thing of a timeline; return what."""
    files = sorted(path for top in ("events", "reference") for path in (root / top).rglob("*.yaml"))
    added = sorted((root / "events").glob("*-added-*.yaml"))
    kind = chance.choice(["alter"] * 6 + ["add", "remove", "rename", "settings", "swap"])
    if kind == "add" or (kind in ("remove", "rename") and not added):
        path = root / f"events/1815-added-{number}.yaml"
        path.write_text(EVENT.format(number, chance.randrange(1816, 1890), chance.randrange(1, 9)), encoding="utf-8")
        return f"add {path.name}"
    if kind == "remove":
        chosen = chance.choice(added)
        chosen.unlink()
        return f"remove {chosen.name}"
    if kind == "rename":
        chosen = chance.choice(added)
        chosen.rename(chosen.with_stem(f"1816-added-{number}"))
        return f"rename {chosen.name}"
    if kind == "settings":
        path = root / "mkdocs.yml"
        text = path.read_text(encoding="utf-8")
        value = chance.choice(["Battles", "Fields", "Armies"])
        key = chance.choice(["site_name", "  subtitle", "repo_url"])
        line = f"{key}: https://example.org/{value}" if key == "repo_url" else f"{key}: {value} and more"
        path.write_text(re.sub(rf"^{key}: .*\n", "", text, flags=re.M), encoding="utf-8")
        where = "extra:\n" if key == "  subtitle" else "use_directory_urls"
        text = path.read_text(encoding="utf-8")
        at = text.index(where) + (len(where) if key == "  subtitle" else 0)
        path.write_text(f"{text[:at]}{line}\n{text[at:]}", encoding="utf-8")
        return f"settings {line}"
    if kind == "swap":  # topics in another order have other colours
        path = root / "reference/topics.yaml"
        records = re.split(r"^(?=\S)", path.read_text(encoding="utf-8"), flags=re.M)
        path.write_text("".join(chance.sample(records, len(records))), encoding="utf-8")
        return "swap topics"
    path = chance.choice(files)
    path.write_text(altered(chance, path.read_text(encoding="utf-8")), encoding="utf-8")
    return f"alter {path.name}"


def test_build_after_random_edits_is_a_clean_build(builds, monkeypatch, tmp_path):
    seed = int(os.environ.get("SEED", "1815"))
    chance = random.Random(seed)
    done, steps, kept = [], 0, 0
    while len(done) < EDITS:
        steps += 1
        before = tmp_path / "before"
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(builds.root, before, ignore=shutil.ignore_patterns(".cache"))
        what = edit(chance, builds.root, steps)
        catalogue = builds.catalogue()
        if catalogue is None:
            for name in ("events", "reference"):
                shutil.rmtree(builds.root / name)
                shutil.copytree(before / name, builds.root / name)
            continue
        done.append(what)
        more = {"version": f"2026-11-27 ({len(done) // 10})", "language": ("en", "ru")[len(done) // 15 % 2]}
        with monkeypatch.context() as patch:
            if not len(done) % 4:
                patch.setattr(assembly.handouts, "write", HANDOUTS)
            builds.compare(catalogue, f"seed {seed}, edits: {done}", **more)
        kept += not len(builds.written) > 50
    assert kept > EDITS / 3  # else the comparison says nothing


def test_one_edited_body_is_one_page_and_those_that_list_it(builds):
    builds.compare(builds.catalogue())
    again = set(builds.written)  # pages of methods without @kept
    assert len(again) < 5
    text = builds.project.read("events/1826-lions-mound.yaml")
    builds.project.write({"events/1826-lions-mound.yaml": text.replace("body: |\n  ", "body: |\n  Later. ")})
    builds.compare(builds.catalogue())
    assert "events/1826-lions-mound/" in builds.written
    assert len(builds.written) < 40


@pytest.mark.parametrize("harm", ["cut", "foreign", "class", "empty", "unsealed"])
def test_damaged_index_counts_as_absent(builds, harm):
    index = builds.root / ".cache/pages/index"
    raw = index.read_bytes()
    if harm == "class":  # a whole index of this engine that would run a program
        payload = b"cos\nsystem\n(S'touch harmed'\ntR."
        raw = cache.seal(b"pages", payload) + payload
    elif harm == "unsealed":  # whole, and made by somebody who does not know this user's key
        raw = cache.digest(cache.digest(cache.engine(), b"pages", raw[32:])) + raw[32:]
    elif harm == "foreign":
        raw = raw[:40] + bytes([raw[40] ^ 1]) + raw[41:]
    index.write_bytes({"cut": raw[: len(raw) // 2], "empty": b""}.get(harm, raw))
    builds.compare(builds.catalogue())
    assert len(builds.written) > 50
    assert not Path("harmed").exists()


def test_page_that_was_changed_in_the_site_is_written_again(builds):
    builds.compare(builds.catalogue())
    again = set(builds.written)
    path = builds.folder / "fresh/events/1815-waterloo/index.html"
    path.write_text(path.read_text(encoding="utf-8").replace("Waterloo", "Waterlog"), encoding="utf-8")
    builds.compare(builds.catalogue())
    assert set(builds.written) - again == {"events/1815-waterloo/"}


def test_another_engine_makes_all_pages_anew(builds, monkeypatch):
    monkeypatch.setattr(cache, "engine", lambda: b"another")
    builds.compare(builds.catalogue())
    assert len(builds.written) > 50


def test_engine_is_another_when_one_of_its_files_is(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/event.html.j2").write_text("a", encoding="utf-8")
    before = cache.tree(tmp_path)
    (tmp_path / "a/event.html.j2").write_text("b", encoding="utf-8")
    changed = cache.tree(tmp_path)
    (tmp_path / "a/event.html.j2").rename(tmp_path / "a/era.html.j2")
    assert len({before, changed, cache.tree(tmp_path)}) == 3


def test_frame_of_another_settings_makes_all_pages_anew(builds):
    text = builds.project.read("mkdocs.yml")
    builds.project.write({"mkdocs.yml": f"copyright: Somebody else's\n{text}"})
    builds.render_frame()
    builds.compare(builds.catalogue())
    assert len(builds.written) > 50


def test_kept_value_makes_no_class_that_one_of_our_modules_imports(tmp_path):
    """A pickle may name `subprocess.Popen` in a module of ours, by a dotted name."""
    payload = b"\x80\x04\x8c\x18timeline.website.builder\x8c\x10subprocess.Popen\x93\x8c\x05touch\x85R."
    (tmp_path / "index").write_bytes(cache.seal(b"pages", payload) + payload)

    assert cache.load(tmp_path / "index", b"pages") is None

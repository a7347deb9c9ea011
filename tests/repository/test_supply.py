"""What a release is made of, and that the same in gives the same out."""

import hashlib
import os
import subprocess
import sys

import pytest
import yaml

import release
import sbom
import waterloo
from harness import REPO, run_build


def test_the_bill_of_materials_names_every_locked_package_with_its_hashes():
    found = sbom.bill(REPO / "requirements.lock")["components"]

    assert {part["name"].lower() for part in found} >= {"mkdocs", "mkdocs-material", "pydantic", "pyyaml"}
    assert all(part["properties"] and part["purl"].endswith(part["version"]) for part in found)
    assert all("licenses" in part for part in found if part["name"] in ("mkdocs", "pydantic"))


@pytest.mark.parametrize(("owner", "warned"), [("@OWNER", True), ("@example-org/engine", False)])
def test_a_deployment_says_so_while_nobody_has_to_agree_to_changes_of_the_engine(tmp_path, owner, warned):
    steps = yaml.safe_load((REPO / ".github/workflows/deploy.yml").read_text(encoding="utf-8"))["jobs"]["build"][
        "steps"
    ]
    script = next(step["run"] for step in steps if "CODEOWNERS" in step.get("run", ""))
    (tmp_path / ".github").mkdir()
    text = (REPO / ".github/CODEOWNERS").read_text(encoding="utf-8")
    (tmp_path / ".github/CODEOWNERS").write_text(text.replace("@OWNER", owner), encoding="utf-8")

    done = subprocess.run(["bash", "-ec", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.startswith("::warning file=.github/CODEOWNERS") is warned


@pytest.fixture
def committed(tmp_path):
    """A repository of one file, one lock and one packed site."""
    root, site = tmp_path / "root", tmp_path / "site"
    (site / "data").mkdir(parents=True)
    (site / "data/offline.zip").write_bytes(b"site")
    root.mkdir()
    (root / "requirements.lock").write_text(f"pydantic==2.0 \\\n    --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    commit(root)
    return root, site


def test_a_release_has_the_same_bytes_wherever_it_is_made_and_sums_that_hold(committed, tmp_path):
    root, site = committed
    release.write(root, site, tmp_path / "one")
    subprocess.run(["git", "-C", str(root), "config", "tar.umask", "0077"], check=True)
    release.write(root, site, tmp_path / "two")

    assert sums(tmp_path / "one") == sums(tmp_path / "two")
    told = (tmp_path / "one" / release.SUMS).read_text(encoding="utf-8").splitlines()
    found = sums(tmp_path / "one")
    assert {line[66:]: line[:64] for line in told} == {n: found[n] for n in found if n != release.SUMS}
    assert len(told) == 3


def commit(root):
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    when = {**os.environ, "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z", "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z"}
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-qm", "All"], check=True, env=when)


def sums(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.slow
def test_two_builds_on_two_kinds_of_machines_are_the_same_to_the_byte(tmp_path):
    """Other folder, locale, time zone, hash seed, mask of rights, and settings of git."""
    one, other = waterloo.copy(tmp_path / "one"), waterloo.copy(tmp_path / "other place/ж")
    for project in (one, other):
        commit(project.root)
    subprocess.run(["git", "-C", str(other.root), "config", "core.abbrev", "12"], check=True)
    strange = {"LC_ALL": "C", "TZ": "America/St_Johns", "PYTHONHASHSEED": "12345", "SOURCE_DATE_EPOCH": "1000000000"}

    assert run_build("-C", one.root, "build", cwd=one.root).code == 0
    before = os.umask(0o077)
    try:
        done = run_build("-C", other.root, "build", cwd=other.root, environment={**os.environ, **strange})
    finally:
        os.umask(before)
    assert done.code == 0, done.stderr

    assert sums(one.root / "site") == sums(other.root / "site")


@pytest.mark.parametrize("value", ["x", "-1", "1e9", "", "9" * 30])
def test_a_moment_that_is_none_is_told(tmp_path, value):
    project = waterloo.copy(tmp_path / "timeline")

    done = run_build(
        "-C", project.root, "check", cwd=project.root, environment={**os.environ, "SOURCE_DATE_EPOCH": value}
    )

    assert done.code == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert "Traceback" not in done.stderr


def test_python_of_the_tests_is_one_that_the_project_supports():
    assert sys.version_info >= (3, 11)

"""The content of this repository, as its maintainers keep it; no proposal of content is held up by these tests."""

import re
import shutil

from harness import REPO, run_build


def test_keys_stand_in_their_usual_order_and_shared_sources_in_files():
    """`build.py tidy` has been run: it then shows contributors their own changes alone."""
    result = run_build("tidy", "--check", cwd=REPO)

    assert (result.code, result.stdout, result.stderr) == (0, "", "")


def test_the_template_to_copy_is_clean_with_all_its_parts(tmp_path):
    """Whoever copies the blocks of the page on contributing starts from a file of which the check says nothing."""
    page = (REPO / "docs/contribute.md").read_text(encoding="utf-8")
    template, more, corrections = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    for name in ("events", "reference"):
        shutil.copytree(REPO / name, tmp_path / name)
    shutil.copy(REPO / "mkdocs.yml", tmp_path)
    name = re.match(r"# (events/[\w-]+\.yaml)\n", template)[1]
    (tmp_path / name).write_text(template + more + corrections, encoding="utf-8")

    result = run_build("-C", tmp_path, "check", name, cwd=REPO)

    assert (result.code, result.stdout, result.stderr) == (0, "", "no problems found\n")

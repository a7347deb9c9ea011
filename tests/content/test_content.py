"""The content of this repository, as its maintainers keep it; no proposal of content is held up by these tests."""

from harness import REPO, run_build


def test_keys_stand_in_their_usual_order_and_shared_sources_in_files():
    """`build.py tidy` has been run: it then shows contributors their own changes alone."""
    result = run_build("tidy", "--check", cwd=REPO)

    assert (result.code, result.stdout, result.stderr) == (0, "", "")

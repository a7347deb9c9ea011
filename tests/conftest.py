"""Fixtures: the site as the public command builds it, a browser that tells on its pages, small projects."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

import chromium
from harness import REPO, Pages, Project, Server, Site, run_build

# `make` sets these too: no advertising in the output of the builds under test.
os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")

# How long an example takes depends on what else the machine does; a test must not.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update-golden` writes what the golden files are to hold from now on; read the diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/ from what is rendered now")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """serve(directory, prefix="/sub/") -> base address; served until the session ends."""
    servers: list[Server] = []

    def start(directory: Path, prefix: str = "/sub/") -> str:
        servers.append(Server(directory, prefix))
        return servers[-1].url

    yield start
    for server in servers:
        server.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> Site:
    """The real site, built once by the public command into a temporary directory and served below /sub/."""
    directory = tmp_path_factory.mktemp("built") / "site"
    result = run_build("build", "--site-dir", directory, cwd=REPO, timeout=600)
    if result.code != 0:
        output = result.stdout + result.stderr
        pytest.fail(f"build.py build exited with {result.code}:\n{output}", pytrace=False)
    return Site(directory, serve(directory))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Pages]:
    """page(url, viewport=, color_scheme=, reduced_motion=, javascript=, allow=) -> an open, watched page.

    Console errors, script errors and requests to another origin fail the test when it ends. A test that
    provokes some looks at `page.problems` and clears it, or lists them in `allow`.
    """
    pages = Pages(browser)
    yield pages
    pages.close()
    if pages.problems:
        pytest.fail("the browser reports:\n" + "\n".join(pages.problems), pytrace=False)


@pytest.fixture
def project(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Project]:
    """project({"mkdocs.yml": "…", "events/a.yaml": "…"}) -> a project with run("check", …), read, write."""
    made: list[Project] = []

    def make(files: Mapping[str, str | bytes]) -> Project:
        root = tmp_path / f"project{len(made) + 1}"
        root.mkdir()
        made.append(Project(root))
        made[-1].write(files)
        return made[-1]

    return make

"""Fixtures: the site as the public command builds it, a browser that tells on its pages, small projects."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

import chromium
from harness import Project, Server, Site
from shared import Host, Shared
from watched import Pages, Profiles

# `make` sets these too: no advertising in the output of the builds under test.
os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")

# Builds under test are programs of ours: without this each compiles the engine and its templates anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# How long an example takes depends on what else the machine does; a test must not.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update-golden` writes what the golden files are to hold from now on; read the diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/ from what is rendered now")


BROWSER = frozenset({"browser", "page"})
"""Fixtures that start Chromium: `make test-fast` leaves out what uses one."""

HOST = pytest.StashKey[Host]()
SHARED = pytest.StashKey[Shared]()


def pytest_configure(config: pytest.Config) -> None:
    """Serve what the workers build from the process that starts them, or from the only one."""
    given = getattr(config, "workerinput", None)
    if given is None:
        config.stash[HOST] = host = Host()
        config.stash[SHARED] = host.shared
    else:
        config.stash[SHARED] = Shared(Path(given["folder"]), given["addresses"])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: a third of the tests wait for frames, builds and answers."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist where the sites are."""
    shared = node.config.stash[SHARED]
    node.workerinput.update(folder=str(shared.folder), addresses=dict(shared.addresses))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    if HOST in config.stash:
        config.stash[HOST].close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test that needs Chromium by what it asks for, so that nobody has to remember it."""
    for item in items:
        if BROWSER & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the browsers in which nothing was tried, because they are not to be had here."""
    reasons = {str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if report.longrepr}
    for reason in sorted(reasons):
        terminalreporter.write_line(reason.removeprefix("Skipped: "), yellow=True)


@pytest.fixture(scope="session")
def shared(pytestconfig: pytest.Config) -> Shared:
    """shared.site("placed") -> a site that all workers of this run share."""
    return pytestconfig.stash[SHARED]


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
def site(shared: Shared) -> Site:
    """The real site, built once by the public command and served below /sub/."""
    return shared.site("site")


@pytest.fixture(scope="session")
def placed(shared: Shared) -> Site:
    """The same, built for the very address at which it is served: canonical links, sitemap."""
    return shared.site("placed")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    """The profiles of the worker's browser, each for one test at a time."""
    return Profiles(browser)


@pytest.fixture
def page(profiles: Profiles) -> Iterator[Pages]:
    """page(url, viewport=, color_scheme=, reduced_motion=, javascript=, allow=, fresh=) -> an open, watched page.

    Console errors, script errors and requests to another origin fail the test when it ends. A test that
    provokes some looks at `page.problems` and clears it, or lists them in `allow`.
    """
    pages = Pages(profiles)
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

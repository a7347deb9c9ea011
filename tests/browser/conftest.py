"""Sample pages, and a second build of the site that knows its own address."""

from collections.abc import Callable

import pytest

import samples
from harness import REPO, Site, run_build


@pytest.fixture(scope="session")
def sample(site: Site) -> dict[str, str]:
    """Kind of page -> address below the root of one such page."""
    return samples.find(site.directory)


@pytest.fixture(scope="session")
def placed(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> Site:
    """The site built for the very address at which it is served: with canonical links, sitemap, instant navigation."""
    directory = tmp_path_factory.mktemp("placed") / "site"
    url = serve(directory)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", url)
        result = run_build("build", "--site-dir", directory, cwd=REPO, timeout=600)
    assert result.code == 0, result.stdout + result.stderr
    return Site(directory, url)

"""The timeline on which the browser tests run, and one page of every kind of it."""

import pytest

import samples
from harness import Site
from shared import Shared


@pytest.fixture(scope="session")
def site(shared: Shared) -> Site:
    """The third timeline: as large as a real one, and nobody's content changes it."""
    return shared.site("campaigns")


@pytest.fixture(scope="session")
def placed(shared: Shared) -> Site:
    """The same, built for the very address at which it is served: canonical links, sitemap, instant navigation."""
    return shared.site("placed-campaigns")


@pytest.fixture(scope="session")
def sample(site: Site) -> dict[str, str]:
    """Kind of page -> address below the root of one such page."""
    return samples.find(site.directory)

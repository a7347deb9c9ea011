"""The timeline on which the tests of scripts run."""

import pytest

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

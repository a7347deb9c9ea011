"""The timeline on which the tests of scripts run."""

import pytest

from harness import Site
from shared import Shared


@pytest.fixture(scope="session")
def site(shared: Shared) -> Site:
    """The third timeline: as large as a real one, and nobody's content changes it."""
    return shared.site("campaigns")

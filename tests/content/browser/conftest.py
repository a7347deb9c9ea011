"""One page of every kind of the real site."""

import pytest

import samples
from harness import Site


@pytest.fixture(scope="session")
def sample(site: Site) -> dict[str, str]:
    """Kind of page -> address below the root of one such page."""
    return samples.find(site.directory)

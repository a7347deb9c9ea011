"""The built site, read once for all tests in this folder."""

import pytest

from harness import Site
from htmldoc import Document


@pytest.fixture(scope="session")
def documents(site: Site) -> list[Document]:
    """Every page of the site, redirects too."""
    return [Document(site.directory, file) for file in sorted(site.directory.rglob("*.html"))]


@pytest.fixture(scope="session")
def pages(documents: list[Document]) -> list[Document]:
    """Every page that has something to read."""
    return [document for document in documents if not document.redirects]

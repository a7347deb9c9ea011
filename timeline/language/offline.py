"""Words of the offline copy: its README, and the offer of it on the page about the data."""

from __future__ import annotations

from collections.abc import Iterator

TITLE = "Offline copy"

OFFER = (
    "{archive} ({megabytes} MB) is this whole site for places without a network: unpack it and open {page}. "
    "Timeline, search, quizzes and printing work, and every file of this page is in it."
)
"""What the page about the data says of the copy."""


def readme(version: str, address: str, licence: str, licence_address: str) -> Iterator[str]:
    """Yield the lines that stand beside the unpacked copy; what is not known is left out."""
    yield "Open index.html in a browser. Nothing is installed, and no network is needed."
    if version:
        yield f"This copy is the version of {version}."
    if address:
        yield f"The newest version is at {address}"
    if licence:
        yield f"Licence of texts and data: {licence}, {licence_address}"

"""Topics: each has a colour of its own."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.problems import Problem
from timeline.project import colours
from timeline.reading.corpus import Corpus


def enough_colours(corpus: Corpus) -> Iterator[Problem]:
    """There are no more topics than colours for them: without one a topic shows nowhere, and no card can be drawn."""
    most = colours.offered(colours.sheet(corpus.root))
    for number, entry in enumerate(corpus.topics.values(), 1):
        if number > most:
            message = f"topic {number} has no colour, for there are {most}"
            remedy = f"join topics, or copy {colours.SHEET} of the engine to docs/{colours.SHEET} and add colours"
            yield entry.problem((), "no-colour", message, remedy)

"""Words of audits: verdicts, outcomes, how a sample was drawn, and shares."""

from __future__ import annotations

from collections.abc import Mapping

VERDICTS: Mapping[str, tuple[str, str]] = {
    "confirmed": ("confirmed", "A page that the reader saw says it."),
    "imprecise": ("imprecise", "True in outline; base, maker, wording, citation or a half of it is off."),
    "contradicted": ("contradicted", "A page that the reader saw says otherwise, or the cited source does not say it."),
    "unsupported": ("unsupported", "A link or a tag for which nothing was seen."),
    "omitted": ("left out", "Not a statement: what a reader would need and the record does not tell."),
    "not-found": ("not found", "Nothing was seen that says it; this says nothing against it."),
}
"""What each verdict is called, and what it means."""

OUTCOMES: Mapping[str, str] = {"stands": "stands", "mended": "mended", "dropped": "taken out", "kept": "kept"}

DRAWN: Mapping[str, str] = {
    "by hand": "The records were chosen by hand, so the shares say nothing of those that were not read.",
    "by seed": "The records were drawn by chance, so the shares stand for all of them.",
    "all the rest": "These are the records of their kinds that no audit had read before.",
}
"""How the records of an audit were chosen, and what that means."""

BESIDE = "Eras, series, people, words"
ALL = "In all"
STORY = "The story"


def share(part: int, whole: int) -> str:
    """Return a share in per cent, and what it is a share of."""
    if not whole:
        return "–"
    percent = 100 * part / whole
    return f"{percent:.1f}\u202f%" if part and percent < 10 else f"{percent:.0f}\u202f%"


FORM = """\
# The blank form of an audit. `build.py audit` has drawn these records: the first by the SHA-256 of seed and id.
# Read each as it stands at `commit`, against its sources, statement by statement, and write below its record:
#     statements:
#       - says: 16,000 Prussians lost          # one fact, in few words
#         words: Prussian losses                # a few exact words of the record, without citations
#         verdict: confirmed                    # {verdicts}
#         evidence: "Clark, p. 301"             # what you saw, and where
#         outcome: stands                       # {outcomes}
#         remark: why it is kept                # needed for what is kept
# Who wrote a record does not read it. Leave no statement out because it is hard to test: that is `not-found`.
"""
TITLE, READER = "{} events, drawn by seed", "A reader who wrote none of these records"
"""What the blank form says until somebody has read."""

"""An audit: a reading of records against their sources by somebody who did not write them, statement by statement."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from timeline.records.values import EdtfDate, Record, RuleError, Text

Verdict = Literal["confirmed", "imprecise", "contradicted", "unsupported", "omitted", "not-found"]
Outcome = Literal["stands", "mended", "dropped", "kept"]
Drawn = Literal["by hand", "by seed", "all the rest"]

WRONG: tuple[Verdict, ...] = ("imprecise", "contradicted", "unsupported")
"""Verdicts that count as an error; what a record leaves out is counted apart, for nobody knows of how much."""

RECORD_PATTERN = r"^((event|era|series|actor|term):[a-z0-9]+(-[a-z0-9]+)*|story)$"
COMMIT_PATTERN = r"^[0-9a-f]{7,40}$"


class Statement(Record):
    """One statement of a record, what was found of it, and what came of that."""

    says: Text = Field(
        description="What the record says, in a few words, or what it leaves out", examples=["16,000 Prussians lost"]
    )
    words: Text | None = Field(
        None,
        description="Some exact words of the record as it stood when it was read, without citations",
        max_length=300,
        examples=["and was nearly taken"],
    )
    verdict: Verdict = Field(description="What the evidence says of it", examples=["confirmed"])
    evidence: Text = Field(description="What was seen, and where", examples=["Clark, p. 301"])
    outcome: Outcome = Field(description="What came of it", examples=["stands"])
    remark: Text | None = Field(
        None, description="What was changed; for what is kept, the reason", examples=["Now a dispute of two counts."]
    )

    @model_validator(mode="after")
    def _is_answered(self) -> Statement:
        if self.outcome == "kept" and not self.remark:
            raise RuleError("audit-reason", f'"{self.says}" is kept without a reason', "add remark: and say why")
        if self.outcome == "stands" and self.verdict in (*WRONG, "omitted"):
            message = f'"{self.says}" is {self.verdict}, and is said to stand'
            raise RuleError("audit-outcome", message, "write mended or dropped, or kept with its reason as remark:")
        return self


class Reading(Record):
    """What one record said when it was read; without statements, it is still to be read."""

    record: Text = Field(
        description="What was read: event:, era:, series:, actor: or term: with an id, or story",
        pattern=RECORD_PATTERN,
        examples=["event:1815-waterloo"],
    )
    statements: tuple[Statement, ...] = Field((), description="Every statement that can be tested")


class Audit(Record):
    """A reading of many records at one commit."""

    title: Text = Field(description="What was read, in a few words", max_length=120, examples=["Ten events, drawn"])
    date: EdtfDate = Field(description="When it was read", examples=["2026-11-27"])
    commit: Text = Field(description="The state that was read", pattern=COMMIT_PATTERN, examples=["235ceef"])
    drawn: Drawn = Field(description="How the records were chosen", examples=["by seed"])
    seed: Text | None = Field(
        None,
        description="The hash of the commit that was named before it existed, from which the sample is drawn",
        pattern=COMMIT_PATTERN,
        examples=["235ceeffece7b915031a1729b7971cc4450c6c87"],
    )
    reader: Text = Field(
        description="Who read, as a role and not a name", max_length=200, examples=["A reader who wrote none of them"]
    )
    limits: Text | None = Field(
        None, description="What could not be seen, and what the numbers do not tell", max_length=800
    )
    records: tuple[Reading, ...] = Field(min_length=1, description="The records that were read")

    @model_validator(mode="after")
    def _names_its_seed(self) -> Audit:
        if (self.drawn == "by seed") != (self.seed is not None):
            message = "only a sample that is drawn by seed has a seed, and it has one"
            raise RuleError("audit-seed", message, "write drawn: by seed and seed: with the hash, or neither")
        return self

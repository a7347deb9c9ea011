"""The very words of somebody, or of a document, in their own language."""

from __future__ import annotations

from pydantic import Field, field_validator, model_validator

from timeline.records.texts import count_words
from timeline.records.values import Cited, EdtfDate, Language, Record, RuleError, Text

LONGEST = 60
"""Words of a quotation: enough for a question on a ballot, and no more than a quotation may be."""


class Quote(Record):
    """A short quotation: original words, a translation beside them, and where they stand."""

    text: Text = Field(
        description="The words as they stand in the source, in their own language, 60 at most; … for what is left out",
        examples=["Vincere scis, Hannibal; victoria uti nescis."],
    )
    language: Language = Field(description="Language of these words (BCP 47)", examples=["la"])
    translation: Text | None = Field(
        None,
        description="The same in the language of the site; not needed where the words are in it",
        examples=["You know how to gain a victory, Hannibal; you do not know how to use it."],
    )
    translated_by: Text | None = Field(
        None, description="Who made the translation", max_length=120, examples=["the editors"]
    )
    speaker: Text = Field(
        description="The person who said it, or the document that says it", max_length=160, examples=["Maharbal"]
    )
    date: EdtfDate | None = Field(None, description="When it was said or signed, as EDTF", examples=["-0215-08"])
    citations: tuple[Cited, ...] = Field(
        min_length=1,
        description="Citation keys, each with a locator after a comma",
        examples=[["livy-22, 51.4"]],
    )
    unlocated: Text | None = Field(
        None,
        description="Why a citation names no place in its source",
        max_length=120,
        examples=["a web page of one screen"],
    )
    context: Text | None = Field(
        None,
        description="Who said it to whom, and why it matters, in one sentence",
        max_length=320,
        examples=["The leader of the horse, on the evening of the battle, as Livy tells it."],
    )

    @field_validator("text")
    @classmethod
    def _is_short(cls, text: str) -> str:
        if (words := count_words(text)) > LONGEST:
            raise RuleError("quote-length", f"{words} words; a quotation has at most {LONGEST}", "leave out, with …")
        return text

    @model_validator(mode="after")
    def _names_its_translator(self) -> Quote:
        if self.translation and not self.translated_by:
            remedy = 'write translated_by: and who made it, such as "the editors"'
            raise RuleError("quote-translator", "nobody is named as the maker of the translation", remedy)
        if self.translated_by and not self.translation:
            remedy = "add translation:, or leave translated_by out"
            raise RuleError("quote-translator", "there is no translation", remedy)
        return self

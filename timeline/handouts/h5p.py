"""Questions as H5P: a question set without its libraries, for a platform that has them already."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from timeline.handouts.archive import packed
from timeline.handouts.quiz import Choice
from timeline.language import handouts as words

MAIN = ("H5P.QuestionSet", 1, 20)
QUESTION = ("H5P.MultiChoice", 1, 16)
"""Content types by name and version; a platform takes what was made for an older one of the same first number."""


def package(title: str, language: str, choices: Iterable[Choice]) -> bytes:
    """Return questions as a package: what it needs, and the questions."""
    needs = [dict(zip(("machineName", "majorVersion", "minorVersion"), one, strict=True)) for one in (MAIN, QUESTION)]
    about = {
        "title": title,
        "language": language,
        "mainLibrary": MAIN[0],
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": needs,
    }
    return packed({"h5p.json": _json(about), "content/content.json": _json(_content(choices))})


def _content(choices: Iterable[Choice]) -> dict[str, Any]:
    return {
        "introPage": {"showIntroPage": False},
        "progressType": "dots",
        "passPercentage": 50,
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "endGame": {"showResultPage": True, "showSolutionButton": True, "showRetryButton": True},
        "questions": list(map(_question, choices)),
    }


def _question(choice: Choice) -> dict[str, Any]:
    answers = [
        {
            "text": f"<div>{escape(answer)}</div>",
            "correct": answer == choice.right,
            "tipsAndFeedback": {
                "tip": "",
                "chosenFeedback": f"<div>{_told(choice, answer)}</div>",
                "notChosenFeedback": "",
            },
        }
        for answer in choice.answers
    ]
    return {
        "library": f"{QUESTION[0]} {QUESTION[1]}.{QUESTION[2]}",
        "subContentId": str(uuid5(NAMESPACE_URL, choice.id)),
        "metadata": {"contentType": "Multiple Choice", "license": "U", "title": choice.ask[:80]},
        "params": {
            "question": f"<p>{escape(choice.ask)}</p>",
            "answers": answers,
            "behaviour": {"enableRetry": True, "enableSolutionsButton": True, "type": "single", "singlePoint": True},
        },
    }


def _told(choice: Choice, answer: str) -> str:
    return escape(f"{words.RIGHT if answer == choice.right else words.WRONG} {choice.why}")


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()

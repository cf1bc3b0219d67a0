"""The site's own quizzes: each procedure has one, every way to ask is used, and nothing is wrong with them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import sop_plugin
from sop_plugin.model.question import QuestionKind
from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.shelf import Shelf

ROOT = Path(sop_plugin.__file__).parents[1]
SOPS = (
    *("bank-loan", "cafe-ordering", "helpdesk-ticket", "machine-repair", "online-service", "outpatient-registration"),
    *("shipment-enquiry", "shop-returns"),
)
LEAST = 8
"""Questions that somebody wrote, for each procedure."""

MANY = 4
"""Quizzes that can be taken in every language of the site."""


@cache
def shelf() -> Shelf:
    return Shelf(ROOT / "content")


def test_nothing_is_wrong_with_them() -> None:
    found = check_content(ROOT / "content", jobs=1).diagnostics
    assert [each for each in found if each.path.startswith("quizzes/")] == []


@pytest.mark.parametrize("sop", SOPS)
def test_each_procedure_has_questions(sop: str) -> None:
    quizzes = [each for each in shelf().quizzes() if each.quiz and sop in each.quiz.head.sops]
    assert sum(len(each.questions) for each in quizzes) >= LEAST


def test_every_way_to_ask_is_used() -> None:
    kinds = [question.kind for each in shelf().quizzes() for question in each.questions]
    assert set(kinds) == set(QuestionKind)
    assert kinds.count(QuestionKind.SCENARIO) >= 2


def test_every_question_says_what_it_tests() -> None:
    assert [q.id for each in shelf().quizzes() for q in each.questions if not q.tests] == []


def test_four_can_be_taken_in_every_language() -> None:
    found: dict[str, set[str]] = {}
    for document in shelf().documents.values():
        if document.quiz_translation:
            head = document.quiz_translation.head
            found.setdefault(head.translates, set()).add(head.lang)
    assert sum(languages >= {"en", "zh-CN"} for languages in found.values()) >= MANY

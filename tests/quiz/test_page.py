"""The page of a quiz without a script: whole, honest, and safe."""

import datetime
import json
import re
import shutil
from pathlib import Path

import pytest

from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.page import RenderedPage
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.site import Site, load_site
from sop_plugin.views.anchors import anchors_in
from tests.quiz.conftest import FOLDER
from tests.views.pages import Seen

DAY = datetime.date(2026, 3, 1)

SOP = """---
sop: 1
id: order
title: Take an order
version: 1.0
owner: lead
steps:
  - {id: greet, title: Greet, time_limit: 30 s}
---
"""


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(FOLDER / "content", language="en", day=DAY)


def page_of(site: Site, quiz: str) -> RenderedPage:
    return site.render(f"quizzes/{quiz}.md", lambda path: f"/{path}")


def data_of(page: RenderedPage) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="sop-quiz">(.*?)</script>', page.html, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def part(page: RenderedPage, question: str) -> str:
    """The HTML of one question."""
    return page.html.partition(f'data-question="{question}"')[2].partition("data-question=")[0]


def test_every_question_can_be_read_and_its_answer_is_behind_a_disclosure(site: Site) -> None:
    page = page_of(site, "kinds")
    for question, asked, told in (
        ("first", "The receipt", "The customer has not even ordered."),
        ("belong", "Count the till", "Take the payment"),
        ("hurry", "True", "Hurry is no reason."),
        ("order", "Ask about allergies", "<ol"),
        ("who", "Nobody", "Shift lead</strong>"),
        ("long", "sop-blank--wide", "30 s ± 5"),
        ("system", "sop-blank--wide", "till or the till"),
        ("gaps", 'data-blank="1"', "allergies or allergy"),
        ("cup", 'alt="A tall glass with a straw"', 'alt="A mug with a handle"'),
        ("late", "Ask her to queue again", "She says that she will never come back."),
    ):
        before, disclosure, behind = part(page, question).partition('<details class="sop-fold sop-answer">')
        assert disclosure, question
        assert asked in before, question
        assert told in behind, question
    assert "nothing to others" in page.html or "proves nothing" in page.html


def test_a_question_leads_to_the_very_step_and_says_when_that_changed(site: Site) -> None:
    page = page_of(site, "kinds")
    assert 'href="/order.md#greet"' in part(page, "first")
    assert "it said “20 s”, now it says “30 s”" in part(page, "long")
    assert "sop-caution" not in part(page, "first")
    listed = site.render("quizzes.md", lambda path: f"/{path}")
    assert "1 question about something that has changed" in Seen(listed.html).text


def test_a_question_about_a_whole_procedure_does_not_tell_its_title_twice(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "project")
    quiz = tmp_path / "project" / "quizzes" / "kinds.md"
    quiz.write_text(quiz.read_text().replace("tests: order\n", "tests: order = Take an order @abcdef\n"))
    page = page_of(load_site(tmp_path / "project" / "content", language="en", day=DAY), "kinds")
    assert "What the procedure says about “Take an order” has changed" in part(page, "order")


def test_it_is_listed_by_role_and_under_the_procedures_that_it_covers(site: Site) -> None:
    listed = site.render("quizzes.md", lambda path: f"/{path}")
    assert {"role-cashier", "role-lead"} < listed.anchors
    cards = dict(re.findall(r'data-facets="([\d ]+)".*?href="/quizzes/(\w+)\.md"', listed.html, re.DOTALL))
    assert cards == {"0": "kinds", "1": "exam", "0 1": "counter"}
    assert "One question of each kind." in listed.html
    order = site.render("order.md", lambda path: f"/{path}")
    assert "/quizzes/kinds.md" in Seen(order.html).links
    assert '<span lang="zh-TW">櫃檯服務的判斷</span>' in order.html


def test_whoever_finds_a_fault_can_say_so_or_mend_it() -> None:
    feedback = "mailto:a@b.example?subject={sop}&body={url}"
    site = load_site(
        FOLDER / "content", language="en", day=DAY, feedback=feedback, address=SiteAddress("https://handbook.example/")
    )
    assert site.pages["quizzes/kinds.md"].source == "../quizzes/kinds.md"
    html = site.render("quizzes/kinds.md", lambda path: f"/{path}", "https://git.example/quizzes/kinds.md").html
    foot = html.partition("sop-quiz__foot")[2]
    assert (
        'href="mailto:a@b.example?subject=kinds&amp;body=https%3A%2F%2Fhandbook.example%2Fquizzes%2Fkinds%2F"' in foot
    )
    assert 'href="https://git.example/quizzes/kinds.md"' in foot


def test_nothing_is_offered_where_the_site_wants_nothing(site: Site) -> None:
    assert "sop-quiz__foot" not in page_of(site, "kinds").html


def test_what_is_drawn_may_come_from_other_quizzes(site: Site) -> None:
    page = page_of(site, "exam")
    data = data_of(page)
    keys = [question["key"] for question in data["questions"]]  # type: ignore[attr-defined]
    assert keys[:3] == ["minute", "last", "kinds.first"]
    assert data["count"] == 3
    assert data["timeLimit"] == 120
    assert data["draws"] == [{"count": 3, "from": [*keys[2:], *keys[:2]]}] or {*keys} == {*data["draws"][0]["from"]}  # type: ignore[index]
    assert '<img src="/quizzes/img/hot.svg"' in part(page, "kinds.cup")


def test_pictures_beside_the_content_are_published(site: Site) -> None:
    assert list(site.quizzes.pictures) == ["quizzes/img/cold.svg", "quizzes/img/hot.svg"]


def test_ids_and_the_table_of_contents_lead_to_questions(site: Site) -> None:
    page = page_of(site, "kinds")
    ids = re.findall(r' id="([^"]+)"', page.html)
    assert len(ids) == len(set(ids))
    assert {entry.id for entry in page.toc} <= anchors_in(page.html)
    assert page.toc[7].title == "Fill in the blanks."
    assert all("Answer" not in entry.text for entry in page.search)


def test_a_quiz_speaks_its_own_language(site: Site) -> None:
    page = page_of(site, "counter")
    assert page.lang == "zh-TW"
    assert "這是練習" in page.html
    assert "結果" in page.html


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "content" / "order.md").write_text(SOP, encoding="utf-8")
    return tmp_path


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def test_nothing_of_an_author_reaches_the_page_unescaped(project: Path) -> None:
    quiz = f"""---
quiz: 1
id: bad
title: "{HOSTILE}"
---

## {HOSTILE} {{#q1}}

{HOSTILE}

- [x] {HOSTILE}
  {HOSTILE}
- [ ] [x](javascript:alert%281%29)

> {HOSTILE}
> hint: {HOSTILE}

## Blank {{#q2}}

[[{HOSTILE}]]

## Case {{#q3}}

- {HOSTILE} -> end (1)
  {HOSTILE}
- b -> end
"""
    (project / "quizzes" / "bad.md").write_text(quiz, encoding="utf-8")
    site = load_site(project / "content", language="en", day=DAY)
    errors = {found.rule for found in site.diagnostics if found.severity is Severity.ERROR}
    if errors:  # a link that runs a script is not published at all
        assert errors == {"dangerous-scheme"}
        (project / "quizzes" / "bad.md").write_text(
            quiz.replace("javascript:alert%281%29", "https://shop.example/"), encoding="utf-8"
        )
        site = load_site(project / "content", language="en", day=DAY)
    page = page_of(site, "bad")
    assert page.html.count("<script") == 1
    assert page.html.count("</script") == 1
    assert "<img" not in page.html
    assert data_of(page)["title"] == HOSTILE


def test_a_quiz_with_an_error_is_not_published_in_part(project: Path) -> None:
    quiz = "---\nquiz: 1\nid: bad\ntitle: Bad\nsops: [order]\n---\n\n## Which? {#q1}\n\n- [ ] One\n- [ ] Two\n"
    (project / "quizzes" / "bad.md").write_text(quiz, encoding="utf-8")
    site = load_site(project / "content", language="en", day=DAY)
    assert "One" not in Seen(page_of(site, "bad").html).text.split("Which")[0]
    assert "no-right-option" in page_of(site, "bad").html
    assert "quizzes.md" not in site.pages


def test_a_translation_is_shown_with_what_is_not_translated_marked(project: Path) -> None:
    original = (
        "---\nquiz: 1\nid: shop\ntitle: 櫃檯\ntime_limit: 10 分鐘\nlang: zh-TW\n---\n\n"
        "## 對嗎？ {#q1}\n\n= true\n\n## 哪個？ {#q2}\n\n- [x] 這個\n- [ ] 那個\n"
    )
    words = "---\nquiz: 1\ntranslates: shop\nlang: en\ntitle: Counter\n---\n\n## Is it so? {#q1}\n\n= true\n"
    (project / "quizzes" / "shop.md").write_text(original, encoding="utf-8")
    (project / "quizzes" / "shop.en.md").write_text(words, encoding="utf-8")
    prints, versions = {}, set()
    for language in ("zh-TW", "en"):
        site = load_site(project / "content", language=language, day=DAY)
        page = page_of(site, "shop")
        data = data_of(page)
        prints[language] = {question["key"]: question["print"] for question in data["questions"]}  # type: ignore[attr-defined]
        versions.add(data["version"])
    assert page.title == "Counter"
    assert "Is it so?" in page.html
    assert 'data-question="q2" lang="zh-TW"' in page.html
    assert 'data-question="q1" lang' not in page.html
    assert prints["en"] == prints["zh-TW"]
    assert len(versions) == 1
    assert site.pages["quizzes/shop.md"].source == "../quizzes/shop.en.md"


def test_questions_are_made_of_the_procedures_and_shown_with_the_others(project: Path) -> None:
    more = "  - {id: ask, title: Ask, time_limit: 2 min}\n  - {id: pay, title: Pay, time_limit: 1 h}\n---\n"
    (project / "content" / "order.md").write_text(SOP.removesuffix("---\n") + more, encoding="utf-8")
    quiz = "---\nquiz: 1\nid: made\ntitle: Made\nsops: [order]\nderive: order\n---\n\n## True? {#q1}\n\n= true\n"
    (project / "quizzes" / "made.md").write_text(quiz, encoding="utf-8")
    page = page_of(load_site(project / "content", language="en", day=DAY), "made")
    keys = [question["key"] for question in data_of(page)["questions"]]  # type: ignore[attr-defined]
    assert keys == ["q1", "order.greet.ordering"]
    assert 'href="/order.md#greet"' in part(page, "order.greet.ordering")


def test_what_has_no_question_is_told(site: Site) -> None:
    page = site.render("quiz-coverage.md", lambda path: f"/{path}")
    text = Seen(page.html).text
    assert "Take an order 3/3 0/0 0/1 75 %" in text
    assert "The customer is allergic to nuts order/ask.exceptions.nuts" in text
    assert "/order.md#ask" in Seen(page.html).links

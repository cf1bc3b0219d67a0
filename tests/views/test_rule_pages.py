import pytest

from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.rule import RuleDoc
from sop_plugin.views.rule_pages import rule_page, rules_index
from sop_plugin.words.catalogue import Catalogue, catalogue

RULE = RuleDoc(
    name="time-unreadable",
    family="shape",
    severity=Severity.ERROR,
    what="A time such as `time_limit` can be read.",
    why="Nobody can plan by it.\n\nNor can a clock.",
    bad="---\nsop: 1\ntime_limit: a \u202e<b>\n---\n",
    good="---\nsop: 1\ntime_limit: 3 min\n---\n",
)


def words(language: str, **extra: str) -> Catalogue:
    own = {f"rule.time-unreadable.{part.replace('_', '-')}": text for part, text in extra.items()}
    known = {key: text for key, text in catalogue(language).words.items() if not key.startswith("rule.")}
    return Catalogue(language, known | own)


def test_a_page_tells_what_why_bad_and_good() -> None:
    page = rule_page(RULE, words("en", title="A time that cannot be read"))
    assert page.title == "A time that cannot be read"
    assert page.description == "A time such as time_limit can be read."
    assert "<code>time_limit</code>" in page.html
    assert page.html.count("<p>") == 3
    assert [entry.id for entry in page.toc] == ["what", "why", "bad", "good"]
    assert {entry.id for entry in page.toc} == page.anchors


def test_an_example_is_shown_with_what_cannot_be_seen_written_out() -> None:
    html = rule_page(RULE, words("en", title="T")).html
    assert "\u202e" not in html
    assert "\\u202e&lt;b&gt;" in html


def test_a_language_that_has_the_words_uses_them() -> None:
    chinese = words("zh-TW", title="看不懂的時間", what="時間要看得懂。")
    html = rule_page(RULE, chinese).html
    assert "時間要看得懂。" in html
    assert "Nobody can plan by it." in html


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_the_index_lists_every_rule_by_family(language: str) -> None:
    page = rules_index([RULE], words(language, title="T"), lambda path: f"../{path}")
    assert 'href="../reference/rules/time-unreadable.md"' in page.html
    assert page.anchors == {"shape"}
    assert page.links == ("reference/rules/time-unreadable.md",)

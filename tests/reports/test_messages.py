from sop_plugin.reports.messages import describe
from sop_plugin.words.catalogue import Catalogue
from tests.reports.samples import diagnostic

WORDS = Catalogue(
    "en",
    {
        "rule.wrong-type.message": "Here belongs {expected}.",
        "rule.wrong-type.hint": "Not {found}.",
        "rule.mermaid-fence.message": "A drawing.",
        "expected.integer": "a whole number",
    },
)


def test_arguments_that_name_a_key_are_put_in_words() -> None:
    found = diagnostic(rule="wrong-type", expected="@expected.integer", found="{x}")
    assert describe(found, WORDS) == ("Here belongs a whole number.", "Not {x}.")


def test_what_an_author_wrote_behind_an_at_sign_stays() -> None:
    found = diagnostic(rule="wrong-type", expected="@integer", found="@")
    assert describe(found, WORDS) == ("Here belongs @integer.", "Not @.")


def test_a_rule_without_hint() -> None:
    assert describe(diagnostic(rule="mermaid-fence"), WORDS) == ("A drawing.", "")

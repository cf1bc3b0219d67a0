import pytest

from sop_plugin.model.item_analysis import ItemAnalysis
from sop_plugin.model.standing import Present, PresentQuestion
from sop_plugin.model.training import TrainingReport
from sop_plugin.words.catalogue import catalogue
from sop_plugin.words.training import TableName, training_tables

QUESTIONS = {"told": PresentQuestion("Which?", ("this", "that")), "made": PresentQuestion("Who?")}


@pytest.mark.parametrize(
    ("fingerprint", "kind", "wrong", "shown"),
    [
        ("told", "single-choice", "1", "that"),
        ("told", "single-choice", "7", ""),
        # Of a question that the platform made, which option stood where is not known; nor is it of one that is gone.
        ("made", "single-choice", "1", ""),
        ("gone", "multiple-choice", "0", ""),
        ("gone", "numeric", "12", "12"),
    ],
)
def test_the_number_of_an_option_is_never_shown_for_its_words(
    fingerprint: str, kind: str, wrong: str, shown: str
) -> None:
    item = ItemAnalysis("q", "k", fingerprint, kind, 9, 0.5, None, None, wrong, 3)
    report = TrainingReport((), (), (item,), (), Present(questions=QUESTIONS))
    table = next(each for each in training_tables(report, catalogue("en")) if each.name is TableName.QUESTIONS)
    assert dict(zip(table.columns, table.rows[0], strict=True))["Most often wrong"] == shown

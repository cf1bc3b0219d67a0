import csv
import io

import pytest

from sop_plugin.reports.training import cell, csv_table
from sop_plugin.words.training import Table, TableName


@pytest.mark.parametrize(
    "text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "|cmd", '=HYPERLINK("http://a")']
)
def test_what_a_spreadsheet_would_carry_out_is_text(text: str) -> None:
    (row,) = csv.reader(io.StringIO(cell(text), newline=""))
    assert row[0].startswith("'")
    assert row[0].removeprefix("'") == text


@pytest.mark.parametrize("text", ["-1.5", "+3", "42 %", "陳小美", "a, b", 'say "hi"', "two\nlines", "a=b", ""])
def test_all_else_stays_as_it_is(text: str) -> None:
    assert [*csv.reader(io.StringIO(cell(text) + ",", newline=""))] == [[text, ""]]


def test_a_table_opens_in_excel_with_chinese_intact() -> None:
    text = csv_table(Table(TableName.DONE, "", "", ("姓名", "標題"), (("陳小美", "結帳"),)))

    assert text.encode() == "\ufeff姓名,標題\r\n陳小美,結帳\r\n".encode()

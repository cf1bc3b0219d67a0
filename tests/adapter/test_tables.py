from sop_plugin.adapter.tables import OPEN, in_reach


def test_each_table_without_a_class_is_put_into_a_box() -> None:
    table = "<tr><td>1</td></tr></table>"
    html = f'<p>a</p><table>{table}<p>b</p><table>{table}<table class="mine">{table}'
    box = f"{OPEN}{table}</div>"
    assert in_reach(html) == f'<p>a</p>{box}<p>b</p>{box}<table class="mine">{table}'


def test_a_page_without_a_table_stays_as_it_is() -> None:
    assert in_reach("<p>&lt;table&gt;</p>") == "<p>&lt;table&gt;</p>"

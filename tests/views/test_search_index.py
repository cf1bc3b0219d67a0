"""What the head of the index says."""

from __future__ import annotations

import json

from sop_plugin.model.page import SearchEntry, SearchPage
from sop_plugin.views.search.index import HEAD, search_index

REFUND = ("退錢", "退款", "money back")
HANDOVER = ("交班", "shift change")
RICE = ("白飯", "rice")


def test_things_of_which_no_name_stands_anywhere_are_left_out() -> None:
    page = SearchPage("a/", "zh-TW", (SearchEntry("", "辦理退款手續", "Shift changes take a minute."),))
    script = search_index([page], [REFUND, HANDOVER, RICE])[HEAD]
    head = json.loads(script[script.index(",") + 1 : script.rindex(")")])
    assert head["names"] == [list(REFUND), list(HANDOVER)]

from sop_plugin.model.pins import translated_fingerprint
from sop_plugin.reading.document import read_document

SOP = """\
---
sop: 1
id: till
title: Close the till
steps:
  - id: count
    title: Count
    do: Notes first.
    time_limit: 5 min
    exceptions:
      - {id: differs, when: The sums differ, then: Count again.}
---

## Count {#count}

The red drawer.
"""


def pinned(text: str, step: str = "count") -> str:
    return translated_fingerprint(read_document("till.md", text.encode()), step)


def test_another_id_of_the_step_leaves_what_was_translated() -> None:
    assert pinned(SOP.replace("id: count", "id: tally").replace("#count", "#tally"), "tally") == pinned(SOP)


def test_so_do_times() -> None:
    assert pinned(SOP.replace("5 min", "6 min")) == pinned(SOP)


def test_other_words_do_not() -> None:
    changed = [
        SOP.replace(*pair) for pair in (("Notes first", "Coins first"), ("Count again", "Call"), ("red", "blue"))
    ]
    assert len({pinned(text) for text in [SOP, *changed]}) == 4

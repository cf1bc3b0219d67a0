"""Drafts of whole translations, and of what those that are there lack."""

from pathlib import Path

import pytest

from sop_plugin.drafting.simplifying import Simplifier
from sop_plugin.drafting.translation import Draft, grown_draft, new_draft
from sop_plugin.formatting.front_matter import formatted
from sop_plugin.model.document import Document
from sop_plugin.model.pins import drafted_fingerprint, suspect_steps
from sop_plugin.reading.document import read_document

CONTENT = Path(__file__).parents[2] / "content"

ORIGINAL = """---
sop: 1
id: latte
title: 做拿鐵
version: 1
owner: barista
lang: zh-TW
summary: 從磨豆到出杯。
aliases: [拿鐵咖啡]
steps:
  - id: grind
    title: 磨豆
    do: 磨**十八克**。
    time_limit: 10 秒內
  - id: steam
    title: 打奶泡
    do: |
      打到發亮。
      看`溫度`。
    tools: [wand]
    cautions:
      - warning: 蒸氣很燙。
    quality:
      - 沒有大泡
      - text: 表面光滑
        how: 目視
    exceptions:
      - {id: cold, when: 奶不夠熱, then: 重打。}
  - id: check
    title: 檢查
    branches:
      - {id: good, when: {all: [{size: [small]}, 杯身乾淨]}, go: pour}
      - {id: bad, when: otherwise, go: steam}
  - id: pour
    title: 倒入
    steps:
      - {id: tilt, title: 傾斜杯子}
---

看[圖](img/latte.svg)。

## 打奶泡 {#steam}

圖示在牆上。
"""

WHOLE = """---
sop: 1
translates: latte
lang: zh-CN
draft: 0c0ffe
title: 做拿铁
summary: 从磨豆到出杯。

aliases:
  - 拿铁咖啡

steps:
  - id: grind
    of: 0c0ffe
    draft: 0c0ffe
    title: 磨豆
    do: 磨**十八克**。
  - id: steam
    of: 0c0ffe
    draft: 0c0ffe
    title: 打奶泡
    do: |
      打到发亮。
      看`溫度`。
    cautions:
      - warning: 蒸气很烫。
    quality:
      - 没有大泡
      - text: 表面光滑
        how: 目视
    exceptions:
      - id: cold
        when: 奶不够热
        then: 重打。
  - id: check
    of: 0c0ffe
    draft: 0c0ffe
    title: 检查
    branches:
      - id: good
        when:
          all:
            - size:
                - small
            - 杯身干净
  - id: pour
    of: 0c0ffe
    draft: 0c0ffe
    title: 倒入
    steps:
      - id: tilt
        of: 0c0ffe
        draft: 0c0ffe
        title: 倾斜杯子
---

看[图](img/latte.svg)。

## 打奶泡 {#steam}

图标在墙上。
"""

BY_HAND = """---
sop: 1
translates: latte
lang: zh-CN
title: 制作拿铁  # 总部的说法
steps:
  # 先读一遍
  - id: steam
    title: 打奶
    quality:
      - 没有大气泡
  - {id: tilt, title: 倾杯}
---
"""

simplified = Simplifier(None)


def original(text: str = ORIGINAL) -> Document:
    return read_document("latte.md", text.encode())


def read(data: bytes) -> Document:
    return read_document("latte.zh-CN.md", data)


def drafted(text: str = ORIGINAL) -> bytes:
    return new_draft(original(text), "zh-CN", "latte.zh-CN.md", simplified).data


def grown(data: bytes, text: str = ORIGINAL) -> Draft:
    draft = grown_draft(original(text), "zh-CN", read(data), data, simplified)
    assert draft is not None
    return draft


def without_fingerprints(data: bytes) -> str:
    words = read(data).translation
    assert words is not None
    text = data.decode()
    for mark in (*words.of.values(), *words.drafts.values()):
        text = text.replace(f'"{mark}"', mark).replace(f": {mark}\n", ": 0c0ffe\n")
    return text


def test_a_whole_draft() -> None:
    assert without_fingerprints(drafted()) == WHOLE


@pytest.mark.parametrize("path", ["bank/loan.md", "hospital/registration.md", "saas/helpdesk-ticket.md"])
def test_a_draft_has_every_text_and_nothing_else(path: str) -> None:
    before = read_document(path, (CONTENT / path).read_bytes())
    place = path.replace(".md", ".zh-CN.md")
    data = new_draft(before, "zh-CN", place, simplified).data
    draft = read_document(place, data)
    assert draft.translation is not None
    assert draft.faults == []
    assert {step: set(texts) for step, texts in draft.texts_by_step().items()} == {
        step: set(texts) for step, texts in before.texts_by_step().items()
    }
    assert draft.body.details.keys() == before.body.details.keys()
    assert suspect_steps(before, draft.translation) == {}
    assert set(draft.translation.drafts) == {"", *draft.translation.steps}
    assert {step: drafted_fingerprint(draft, step) for step in draft.translation.drafts} == draft.translation.drafts
    assert formatted(place, data).data == data
    assert grown_draft(before, "zh-CN", draft, data, simplified) == Draft(data)


def test_what_somebody_wrote_stays_and_what_is_missing_comes() -> None:
    draft = grown(BY_HAND.encode())
    assert (draft.added, draft.grown) == (("grind", "check", "pour"), ("", "steam"))
    assert (
        without_fingerprints(draft.data)
        == """---
sop: 1
translates: latte
lang: zh-CN
draft: 0c0ffe
title: 制作拿铁  # 总部的说法
steps:
  - id: grind
    of: 0c0ffe
    draft: 0c0ffe
    title: 磨豆
    do: 磨**十八克**。
  # 先读一遍
  - id: steam
    draft: 0c0ffe
    title: 打奶
    quality:
      - 没有大气泡
      - text: 表面光滑
        how: 目视
    do: |
      打到发亮。
      看`溫度`。
    cautions:
      - warning: 蒸气很烫。
    exceptions:
      - id: cold
        when: 奶不够热
        then: 重打。
  - id: check
    of: 0c0ffe
    draft: 0c0ffe
    title: 检查
    branches:
      - id: good
        when:
          all:
            - size:
                - small
            - 杯身干净
  - id: pour
    of: 0c0ffe
    draft: 0c0ffe
    title: 倒入
  - {id: tilt, title: 倾杯}
summary: 从磨豆到出杯。
aliases:
  - 拿铁咖啡
---
"""
    )
    marks = read(draft.data).translation
    assert marks is not None
    assert (marks.drafts[""], marks.drafts["steam"]) == ("true", "true")  # somebody's words stand there too


def test_a_draft_that_nobody_touched_is_drafted_anew() -> None:
    changed = ORIGINAL.replace("十八克", "二十克").replace("打到發亮", "打到光滑").replace("到出杯", "到上桌")
    touched = drafted().replace("打到发亮".encode(), "打到泛光".encode())
    draft = grown(touched, changed)
    assert (draft.added, draft.grown, draft.renewed, draft.kept) == ((), (), ("", "grind"), ("steam",))
    text = draft.data.decode()
    assert "磨**二十克**" in text
    assert "打到泛光" in text
    assert "从磨豆到上桌" in text
    assert grown(draft.data, changed).data == draft.data


def test_a_confirmed_step_is_never_drafted_anew() -> None:
    words = read(drafted()).translation
    assert words is not None
    confirmed = drafted().replace(f"    draft: {words.drafts['grind']}\n".encode(), b"")
    draft = grown(confirmed, ORIGINAL.replace("十八克", "二十克"))
    assert (draft.data, draft.kept) == (confirmed, ("grind",))


def test_a_draft_with_a_comment_is_somebodys_too() -> None:
    noted = drafted().replace("      - 没有大泡\n".encode(), "      - 没有大泡  # 问过师傅\n".encode())
    draft = grown(noted, ORIGINAL.replace("打到發亮", "打到光滑"))
    assert (draft.data, draft.kept) == (noted, ("steam",))


def test_line_ends_and_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode()
    plain = grown(BY_HAND.encode()).data
    assert grown(data).data == b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("text", ["---\nsop: 1\ntranslates: a\nlang: en\ntitle: A\n---\n", "---\nsop: 1\nid: a: b\n"])
def test_only_of_a_procedure_that_was_read_whole(text: str) -> None:
    with pytest.raises(ValueError, match="is no procedure"):
        drafted(text)

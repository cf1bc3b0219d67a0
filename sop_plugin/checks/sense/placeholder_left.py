"""A placeholder that was to be filled in.

## What it checks
What is no draft holds no mark of unfinished work, such as “TODO”, “TBD”, “???”, “（待補）” or “lorem ipsum”, neither in
a field nor in the text below the header.

## Why it matters
Staff work by it as it stands, and the missing part is the one that somebody was unsure of.

## Bad
```yaml
---
sop: 1
id: make-latte
title: Make a latte
version: 1.0
owner: cafe-manager
steps:
  - id: serve
    title: Serve the latte
    do: Put the cup on a saucer. TODO ask Mei about spoons.
---
```

## Good
```yaml
---
sop: 1
id: make-latte
title: Make a latte
version: 1.0
owner: cafe-manager
steps:
  - id: serve
    title: Serve the latte
    do: Put the cup on a saucer with a spoon.
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sop_plugin.checks.rule import Rule, Surroundings
from sop_plugin.model.diagnostic import Fault, Severity
from sop_plugin.model.document import Document
from sop_plugin.model.passage import BODY, Passage
from sop_plugin.model.sop import Status

NAME = "placeholder-left"

# Capital letters stand for themselves; a list, a board or a column may bear such a name.
_MARK = (
    r"(?<![\w-])(?:TODO|TBD|FIXME|XXX+)(?![\w-])(?!\s+(?:list|board|column|item)s?\b)"
    r"|^[ \t]*(?:[-*+][ \t]+)?(?:\[ \][ \t]*)?[Tt]o-?[Dd]o:"
    r"|(?<![\w?？-])[?？]{3,}(?!\.\w)"
    r"|(?i:\blorem ipsum\b)"
    r"|(?i:(?<![\w\])])[\[<【［](?:insert|fill in|enter|請填|请填|填入|填寫|填写)[^\]>】］\n]{0,40}[\]>】］](?![(\[]))"
    r"|(?<=\w )_{3,}(?!\w)|[＿]{2,}|(?<!\w)[○〇ＯX]{2,}(?=[ -]?(?:部門|部门|電話|电话|分機|分机))|(?<=\d-)XX+-?X*"
)
# These are also said of orders, papers and customers. Alone, in brackets or at the end behind a colon they are none.
_STATE = (
    r"(?:(?:請|请|後續|后续)(?:補充|补充)|[後后](?:補|补)|尚未(?:確定|确定|決定|决定)|待(?:更新|完善)"
    r"|(?i:fill in later|to follow|coming soon)|待(?:補|补)(?:充|上|寫|写|齊|齐)?|待確認|待确认|待定|待填(?:寫|写)?"
    r"|待查|待議|待议|待寫|待写|TBC|TBA"
    r"|(?i:to be (?:determined|decided|confirmed|completed|defined|written|added|agreed)))"
)
# Behind it may stand what is missing, or from whom; other words say something of a thing that is waiting (待補件者).
_WHAT = (
    r"(?:\s*(?:[：:，,／/]|[ \t]+(?i:by|with)\b)[^（()）】\]〕\n]{0,20}"
    r"|(?:資料|资料|照片|圖片|图片|圖|图|截圖|截图|數字|数字|數據|数据|內容|内容|文件|連結|链接|金額|金额))?"
)
_PLACEHOLDER = re.compile(
    rf"{_MARK}|(?<=[（(【\[〔])\s*{_STATE}{_WHAT}\s*(?=[）)】\]〕])(?!\]\()|(?<=[：:])\s*{_STATE}(?=\s*[。.]?\s*$)",
    re.MULTILINE,
)
_ALL = re.compile(rf"{_STATE}[。.]?")

_NAMES = frozenset({"title", "also", "tags", "aliases"})
_SAID = frozenset({"says", "thinks"})


def check(document: Document, surroundings: Surroundings) -> Iterator[Fault]:
    """Every text of a procedure that is no draft, and of a translation; names of states and the like are left out."""
    if not _may_hold_one(document.text):
        return
    if document.translation is None and (document.sop is None or document.sop.status is Status.DRAFT):
        return
    for passage in document.passages():
        for start, end in _placeholders(passage):
            yield Fault(NAME, passage.span(start, end), {"word": passage.words[start:end]})


_BEGINNINGS = {
    "X": ("XXX", "FIXME", "-XX", "XX部", "XX电", "XX電", "XX分"),
    "O": ("TODO",),
    "B": ("TBD", "TBC", "TBA"),
    "?": ("???",),
    "？": ("？？？",),
    "_": ("___",),
    "＿": ("＿＿",),
    "○": ("○○",),
    "〇": ("〇〇",),
    "Ｏ": ("ＯＯ",),
    "待": ("待更", "待完", "待補", "待补", "待確", "待确", "待定", "待填", "待查", "待議", "待议", "待寫", "待写"),
    "補": ("請補", "續補"),
    "补": ("请补", "续补"),
    "尚": ("尚未確", "尚未确", "尚未決", "尚未决"),
    "填": ("請填", "请填", "填入", "填寫", "填写"),
}
"""What every placeholder of a kind begins with or holds, under a character that few texts hold."""

_PHRASES = ("odo:", "oDo:", "o-do:", "o-Do:", "orem ipsum", "to be ", "ill in", "o follow", "oming soon")

_TO_FILL_IN = r"(?i:insert|enter|fill in)[^\]>】］\n]{0,40}[\]>】］](?![(\[])"
_LATER = "(?:補(?!登|償|貨|上|給)|补(?!登|偿|货|上|给))"
_RARELY = {
    beginning: re.compile(re.escape(beginning) + rest)
    for beginnings, rest in (("[<【［", _TO_FILL_IN), ("後后", _LATER))
    for beginning in beginnings
}
"""What begins like a link or like a common word, and seldom is a placeholder. A pattern that begins with one character
of its own is searched many times faster than one that begins with either of several.
"""


def _may_hold_one(text: str) -> bool:
    """Whether to look closer. To search a character or a few takes no time; most texts hold none of them."""
    for character, beginnings in _BEGINNINGS.items():
        if character in text and any(each in text for each in beginnings):
            return True
    if any(each in text for each in _PHRASES):
        return True
    return any(beginning in text and pattern.search(text) for beginning, pattern in _RARELY.items())


def _placeholders(passage: Passage) -> Iterator[tuple[int, int]]:
    prose, field = passage.prose, passage.fields[-1]
    if field not in _NAMES | _SAID and _ALL.fullmatch(prose):
        yield 0, len(prose)
        return
    for match in _PLACEHOLDER.finditer(prose):
        found = match[0].strip()
        is_name = field in _NAMES and re.fullmatch(_STATE, found)
        # Words to say may leave room for a name; three question marks open a box that folds.
        is_room = field in _SAID and found[0] in "X_＿○〇Ｏ"
        is_box = passage.fields == BODY and re.match(r"\?\?\?\+? +\w", prose[match.start() :][:80])
        is_link = found.endswith("]") and passage.words[match.end() : match.end() + 1] == "("
        if not (is_name or is_room or is_box or is_link):
            yield match.end() - len(match[0].lstrip()), match.end()


RULE = Rule(Severity.WARNING, check)

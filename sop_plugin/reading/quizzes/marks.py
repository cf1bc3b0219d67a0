"""The marks of the quiz language, half-width and as Chinese keyboards type them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sop_plugin.model.kinds import ID_PATTERN

HEADING_ID = re.compile(r"[ \u3000]*[{｛][#＃]([^{}｛｝\s]*)[}｝][ \u3000]*$")

_BOX = re.compile(
    r"(?:\[|［|【)([ \u3000]*|[ \u3000]*[xXｘＸvVｖＶ✓✔√☑][ \u3000]*)(?:\]|］|】)(?=[ \u3000]|[^(\[:（：\s])[ \u3000]*"
)
# A box that a Markdown editor shows as one, and nothing of the kind: `[x](link)`, `[x][note]`.

_ARROW = r"(?:[-－―—]+[>＞]|[=＝][>＞]|→|⇒|➔|➜)"
ARROW = re.compile(rf"[ \u3000]*{_ARROW}[ \u3000]*")
_LEADS_ON = re.compile(
    rf"^(?P<text>.*?)[ \u3000]*{_ARROW}[ \u3000]*[#＃]?(?P<target>[^\s()（）>＞→]+?)[ \u3000]*"
    r"(?:[(（][ \u3000]*(?P<points>[-+−－＋]?[0-9０-９.．]+)[ \u3000]*(?:分|points?|pts?)?[ \u3000]*[)）])?[ \u3000]*$"
)
ANSWER = re.compile(r"[=＝][ \u3000]*(?![=＝])")
_ALTERNATIVE = re.compile(r"[ \u3000]*[|｜][ \u3000]*")
BLANK_MARKS = re.compile(r"\[\[(.*?)\]\]|［［(.*?)］］|【【(.*?)】】")
ATTRIBUTE = re.compile(r"(?P<name>[A-Za-z_-]+)[ \u3000]*[:：][ \u3000]*(?P<value>.*?)[ \u3000]*$")
HINT = re.compile(r"(?:hint|提示)[ \u3000]*[:：][ \u3000]*", re.IGNORECASE)
EXPLANATION = re.compile(r"(?:explanation|why|解說|解说|解析|說明|说明)[ \u3000]*[:：][ \u3000]*", re.IGNORECASE)
PICTURE_ONLY = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\((?P<file>[^()\s]+)\)")

TRUE = frozenset({"true", "yes", "right", "correct", "對", "对", "是", "正確", "正确", "真", "○", "o"})
FALSE = frozenset(
    {"false", "no", "wrong", "incorrect", "錯", "错", "否", "不是", "不對", "不对", "錯誤", "错误", "假", "╳", "×"}
)
END_WORDS = frozenset({"end", "結束", "结束"})


class Box(NamedTuple):
    """A box before an option: whether it is ticked, and how many characters it takes."""

    ticked: bool
    length: int


class Leading(NamedTuple):
    """A choice that leads on: its words, the scene, and the points as written ("" where there are none)."""

    text: str
    target: str
    points: str


def box_of(text: str) -> Box | None:
    """The box that a text begins with, if any."""
    match = _BOX.match(text)
    return Box(bool(match[1].strip(" \u3000")), match.end()) if match else None


def leading(text: str) -> Leading | None:
    """What a choice says and where it leads, or None where no arrow with a target ends it."""
    match = _LEADS_ON.match(text)
    if match is None:
        return None
    return Leading(
        match["text"], match["target"], unicodedata.normalize("NFKC", match["points"] or "").replace("−", "-")
    )


def alternatives(text: str) -> list[str]:
    """The parts of an answer line between its bars."""
    return [part for part in _ALTERNATIVE.split(text.strip(" \u3000")) if part]


def is_id(text: str) -> bool:
    """Whether a text may be an id."""
    return re.fullmatch(ID_PATTERN, text) is not None

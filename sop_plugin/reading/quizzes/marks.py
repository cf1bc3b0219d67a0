"""The marks of the quiz language, half-width and as Chinese keyboards type them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sop_plugin.model.kinds import ID_PATTERN

# No pattern here takes longer than its text is long: white space at the ends is stripped, never matched.
_WHITE = " \t\u3000"

_HEADING_ID = re.compile(r"[{｛][#＃]([^{}｛｝\s]*)[}｝]$")

# A box that a Markdown editor shows as one, and nothing of the kind: `[x](link)`, `[x][note]`.
_BOX = re.compile(
    r"(?:\[|［|【)([ \u3000]*|[ \u3000]*[xXｘＸvVｖＶ✓✔√☑][ \u3000]*)(?:\]|］|】)"
    r"(?=[ \u3000]|[^(\[:（：\s]|$)[ \u3000]*"
)

# What people write who mean a box: round brackets, a circle for what is right, a cross for what is not.
_RIGHT = "xXｘＸvVｖＶ✓✔√☑oOｏＯ○◯●*＊"
_WRONG = "✗✘×╳"
_NEARLY_BOX = re.compile(
    rf"(?:\[|［|【|\(|（)[ \u3000]*([{_RIGHT}{_WRONG}]?)[ \u3000]*(?:\]|］|】|\)|）)"
    r"(?=[ \u3000]|[^(\[:（：\s]|$)[ \u3000]*"
)
# What people write before a box who mean the mark of a list: one without a blank behind it, a dot, nothing at all.
_NEARLY_ITEM = re.compile(r"[-*+－–—•‧·・●▪]?[ \t\u3000]*")

ARROW = re.compile(r"(?:[-－―—]{1,3}|[=＝])[>＞]|→|⇒|➔|➜")
_TARGET = re.compile(
    r"[#＃]?(?P<target>[^\s()（）>＞→]+)[ \u3000]*"
    r"(?:[(（][ \u3000]*(?P<points>[-+−－＋]?[0-9０-９.．]+)[ \u3000]*(?:分|points?|pts?)?[ \u3000]*[)）])?"
)
ANSWER = re.compile(r"[=＝](?![=＝])")
_ALTERNATIVE = re.compile(r"[|｜]")
BLANK_MARKS = re.compile(r"\[\[([^\[\]\n]*)\]\]|［［([^［］\n]*)］］|【【([^【】\n]*)】】")
_ATTRIBUTE = re.compile(r"(?P<name>[A-Za-z_-]{1,20})[ \u3000]*[:：]")
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


def nearly_box(text: str) -> Box | None:
    """What a text begins with that is meant as a box, whether it is one or not."""
    match = _NEARLY_BOX.match(text)
    return Box(match[1] != "" and match[1] in _RIGHT, match.end()) if match else None


def may_hold_box(text: str) -> bool:
    """Whether it is worth looking for boxes in a text."""
    return "[" in text or "［" in text or "【" in text


def option_outside_list(line: str) -> int | None:
    """Where the box begins in a line that is meant as an option and stands in no list; None in any other line."""
    match = _NEARLY_ITEM.match(line)
    return match.end() if match and box_of(line[match.end() :]) else None


def heading_parts(words: str) -> tuple[str, str]:
    """A heading without its `{#id}`, and the id, "" where there is none."""
    words = words.rstrip(_WHITE)
    match = _HEADING_ID.search(words)
    return (words[: match.start()].rstrip(_WHITE), match[1]) if match else (words, "")


def attribute(text: str) -> tuple[str, str] | None:
    """The name and the value of a line such as `tags: a`, or None."""
    text = text.strip(_WHITE)
    match = _ATTRIBUTE.match(text)
    return (match["name"], text[match.end() :].strip(_WHITE)) if match else None


def sides(text: str) -> tuple[str, str] | None:
    """What stands before and behind the first arrow, or None where there is no arrow."""
    match = ARROW.search(text)
    return (text[: match.start()].strip(_WHITE), text[match.end() :].strip(_WHITE)) if match else None


def leading(text: str) -> Leading | None:
    """What a choice says and where it leads, or None where no arrow with a target ends it."""
    arrows = list(ARROW.finditer(text))
    last = arrows[-1] if arrows else None
    match = _TARGET.fullmatch(text[last.end() :].strip(_WHITE)) if last else None
    if last is None or match is None:
        return None
    points = unicodedata.normalize("NFKC", match["points"] or "").replace("−", "-")
    return Leading(text[: last.start()].strip(_WHITE), match["target"], points)


def alternatives(text: str) -> list[str]:
    """The parts of an answer line between its bars."""
    return [part for each in _ALTERNATIVE.split(text) if (part := each.strip(_WHITE))]


def is_id(text: str) -> bool:
    """Whether a text may be an id."""
    return re.fullmatch(ID_PATTERN, text) is not None

"""What Moodle sets for a question that has no counterpart in ours."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.html_tree import tree_of
from sop_plugin.imports.plain import in_short
from sop_plugin.imports.xml_tree import Node
from sop_plugin.model.imported import Grade

_FEEDBACKS = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_USUAL: Mapping[str, frozenset[str]] = {
    "correctfeedback": frozenset(
        {"Your answer is correct.", "Correct", "您的答案正確", "你的答案是正确的。", "答案正確。"}
    ),
    "partiallycorrectfeedback": frozenset(
        {"Your answer is partially correct.", "Partially correct", "您的答案部分正確", "你的答案部分正确。"}
    ),
    "incorrectfeedback": frozenset({"Your answer is incorrect.", "Incorrect", "您的答案不正確", "你的答案不正确。"}),
}
_KNOWN = frozenset({
    "name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber", "single",
    "shuffleanswers", "answernumbering", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback",
    "shownumcorrect", "answer", "hint", "tags", "subquestion", "usecase", "units", "unitgradingtype", "unitpenalty",
    "showunits", "unitsleft", "dragbox", "selectoption", "showstandardinstruction", "layouttype", "selecttype",
    "selectcount", "gradingtype", "showgrading", "numberingstyle", "instructions", "image", "image_base64",
})  # fmt: skip
_OF_LOOKS = ("answernumbering", "layouttype", "numberingstyle", "unitsleft")


def note_settings(node: Node, gathering: Gathering) -> None:
    """Notes what of a question's settings gets lost."""
    penalty = node.value("penalty", "0")
    if re.search(r"[1-9]", penalty):
        gathering.lose("penalty", Grade.LOOKS, percent=in_short(penalty))
    if node.value("hidden") == "1":
        gathering.change("hidden")
    _note_feedbacks(node, gathering)
    for name in _OF_LOOKS:
        if node.value(name) not in ("", "abc", "0", "vertical", "none"):
            gathering.lose("setting", Grade.LOOKS, name=f"{name}: {in_short(node.value(name))}")
    if node.value("image") and not node.value("image_base64"):
        gathering.leave_out("picture-missing", name=in_short(node.value("image")) or "?")
    for hint in node.all("hint"):
        if hint.first("clearwrong") or hint.first("shownumcorrect") or hint.value("options"):
            gathering.lose("setting", Grade.LOOKS, name="hint: clearwrong/shownumcorrect")
    for child in node.children:
        if child.tag not in _KNOWN and (child.children or child.own.strip()):
            gathering.lose("setting", Grade.LOOKS, line=child.line, name=f"{child.tag}: {in_short(child.own, 40)}")


def _note_feedbacks(node: Node, gathering: Gathering) -> None:
    """Notes what is said of right and wrong answers in general."""
    for name in _FEEDBACKS:
        text = " ".join(tree_of(node.value(name)).words().split())
        if text and text in _USUAL[name]:
            gathering.lose("usual-feedback", Grade.LOOKS)
        elif text:
            gathering.change("combined-feedback", text=in_short(text, 120))

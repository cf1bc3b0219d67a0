"""Moodle's XML of question banks: https://docs.moodle.org/en/Moodle_XML_format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sop_plugin.imports.categories import as_tag, tags_of
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.moodle_answers import matching, multichoice, numerical, ordering, shortanswer, truefalse
from sop_plugin.imports.moodle_gaps import cloze, gaps
from sop_plugin.imports.moodle_item import Item
from sop_plugin.imports.moodle_losses import note_settings
from sop_plugin.imports.plain import in_short
from sop_plugin.imports.texts import asked
from sop_plugin.imports.xml_tree import Node, tree_of
from sop_plugin.model.imported import Grade
from sop_plugin.model.question import Answer, Question

READERS: Mapping[str, Callable[[Item], Answer | None]] = {
    "multichoice": multichoice,
    "multichoiceset": multichoice,
    "truefalse": truefalse,
    "shortanswer": shortanswer,
    "numerical": numerical,
    "matching": matching,
    "match": matching,
    "ddmatch": matching,
    "ordering": ordering,
    "multianswer": cloze,
    "cloze": cloze,
    "ddwtos": gaps,
    "gapselect": gaps,
}
"""Each reads the answer of one type of question, and may put marks for blanks in the item's words."""


def read_moodle_xml(text: str, gathering: Gathering) -> None:
    """Gathers the questions of a file, as far as it is whole."""
    tree = tree_of(text)
    tags: tuple[str, ...] = ()
    if tree.root is not None and tree.root.tag != "quiz":
        gathering.begin(tree.root.line)
        gathering.leave_out("xml-not-moodle", tag=tree.root.tag)
        return
    for node in tree.root.children if tree.root else ():
        kind = node.attributes.get("type", "")
        gathering.begin(node.line)
        if node.tag != "question":
            gathering.leave_out("xml-element", tag=node.tag)
        elif kind == "category":
            path = node.value("category")
            tags = tags_of(path, gathering, node.line)
            if info := node.value("info"):
                gathering.leave_out("category-info", text=in_short(info))
        else:
            _read_question(node, kind, tags, gathering)
    if tree.problem is not None:
        gathering.begin(tree.problem.line)
        gathering.leave_out("xml-refused", problem=f"@xml-problem.{tree.problem.reason}")


def _read_question(node: Node, kind: str, tags: tuple[str, ...], gathering: Gathering) -> None:
    text = node.value("questiontext")
    gathering.begin(node.line, node.value("name") or in_short(text), node.value("idnumber"))
    item = Item(node, gathering)
    reader = READERS.get(kind)
    if reader is None:
        key = kind if kind in ("essay", "description") else "question-type"
        gathering.leave_out(key, type=kind or "?", text=in_short(item.plain_words(), 120))
        return
    note_settings(node, gathering)
    answer = reader(item)
    if answer is None:
        return
    markdown = item.words()
    title, rest = asked(markdown, gathering.item)
    own = (as_tag(each.value("text"), gathering) for each in (node.first("tags") or Node("tags", 0)).all("tag"))
    gathering.add(
        Question(
            id="",
            title=title,
            text=rest,
            answer=answer,
            explanation="\n\n".join(filter(None, (item.markdown("generalfeedback"), *item.explanation))),
            hint="\n\n".join(filter(None, map(item.markdown_of, node.all("hint")))),
            tags=tuple(dict.fromkeys(filter(None, (*tags, *own)))),
            points=_points(node, gathering),
            shuffle=node.value("shuffleanswers", "true").lower() not in ("0", "false"),
        )
    )


def _points(node: Node, gathering: Gathering) -> float:
    written = node.value("defaultgrade", "1")
    try:
        points = round(float(written), 4)
    except ValueError:
        points = -1.0
    if not 0 <= points < 10_000:
        gathering.lose("points", Grade.CHANGED, points=in_short(written))
        return 1.0
    return points

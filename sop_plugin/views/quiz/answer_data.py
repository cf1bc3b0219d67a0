"""What counts as right at a question, as a script reads it. This is the reference of the format.

Only what scoring needs is here: words stand in the page. `kind` tells the rest:

    choice    right [bool] for each option, several
    truth     isTrue
    order     count of the items, whose numbers are their places in the right order
    match     rights [number of the choice] for each left side, choices: how many there are
    number    value, tolerance, units [[folded unit, what one of it is in the answer's unit]], unit
    words     accepted [text]
    blanks    blanks [data of a number or words]
    scenario  scenes [{id, choices [{to, points}]}], where `to` is the id of a scene or "end"
"""

from __future__ import annotations

from typing import Any

from sop_plugin.model.answers import Blanks, Choice, Matching, Numeric, Ordering, ShortAnswer, TrueFalse
from sop_plugin.model.question import Answer
from sop_plugin.model.scenario import Scenario


def answer_data(answer: Answer) -> dict[str, Any]:
    """The data of an answer, as JSON can hold it."""
    match answer:
        case Choice():
            right = [option.right for option in answer.options]
            return {"kind": "choice", "right": right, "several": answer.several}
        case TrueFalse():
            return {"kind": "truth", "isTrue": answer.is_true}
        case Ordering():
            return {"kind": "order", "count": len(answer.items)}
        case Matching():
            numbers = {text: number for number, text in enumerate(answer.choices)}
            return {"kind": "match", "rights": [numbers[pair.right] for pair in answer.pairs], "choices": len(numbers)}
        case Numeric():
            units = [[each.unit, each.factor] for each in answer.units]
            return {
                "kind": "number",
                "value": answer.value,
                "tolerance": answer.tolerance,
                "unit": answer.unit,
                "units": units,
            }
        case ShortAnswer():
            return {"kind": "words", "accepted": list(answer.accepted)}
        case Blanks():
            return {"kind": "blanks", "blanks": [answer_data(blank) for blank in answer.blanks]}
        case Scenario():
            scenes = [
                {"id": scene.id, "choices": [{"to": each.leads_to, "points": each.points} for each in scene.choices]}
                for scene in answer.scenes
            ]
            return {"kind": "scenario", "scenes": scenes}

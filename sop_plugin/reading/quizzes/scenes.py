"""The scenes of a branching case: the question's own part, and one heading further down for each scene."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from sop_plugin.model.scenario import END, Scenario, Scene, SceneChoice
from sop_plugin.reading.quizzes.cutting import BlockKind, Item, Part, items_of
from sop_plugin.reading.quizzes.marks import END_WORDS, box_of, leading, nearly_box
from sop_plugin.reading.quizzes.options import note_no_box
from sop_plugin.reading.quizzes.state import Reading
from sop_plugin.reading.scalars import as_id

_POINTS = re.compile(r"[-+]?[0-9]{1,4}(?:\.[0-9]{1,4})?")


def leads_on(parts: Sequence[Part], lines: Sequence[str]) -> bool:
    """Whether a choice in one of the parts leads to a scene: then they are a case, and no questions of their own."""
    return any(
        leading(item.text) is not None
        for part in parts
        for block in part.blocks
        if block.kind is BlockKind.BULLETS
        for item in items_of(block, lines)
    )


def read_scenario(opening: Scene | None, parts: Sequence[Part], number: int, state: Reading) -> Scenario:
    """The scenes in `parts`; the case begins in `opening` where that has choices, else in the first of them."""
    scenes = [opening] if opening else []
    taken = {part.id for part in parts}
    wanted = _targets(opening, parts, state.lines) - taken
    free = (name for each in count(1) if (name := f"scene-{each}") not in taken)
    for part in parts:
        place = state.places[number, "scenes", len(scenes)] = state.place(part.id or part.title, part.line)
        if not part.id:
            # Where choices lead to what the heading says, that was meant as the id.
            spelled = as_id(part.title) or ""
            part.id = spelled if spelled in wanted else ""
            wanted.discard(spelled)
            state.fault("scene-without-id", place, f"{part.title} {{#{part.id or next(free)}}}", title=part.title)
        scenes.append(_scene(part, number, len(scenes), state))
    return Scenario(tuple(scenes))


def _targets(opening: Scene | None, parts: Sequence[Part], lines: Sequence[str]) -> set[str]:
    """Where the choices of all scenes lead."""
    targets = {choice.leads_to for choice in opening.choices} if opening else set()
    blocks = (block for part in parts for block in part.blocks if block.kind is BlockKind.BULLETS)
    found = (leading(item.text) for block in blocks for item in items_of(block, lines))
    return targets | {each.target for each in found if each}


def _scene(part: Part, number: int, position: int, state: Reading) -> Scene:
    choices: list[SceneChoice] = []
    text: list[str] = []
    end = part.line + 1
    for block in part.blocks:
        end = block.end
        items = list(items_of(block, state.lines)) if block.kind is BlockKind.BULLETS else []
        if any(leading(item.text) or box_of(item.text) for item in items):
            read_scene_choices(items, number, position, choices, state)
        else:
            text.append("\n".join(state.lines[block.first : block.end]).strip("\n"))
    words = state.words("\n\n".join(text), part.line + 1, end)
    return Scene(part.id, state.words(part.title, part.line, part.line + 1), words, tuple(choices))


def read_scene_choices(
    items: Sequence[Item], number: int, scene: int, choices: list[SceneChoice], state: Reading
) -> None:
    """Adds what may be chosen in scene `scene` of question `number`.

    Without points of its own a ticked choice is worth 1 and another 0.
    """
    for item in items:
        box = box_of(item.text)
        if box is None and nearly_box(item.text):
            box = note_no_box(item, state)
        words = item.text[box.length :] if box else item.text
        found = leading(words)
        text = found.text if found else words
        at = len(choices)
        place = state.places[number, "scenes", scene, at] = state.place(words, item.line)
        points = float(box.ticked) if box else 0.0
        target = END
        if found is None:
            state.fault("choice-leads-nowhere", place, f"{words} -> {END}", text=text, target="")
        else:
            target = END if found.target.lower() in END_WORDS else found.target
            state.places[number, "scenes", scene, at, "target"] = state.place(found.target, item.line)
            if found.points and _POINTS.fullmatch(found.points):
                points = float(found.points)
            elif found.points:
                state.fault("answer-unreadable", state.place(found.points, item.line), text=found.points)
        end = item.line + 1 + item.rest.count("\n") + bool(item.rest)
        consequence = state.words(item.rest, item.line + 1, end)
        choices.append(SceneChoice(state.words(text, item.line, item.line + 1), target, points, consequence))

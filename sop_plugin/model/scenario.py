"""A branching case: each choice leads on, has a consequence and is worth points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

END = "end"
"""The target of a choice that brings the case to its end."""


@dataclass(frozen=True, slots=True)
class SceneChoice:
    """Something that may be said or done in a scene.

    `leads_to` is the id of the next scene, or END. `points` may be negative. `consequence` tells what comes of it.
    """

    text: str
    leads_to: str = END
    points: float = 0.0
    consequence: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment of the case. One without choices is an end of it. `title` is a line, `text` a text."""

    id: str
    title: str = ""
    text: str = ""
    choices: tuple[SceneChoice, ...] = ()

    @property
    def best(self) -> float:
        """The most points that a choice here is worth, at least 0."""
        return max((0.0, *(choice.points for choice in self.choices)))


@dataclass(frozen=True, slots=True)
class Scenario:
    """The scenes of a case, of which the first is where it begins."""

    scenes: tuple[Scene, ...]

    def scene(self, name: str) -> Scene | None:
        """The scene of that id, or None."""
        return next((scene for scene in self.scenes if scene.id == name), None)

    def walk(self, choices: tuple[int, ...]) -> Iterator[tuple[Scene, SceneChoice]]:
        """The scenes that `choices` pass, with what is chosen in each.

        It stops where the case ends, where a choice leads nowhere, or at a number that no choice has.
        """
        scene = self.scenes[0] if self.scenes else None
        for number in choices:
            if scene is None or not 0 <= number < len(scene.choices):
                return
            chosen = scene.choices[number]
            yield scene, chosen
            scene = None if chosen.leads_to == END else self.scene(chosen.leads_to)

    def is_over(self, choices: tuple[int, ...]) -> bool:
        """Whether `choices` bring the case to an end: by a choice that ends it, or in a scene without choices."""
        passed = list(self.walk(choices))
        if not passed or len(passed) < len(choices):
            return False
        last = passed[-1][1].leads_to
        reached = self.scene(last)
        return last == END or (reached is not None and not reached.choices)

    def reached(self) -> frozenset[str]:
        """The ids of the scenes that can be reached from the first, that one included."""
        found: dict[str, None] = {}
        todo = [self.scenes[0].id] if self.scenes else []
        by_id = {scene.id: scene for scene in reversed(self.scenes)}
        while todo:
            name = todo.pop()
            if name not in found and name in by_id:
                found[name] = None
                todo += [choice.leads_to for choice in by_id[name].choices]
        return frozenset(found)

    def ending(self) -> frozenset[str]:
        """The ids of the scenes from which an end can be reached."""
        before: dict[str, list[str]] = {}
        ends = []
        for scene in self.scenes:
            if not scene.choices or any(choice.leads_to == END for choice in scene.choices):
                ends.append(scene.id)
            for choice in scene.choices:
                before.setdefault(choice.leads_to, []).append(scene.id)
        found: dict[str, None] = {}
        while ends:
            name = ends.pop()
            if name not in found:
                found[name] = None
                ends += before.get(name, ())
        return frozenset(found)

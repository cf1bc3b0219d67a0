"""What can go wrong, collected from all steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from sop_plugin.model.step import CautionLevel
from sop_plugin.views.flow import Flow
from sop_plugin.views.prose import ProseWriter
from sop_plugin.views.step_views import StepView, StepViews

GRAVE = (CautionLevel.DANGER, CautionLevel.WARNING)
"""The levels of cautions that may cost life or health, the gravest first."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that may go wrong, as text without links, and the step where it may. `anchor` tells what to do."""

    words: Markup
    anchor: str
    step: StepView


@dataclass(frozen=True, slots=True)
class Danger:
    """A grave caution and its step."""

    level: CautionLevel
    words: Markup
    step: StepView


def troubles_of(views: StepViews, flow: Flow) -> tuple[Trouble, ...]:
    """The exceptions of all steps, in reading order."""
    return tuple(
        Trouble(_without_links(flow.condition(exception.when)), f"{view.step.id}.exception.{exception.id}", view)
        for view in views.by_id.values()
        for exception in view.step.exceptions
    )


def dangers_of(views: StepViews, prose: ProseWriter) -> tuple[Danger, ...]:
    """The grave cautions of all steps, dangers before warnings, each text once."""
    found: dict[str, Danger] = {}
    for danger in _dangers(views, prose):
        found.setdefault(str(danger.words), danger)
    return tuple(sorted(found.values(), key=lambda danger: GRAVE.index(danger.level)))


def _dangers(views: StepViews, prose: ProseWriter) -> Iterator[Danger]:
    for view in views.by_id.values():
        for caution in view.step.cautions:
            if caution.level in GRAVE:
                yield Danger(caution.level, escape(prose.plain(caution.text)), view)


def _without_links(html: Markup) -> Markup:
    """The words of HTML: what stands in a link may hold none itself."""
    return escape(html.striptags())

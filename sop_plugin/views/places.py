"""Places on the page that its own sentences point at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from sop_plugin.views.names import Names
from sop_plugin.views.step_views import StepView
from sop_plugin.views.wording import Wording


class Places:
    """Links to steps, ends, events, states and forms of this page; what is declared nowhere is named by its id."""

    def __init__(self, steps: Mapping[str, StepView], names: Names, wording: Wording) -> None:
        self._steps = steps
        self._names = names
        self._wording = wording

    def link(self, place: str) -> Markup:
        """A link to a step or an end."""
        view = self._steps.get(place)
        if view is None:
            return self._titled("end", self._names.ends, place)
        return Markup(
            f'<a class="sop-to" href="#{escape(place)}"><b>{escape(view.number)}</b> {escape(view.label)}</a>'
        )

    def event(self, event: str) -> Markup:
        return self._titled("event", self._names.events, event)

    def state(self, state: str) -> Markup:
        return self._titled("state", self._names.states, state)

    def is_end(self, place: str) -> bool:
        """Whether the id is an end and no step."""
        return place not in self._steps and place in self._names.ends

    def form(self, form: str) -> Markup:
        return self._titled("form", self._names.forms, form)

    def levels(self, class_id: str, levels: Iterable[str]) -> Markup:
        """Levels of a class, any of which counts."""
        return self._wording.listed((self._names.level(class_id, level) for level in levels), "page.list.or")

    def by_class(self, class_id: str, cases: Iterable[tuple[Iterable[str], str]]) -> Markup:
        """What holds for some levels of a class: pairs of levels and what holds for them."""
        say = self._wording.say
        told = (say("page.case", levels=self.levels(class_id, levels), value=value) for levels, value in cases)
        return say("page.by-class", name=self._names.class_title(class_id), cases=self._wording.clauses(told))

    def _titled(self, family: str, titles: Mapping[str, str], place: str) -> Markup:
        if place not in titles:
            return escape(place)
        return Markup(f'<a class="sop-to" href="#{family}.{escape(place)}">{escape(titles[place])}</a>')

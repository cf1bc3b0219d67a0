"""The ids that may be written at a place, with what they are called, and where each is declared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from sop_plugin.checks.registry import rule_names
from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Document
from sop_plugin.model.document import Path as Way
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.library import translations_by_original
from sop_plugin.model.resolve import quantities_of, steps_of
from sop_plugin.model.sop import Class, Sop
from sop_plugin.model.walk import ways_to_steps
from sop_plugin.pipeline.folder import ORGANISATION
from sop_plugin.pipeline.workspace import Workspace
from sop_plugin.words.catalogue import Catalogue


class Place(NamedTuple):
    """A stretch of a file of the content."""

    path: str
    span: Span


class _Titled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


class Names:
    """The ids that a file may use: its own, of a translation those of its original, and those of the whole house."""

    def __init__(self, workspace: Workspace, path: str, words: Catalogue) -> None:
        self._workspace = workspace
        self._words = words
        self.path = path
        self.document = workspace.understood(path)
        self.own_path = self._original() or path
        self._own = workspace.understood(self.own_path)

    @property
    def original(self) -> Document:
        """The file itself; of a translation, what it translates."""
        return self._own

    @property
    def covered(self) -> tuple[str, ...]:
        """The procedures that a quiz covers."""
        return self._own.quiz.head.sops if self._own.quiz else ()

    @property
    def sop(self) -> Sop | None:
        """The procedure of the file; of a translation, its original."""
        return self._own.sop

    def of(self, namespace: Namespace, within: str = "") -> dict[str, str]:
        """The ids of a family, each with its title or nothing. `within` is the procedure of a step, the form of a field
        and the class of a level; without it, a field and a level may be any.
        """
        sop = self.sop
        match namespace:
            case Namespace.RULE:
                return {name: self._words.text(f"rule.{name}.title") for name in rule_names()}
            case Namespace.SOP:
                return {facts.id: facts.title for facts in self._workspace.library.originals}
            case Namespace.QUIZ:
                return {facts.id: facts.title for facts in self._workspace.library.quizzes}
            case Namespace.STEP:
                named = map(self._sop_called, (within,) if within else self.covered)
                procedures = [sop] if sop and not within else list(named)
                return {step.id: step.title or "" for each in procedures if each for step in steps_of(each)}
            case Namespace.FIELD:
                forms = [form for form in sop.forms if within in ("", form.id)] if sop else []
                return {field.id: field.title for form in forms for field in form.fields}
            case Namespace.LEVEL:
                classes = [each for each in self._classes() if within in ("", each.id)]
                return {level.id: level.title for each in classes for level in each.levels}
            case Namespace.CLASS:
                return _titles(self._classes())
            case Namespace.QUANTITY:
                return quantities_of(sop) if sop else {}
            case _:
                return self._listed(namespace)

    def title(self, namespace: Namespace, identifier: str, within: str = "") -> str | None:
        """What an id is called; None where it is not declared."""
        return self.of(namespace, within).get(identifier)

    def declared(self, namespace: Namespace, identifier: str, within: str = "") -> Place | None:
        """Where an id is declared."""
        if namespace in (Namespace.SOP, Namespace.QUIZ) or (within and namespace is Namespace.STEP):
            return self._elsewhere(namespace, identifier, within)
        if namespace is Namespace.STEP and self.covered:
            found = (self._elsewhere(namespace, identifier, sop) for sop in self.covered)
            return next((place for place in found if place), None)
        if namespace in (Namespace.FIELD, Namespace.LEVEL, Namespace.QUANTITY):
            return self._within(namespace, identifier, within)
        for path in (self.path, self.own_path, ORGANISATION):
            for document in (self._workspace.document(path), self._workspace.understood(path)):
                span = document.declared.get(namespace, {}).get(identifier)
                if span and not (document.translation and path == self.path):
                    return Place(path, span)
        return None

    def _original(self) -> str | None:
        """The path of the file that this one translates."""
        pairs = translations_by_original(self._workspace.library)
        return next((original for original, translations in pairs.items() if self.path in translations), None)

    def _sop_called(self, name: str) -> Sop | None:
        found = self._workspace.library.by_id.get(name)
        return self._workspace.understood(found[0].path).sop if found else None

    def _classes(self) -> list[Class]:
        organisation = self._workspace.organisation
        return [*(self.sop.classes if self.sop else ()), *(organisation.classes if organisation else ())]

    def _listed(self, namespace: Namespace) -> dict[str, str]:
        known = dict(self._workspace.surroundings.known.get(namespace, {}))
        if self.sop is None:
            return known
        sop = self.sop
        own: dict[Namespace, Iterable[_Titled]] = {
            Namespace.END: sop.ends,
            Namespace.EVENT: sop.events,
            Namespace.STATE: sop.states,
            Namespace.FORM: sop.forms,
            Namespace.REFERENCE: sop.references,
            Namespace.POLICY: sop.policies,
            Namespace.TERM: sop.terms,
        }
        return _titles(own.get(namespace, ())) | known

    def _elsewhere(self, namespace: Namespace, identifier: str, within: str) -> Place | None:
        library = self._workspace.library
        by_id = library.quizzes_by_id if namespace is Namespace.QUIZ else library.by_id
        for facts in by_id.get(within or identifier, ()):
            if namespace is not Namespace.STEP:
                return Place(facts.path, facts.id_span)
            document = self._workspace.understood(facts.path)
            if span := document.declared.get(Namespace.STEP, {}).get(identifier):
                return Place(facts.path, span)
        return None

    def _within(self, namespace: Namespace, identifier: str, within: str) -> Place | None:
        """Where something is declared whose id is unique within its parent only."""
        organisation = self._workspace.understood(ORGANISATION)
        for path, document in ((self.own_path, self._own), (ORGANISATION, organisation)):
            for parent, way in _local(document, namespace):
                if way[-1] == identifier and within in ("", parent):
                    return Place(path, document.locate((*way[:-1], "id")))
        declared = self._own.declared.get(namespace, {}).get(identifier)
        return Place(self.own_path, declared) if declared else None


def _local(document: Document, namespace: Namespace) -> Iterable[tuple[str, Way]]:
    """The parents of local ids, with the way to each record and its id behind it."""
    source = document.sop or document.organisation
    if source is None:
        return
    if namespace is Namespace.LEVEL:
        for number, each in enumerate(source.classes):
            for position, level in enumerate(each.levels):
                yield each.id, ("classes", number, "levels", position, level.id)
        return
    if not isinstance(source, Sop):
        return
    for number, form in enumerate(source.forms):
        for position, field in enumerate(form.fields):
            yield form.id, ("forms", number, "fields", position, field.id)
    if namespace is Namespace.QUANTITY:
        for way, step in ways_to_steps(source):
            for position, setting in enumerate(step.settings):
                yield step.id, (*way, "settings", position, setting.id)


def _titles(things: Iterable[_Titled]) -> dict[str, str]:
    return {thing.id: thing.title for thing in things}

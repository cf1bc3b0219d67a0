"""One file as far as it could be understood, with the place of everything a check may want to point at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from sop_plugin.model.diagnostic import Fault, Span
from sop_plugin.model.fingerprint import step_fingerprint
from sop_plugin.model.flow_graph import FlowGraph, flow_graph, is_plainly_linear
from sop_plugin.model.kinds import Namespace
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.passage import Passage
from sop_plugin.model.question import Question
from sop_plugin.model.quiz import Quiz, QuizTranslation
from sop_plugin.model.rendition import Rendition
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.model.texts import by_step, texts
from sop_plugin.model.translation import Translation

Path = tuple[str | int, ...]
"""Keys and positions that lead to a value in a front matter: `("steps", 0, "exceptions", 1, "go")`."""


class Mention(NamedTuple):
    """An id that is pointed at.

    `of` is the form of a field, the class of a level, or the SOP of a step in another SOP. In the namespace END it is
    the target of a `go`: a step or an end.
    """

    namespace: Namespace
    id: str
    span: Span
    of: str = ""


class Link(NamedTuple):
    """A link in Markdown."""

    href: str
    span: Span


class Picture(NamedTuple):
    """A picture, video or file, in Markdown or under `media`."""

    file: str
    alt: str
    span: Span


class Fence(NamedTuple):
    """A fenced code block."""

    language: str
    span: Span


SizeOf = Callable[[str], tuple[int, int] | None]
"""The width and height in pixels of a picture, where they are known."""


class Prose(Protocol):
    """A Markdown text, parsed once: what is checked is what is published."""

    @property
    def plain(self) -> str:
        """The words without markup."""

    def html(
        self, resolve: Callable[[str], str], prefix: str, *, inline: bool = False, size_of: SizeOf = lambda _: None
    ) -> str:
        """Safe HTML. `resolve` turns a link of the author's into one for the page; ids get `prefix` before them.

        `size_of` gives the width and height in pixels of a picture as the author names it, where they are known.
        """

    def rendered(self) -> Prose:
        """The same, rendered already: what the parser made of it, which takes four times as much room, is let go."""


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown below the front matter, cut at the headings that carry a step's id.

    `intro` stands before the first of them; `details` belong to steps; `rest` is what follows under other headings.
    """

    intro: Prose | None = None
    details: Mapping[str, Prose] = field(default_factory=dict)
    rest: Prose | None = None

    def rendered(self) -> Body:
        """The same with each part rendered already."""
        return Body(
            self.intro and self.intro.rendered(),
            {step: part.rendered() for step, part in self.details.items()},
            self.rest and self.rest.rendered(),
        )


def _at_the_top(_: Path) -> Span:
    return Span(1, 1, 1, 1)


@dataclass(slots=True)
class Document:
    """A file's content and places. `path` is relative to the content root, with forward slashes.

    Exactly one of `sop`, `translation`, `organisation`, `quiz` and `quiz_translation` is set, or none where too little
    could be understood or the file is an ordinary page; `recognised` tells that it is meant to be one. `whole` is False
    where the front matter breaks off: more may stand behind. `declared` holds the ids that are unique in the file.
    `prose` holds the Markdown fields by their text; a text that is not in it has no markup. `text` is the whole file as
    it was decoded, and `passages()` gives every text in it with its place: ask it once something was found in `text`.
    `places` lead from the number of a quiz's question, and a part of it, to where that stands in the Markdown.
    `rendition` tells of an SOP in the words of a translation what is not translated; places are those of the original.
    """

    path: str
    text: str = ""
    sop: Sop | None = None
    translation: Translation | None = None
    organisation: Organisation | None = None
    quiz: Quiz | None = None
    quiz_translation: QuizTranslation | None = None
    recognised: bool = False
    whole: bool = True
    faults: list[Fault] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    declared: dict[Namespace, dict[str, Span]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    prose: dict[str, Prose] = field(default_factory=dict)
    body: Body = Body()
    headings: dict[str, Span] = field(default_factory=dict)
    places: dict[Path, Span] = field(default_factory=dict)
    locate: Callable[[Path], Span] = _at_the_top
    passages: Callable[[], Sequence[Passage]] = tuple
    rendition: Rendition | None = None
    _by_namespace: dict[Namespace, list[Mention]] = field(default_factory=dict, repr=False)
    _flow: FlowGraph | bool = field(default=False, repr=False)
    _graph: FlowGraph | None = field(default=None, repr=False)
    _texts: dict[str, dict[str, str]] | None = field(default=None, repr=False)
    _step_prints: dict[str, str] | None = field(default=None, repr=False)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of a quiz or of a translation of one."""
        quiz = self.quiz or self.quiz_translation
        return quiz.questions if quiz else ()

    @property
    def lang(self) -> str | None:
        """The language that the file says it is written in; None where it does not, so that it is the house's."""
        if self.organisation is not None:
            return self.organisation.language
        quiz = self.quiz or self.quiz_translation
        source = self.sop or self.translation or (quiz and quiz.head)
        return source.lang if source else None

    def to_show(self) -> Document:
        """The same for who only shows it, in a sixth of the room: its texts are rendered, and neither the file's text
        nor where a value stands in it is known any more.
        """
        return replace(
            self,
            text="",
            locate=_at_the_top,
            passages=tuple,
            prose={text: prose.rendered() for text, prose in self.prose.items()},
            body=self.body.rendered(),
        )

    def has(self, path: Path) -> bool:
        """Whether something stands in the file at `path`, even if it could not be read."""
        return self.locate(path) != self.locate(path[:-1])

    def mentioned(self, namespace: Namespace) -> list[Mention]:
        """The mentions in a namespace, in the order of the file. Sorted once, since a dozen rules ask."""
        if not self._by_namespace:
            for mention in self.mentions:
                self._by_namespace.setdefault(mention.namespace, []).append(mention)
        return self._by_namespace.get(namespace, [])

    def flow(self) -> FlowGraph | None:
        """Where the work goes; None where there is no SOP, or where each of its steps simply leads to the next.

        Made once, since every rule about the flow asks.
        """
        if self._flow is False and self.sop is not None:
            self._flow = is_plainly_linear(self.sop) or flow_graph(self.sop)
        return None if isinstance(self._flow, bool) else self._flow

    def graph(self) -> FlowGraph:
        """Where the work goes, also where each step simply leads to the next. Raises ValueError where there is no SOP.

        Made once, since the page and its checklist both follow it.
        """
        if self.sop is None:
            raise ValueError(f"{self.path} holds no SOP")
        if self._graph is None:
            self._graph = self.flow() or flow_graph(self.sop)
        return self._graph

    def step_prints(self) -> Mapping[str, str]:
        """The fingerprints of all steps by id, those of the original in every language, so that runs can be compared.

        Made once, since the page and its checklist both carry them.
        """
        if self._step_prints is None:
            sop = self.rendition.original if self.rendition else self.sop
            self._step_prints = {step.id: step_fingerprint(sop, step) for step in steps_of(sop)} if sop else {}
        return self._step_prints

    def texts_by_step(self) -> Mapping[str, Mapping[str, str]]:
        """The words of a procedure or a translation by step ("" outside all steps) and address, gathered once."""
        if self._texts is None:
            if self.sop is not None:
                self._texts = by_step(dict(texts(self.sop)), {step.id for step in steps_of(self.sop)})
            else:
                found = self.translation
                self._texts = by_step(found.words, set(found.steps)) if found else {}
        return self._texts

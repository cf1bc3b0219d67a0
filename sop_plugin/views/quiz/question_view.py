"""A question with all that its template says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup, escape

from sop_plugin.model.answers import BLANK, Choice, Matching, Numeric, Option, Ordering, ShortAnswer
from sop_plugin.model.fingerprint import fingerprint
from sop_plugin.model.flow import SopLink
from sop_plugin.model.question import QuestionKind
from sop_plugin.model.scenario import END, Scenario, SceneChoice
from sop_plugin.views.links import Links
from sop_plugin.views.prose import ProseWriter
from sop_plugin.views.quiz.sheet import AskedQuestion
from sop_plugin.views.wording import Wording

PLAIN_BLANK = "____"
"""A blank where no markup can stand: in a table of contents, in search."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of a page, and how its Markdown becomes HTML. `number` counts from 1."""

    number: int
    asked: AskedQuestion
    prose: ProseWriter
    links: Links
    wording: Wording

    @property
    def kind(self) -> str:
        """The way it asks."""
        kind = self.asked.question.kind
        assert kind is not None  # what has no answer is an error, and not published
        return kind.value

    @property
    def words(self) -> tuple[Markup, Markup]:
        """Its title and its text, with places to fill in for its blanks."""
        question, numbers = self.asked.question, count(1)
        title = self._with_blanks(self.prose.line(question.title), numbers)
        text = self._with_blanks(self.prose.block(question.text), numbers) if question.text else Markup()
        return title, text

    def _with_blanks(self, html: Markup, numbers: Iterator[int]) -> Markup:
        first, *rest = html.split(BLANK)
        return Markup().join(
            [first, *(self._blank(number) + part for part, number in zip(rest, numbers, strict=False))]
        )

    def _blank(self, number: int) -> Markup:
        said = self.wording.say("quiz.blank", number=str(number))
        return Markup('<span class="sop-blank" data-blank="{}"><span class="sop-unseen">{}</span></span>').format(
            number - 1, said
        )

    @property
    def plain_title(self) -> str:
        """Its title without markup."""
        return self.prose.plain(self.asked.question.title).replace(BLANK, PLAIN_BLANK)

    @property
    def plain_text(self) -> str:
        """Its text without markup."""
        return self.prose.plain(self.asked.question.text).replace(BLANK, PLAIN_BLANK)

    def option(self, option: Option) -> Markup:
        """An option: its words, or its picture."""
        if not option.picture:
            return self.prose.line(option.text)
        size = self.links.picture_size(option.picture)
        known = Markup(' width="{}" height="{}"').format(*size) if size else Markup()
        source = self.links.resolve(option.picture)
        return Markup('<img src="{}" alt="{}"{}>').format(source, option.text, known)

    @property
    def of_pictures(self) -> bool:
        """Whether its options are pictures."""
        return self.asked.question.kind is QuestionKind.PICTURE_CHOICE

    def mixed(self, answer: Ordering | Matching) -> tuple[tuple[int, str], ...]:
        """Items to bring into order, or sides to choose from, in an order that tells nothing, with their numbers."""
        texts = answer.items if isinstance(answer, Ordering) else answer.choices
        numbers = sorted(range(len(texts)), key=lambda number: fingerprint((self.asked.key, texts[number])))
        if isinstance(answer, Ordering) and numbers == sorted(numbers):
            numbers = [*numbers[1:], *numbers[:1]]
        return tuple((number, texts[number]) for number in numbers)

    def right(self, answer: ShortAnswer | Numeric) -> str:
        """What is right of what is typed, in words."""
        if isinstance(answer, ShortAnswer):
            return self.wording.listed(answer.accepted, "page.list.or")
        if answer.words:
            return answer.words.replace("+-", "±")
        number = f"{answer.value:g} {answer.unit}".strip()
        return f"{number} ± {answer.tolerance:g}" if answer.tolerance else number

    def right_options(self, answer: Choice) -> Iterable[Option]:
        """The options that are right."""
        return (option for option in answer.options if option.right)

    def leads_to(self, case: Scenario, choice: SceneChoice) -> Markup:
        """Where a choice of a case leads, as a link within the page."""
        scene = None if choice.leads_to == END else case.scene(choice.leads_to)
        if scene is None:
            return self.wording.words["quiz.case-ends"]
        title = self.prose.line(scene.title) if scene.title else escape(scene.id)
        return Markup('<a href="#{}">{}</a>').format(self.scene_anchor(scene.id), title)

    def scene_anchor(self, scene: str) -> str:
        """The place of a scene on the page."""
        return f"{self.asked.key}.{scene}"

    @property
    def tested(self) -> Sequence[Markup]:
        """Links to the steps and SOPs that it tests, each once."""
        places = dict.fromkeys((each.address.sop, each.address.step) for each in self.asked.question.tests)
        return [self.links.sop(SopLink(sop, step)) for sop, step in places]

"""Which pages a site has, before any is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from sop_plugin.checks.registry import rule_names
from sop_plugin.model.page import PageRef
from sop_plugin.pipeline.card import Card
from sop_plugin.pipeline.cards import cards_of, quiz_cards_of
from sop_plugin.pipeline.content import Content
from sop_plugin.pipeline.directory import Directory, directory_of
from sop_plugin.pipeline.folder import ORGANISATION, Folder
from sop_plugin.pipeline.keeping import Keeper
from sop_plugin.pipeline.page_refs import UNLISTED, checklist_page_of, faulty_page_of, generated, page_of
from sop_plugin.pipeline.quiz_pages import QuizPages
from sop_plugin.pipeline.quiz_subjects import Subjects
from sop_plugin.pipeline.shown_quizzes import shown_quiz
from sop_plugin.reading.picture_size import picture_size
from sop_plugin.views.entries import IndexEntry
from sop_plugin.views.rule_pages import rule_path
from sop_plugin.words.catalogue import Catalogue


@dataclass
class SitePlan:
    """The pages of a site that speaks `words`, and what is known of the procedures and quizzes behind them.

    `pages` are all pages by path; `hidden` are content files that are no pages (translations, the organisation file).
    `procedures` are those without errors, by path, `faulty` those with errors: their ids by path, empty where none
    could be read. `checklists` are the paths of procedures by those of their checklists' pages, `quizzes` the pages of
    quizzes. `picture_sizes` are those of what procedures show, by content path.
    """

    words: Catalogue
    pages: dict[str, PageRef]
    hidden: frozenset[str]
    procedures: Mapping[str, Card]
    faulty: Mapping[str, str]
    checklists: Mapping[str, str]
    quizzes: QuizPages
    directory: Directory
    picture_sizes: Mapping[str, tuple[int, int]]

    @cached_property
    def rule_pages(self) -> Mapping[str, str]:
        """The names of rules by the paths of their pages."""
        return {rule_path(name): name for name in rule_names()}

    @cached_property
    def entries(self) -> list[IndexEntry]:
        """The procedures for lists, in the order of their paths."""
        return [self.entry(card) for card in self.procedures.values()]

    def entry(self, card: Card) -> IndexEntry:
        """A procedure for lists."""
        return card.entry if card.entry.checklist in self.checklists else replace(card.entry, checklist="")


def plan_of(content: Content, keeper: Keeper, words: Catalogue) -> SitePlan:
    """The pages of a site that speaks `words`, made of what `content` says. `keeper` keeps cards between builds."""
    cards, parts = cards_of(content, keeper, words)
    hidden = frozenset({ORGANISATION, *filter(content.is_translation, content.files)})
    titles = {facts.path: facts.title for facts in content.procedures()}
    broken = sorted(path for path in content.files if path in content.broken and path not in hidden)
    faulty = [path for path in broken if not content.is_quiz(path)]
    in_force = [card for card in cards.values() if card.entry.status not in UNLISTED]
    quiz_pages = QuizPages(
        quiz_cards_of(content, keeper, words),
        partial(shown_quiz, content, words=words),
        Subjects(content, in_force, parts, words),
        content.folder,
        words,
        [path for path in broken if content.is_quiz(path)],
    )
    checklists = {card.entry.checklist: path for path, card in cards.items()}
    checklists = {checklist: path for checklist, path in checklists.items() if checklist not in content.folder.files}
    pages = {path: page_of(card, words) for path, card in cards.items()}
    pages |= {checklist: checklist_page_of(cards[path], words) for checklist, path in checklists.items()}
    pages |= {path: faulty_page_of(path, titles.get(path, path), words) for path in faulty}
    pages |= generated(words, has_quizzes=bool(quiz_pages.pages))
    pages |= {path: ref for path, ref in quiz_pages.pages.items() if path not in pages}
    return SitePlan(
        words=words,
        pages=dict(sorted(pages.items())),
        hidden=hidden,
        procedures=cards,
        faulty={path: facts.id if (facts := content.files[path].result.facts) else "" for path in faulty},
        checklists=checklists,
        quizzes=quiz_pages,
        directory=directory_of(cards.values()),
        picture_sizes=_picture_sizes(cards.values(), content.folder),
    )


def _picture_sizes(cards: Iterable[Card], folder: Folder) -> dict[str, tuple[int, int]]:
    """The sizes of the pictures that procedures show, by content path, as far as their files tell."""
    shown = {path for card in cards for path in card.pictures if path in folder.files}
    sizes = {path: picture_size(folder.root / path) for path in sorted(shown)}
    return {path: size for path, size in sizes.items() if size}

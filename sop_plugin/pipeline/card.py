"""What a site knows of each procedure before it makes its page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sop_plugin.checks.paths import resolved, target_of
from sop_plugin.model.document import Document
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.resolve import steps_of
from sop_plugin.model.sop import Sop
from sop_plugin.pipeline.entries import index_entry
from sop_plugin.pipeline.posters import sheets_of
from sop_plugin.pipeline.reviews import reviews_of
from sop_plugin.views.entries import IndexEntry
from sop_plugin.views.posters_page import SheetName
from sop_plugin.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Card:
    """A procedure in the words in which the site shows it: small beside its document, and kept from build to build.

    `source` is the content path of the file with its words: the translation's, where it is shown in that. `steps` are
    the titles of its steps by id, `pictures` the content paths of what it shows, `review_due` the day by which it is to
    be reviewed as a whole. `entry` names its checklist whether or not that is a page of the site. `written_in` is the
    language of its author.
    """

    source: str
    entry: IndexEntry
    was: tuple[str, ...]
    supersedes: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...]
    review_due: datetime.date | None
    sheets: tuple[SheetName, ...]
    department: str | None
    written_in: str

    @property
    def path(self) -> str:
        """The content path of the procedure."""
        return self.entry.path

    @property
    def is_translated(self) -> bool:
        """Whether it stands in other words than its author's."""
        return self.source != self.path

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that lead to it, the present one first."""
        return (self.entry.id, *self.was)


def card_of(
    document: Document, sop: Sop, source: str, lang: str, organisation: Organisation | None, words: Catalogue
) -> Card:
    """The card of a procedure that is shown in `lang`, for a site that speaks `words`."""
    entry = index_entry(document, sop, lang, organisation, words)
    return Card(
        source=source,
        entry=entry,
        was=sop.was,
        supersedes=sop.supersedes,
        steps=tuple((step.id, step.title) for step in steps_of(sop) if step.title),
        pictures=tuple(_pictures(document)),
        review_due=next((review.due for review in reviews_of(document, sop) if not review.step), None),
        sheets=sheets_of(entry, sop, organisation, words),
        department=sop.department,
        written_in=document.rendition.lang if document.rendition else entry.lang,
    )


def _pictures(document: Document) -> dict[str, None]:
    targets = (target_of(picture.file)[0] for picture in document.pictures)
    return dict.fromkeys(path for target in targets if target and (path := resolved(document.path, target)))

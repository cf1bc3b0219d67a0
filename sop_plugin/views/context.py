"""What a view is told about the site around its page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from sop_plugin.model.organisation import Organisation
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.model.sop import Status
from sop_plugin.words.catalogue import Catalogue

KEEP_NAMES = 30
"""Days that a device keeps names, unless the site says otherwise."""


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """Another version of the same SOP; `path` is its content path."""

    version: str
    status: Status
    effective: datetime.date | None
    path: str


@dataclass(frozen=True, slots=True)
class QuizLink:
    """A quiz about an SOP: the content path of its page, its title, and the language of that."""

    path: str
    title: str
    lang: str


@dataclass(frozen=True, slots=True)
class ViewContext:
    """The site as one SOP's page sees it.

    `titles` and `paths` hold every SOP's title and content path by id; `titles` may hold steps too, by
    `sop-id/step-id`. `url_of` turns a content path, with or without an anchor (`cafe/order.md#greet`), into a URL
    relative to this page. `path` is this page's own content path. `picture_sizes` holds width and height in pixels of
    pictures by content path; one that is not there gets a frame of 16 to 9. `site` gives the absolute address of a
    content path (`context.site.of("cafe/order.md#greet")`), as links on paper and QR codes need it; None where nobody
    has said where the site is published. `keep_names` is for how many days a device keeps the names typed on it; a page
    whose script uses the store says so to it with `data-keep-names`. `review_due` is the day by which the SOP is to
    be reviewed, `successors` are the ids of SOPs that supersede it. `feedback` is the template of the address for
    suggestions (`views/feedback.py`), None where the site wants none. `not_translated` is the line that the SOP is
    there in its original language only, None where that is the site's. `has_checklist` tells whether the SOP's
    checklist is a page of the site. `quizzes` are those about the SOP.
    """

    words: Catalogue
    organisation: Organisation | None
    titles: Mapping[str, str]
    paths: Mapping[str, str]
    url_of: Callable[[str], str]
    path: str
    edit_url: str | None = None
    versions: tuple[OtherVersion, ...] = ()
    picture_sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    site: SiteAddress | None = None
    keep_names: int = KEEP_NAMES
    review_due: datetime.date | None = None
    successors: tuple[str, ...] = ()
    feedback: str | None = None
    not_translated: Markup | None = None
    has_checklist: bool = False
    quizzes: tuple[QuizLink, ...] = ()

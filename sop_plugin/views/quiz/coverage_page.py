"""What of the procedures has a question: for whoever writes quizzes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sop_plugin.model.coverage import Coverage, Part, PartKind, Share
from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key

PATH = "quiz-coverage.md"
"""The content path the page would have if it were a file."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The shares of a procedure or a role, one for each kind of part and one of them all. `path` may be empty."""

    title: str
    path: str
    shares: tuple[Share, ...]
    whole: Share


def coverage_page(
    coverage: Coverage,
    titles: Mapping[str, str],
    paths: Mapping[str, str],
    roles: Mapping[str, str],
    words: Catalogue,
    url_of: Callable[[str], str],
) -> RenderedPage:
    """The shares by procedure and by role, and the parts without a question.

    `titles` are those of procedures by id and of steps by `sop/step` in the words of the site, `paths` the content
    paths of procedures by id, `roles` the titles of roles.
    """
    by_sop = [
        _row(of_sop, titles.get(sop, of_sop.parts[0].procedure), paths.get(sop, ""))
        for sop, of_sop in coverage.by_sop().items()
    ]
    named = {role: roles.get(role, role) or words.text("coverage.no-role") for role in coverage.roles()}
    by_role = [_row(coverage, title, role=role) for role, title in named.items()]
    heading = words.text("quiz-coverage.title")
    about = words.text("quiz-coverage.about")
    missing = [
        (part, _title(part, titles), _place(paths, part.address.sop, part.address.step)) for part in coverage.missing()
    ]
    html = template("quiz/coverage.html", words).render(
        title=heading,
        about=about,
        kinds=[words.text(enum_key(kind)) for kind in PartKind],
        tables=(
            ("by-sop", words.text("quiz-coverage.by-sop"), words.text("coverage.sop"), by_sop),
            ("by-role", words.text("quiz-coverage.by-role"), words.text("coverage.role"), by_role),
        ),
        whole=_row(coverage, words.text("coverage.total")),
        missing=missing,
        kind_name=lambda kind: words.text(enum_key(kind)),
        url_of=url_of,
    )
    return RenderedPage(
        title=heading,
        description=about,
        html=html,
        toc=(
            TocEntry("by-sop", words.text("quiz-coverage.by-sop")),
            TocEntry("by-role", words.text("quiz-coverage.by-role")),
            *((TocEntry("missing", words.text("quiz-coverage.missing")),) if missing else ()),
        ),
        anchors=frozenset({"by-sop", "by-role", *(("missing",) if missing else ())}),
        search=(SearchEntry("", heading, about),),
        lang=words.language,
        links=tuple(dict.fromkeys(filter(None, (*(row.path for row in by_sop), *(place for *_, place in missing))))),
        styles=("sop", "quiz"),
    )


def _row(coverage: Coverage, title: str, path: str = "", *, role: str | None = None) -> CoverageRow:
    shares = tuple(coverage.share(kind, role=role) for kind in PartKind)
    return CoverageRow(title, path, shares, coverage.share(role=role))


def _title(part: Part, titles: Mapping[str, str]) -> str:
    """A step's title in the words of the site; those of standards and exceptions are in no directory."""
    return titles.get(str(part.address), part.title) if part.kind is PartKind.STEP else part.title


def _place(paths: Mapping[str, str], sop: str, step: str) -> str:
    return f"{paths[sop]}#{step}" if sop in paths else ""

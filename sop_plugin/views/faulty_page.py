"""The page that stands in for an SOP with errors: an SOP is never published in part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.model.page import RenderedPage, SearchEntry
from sop_plugin.views.rule_pages import rule_path
from sop_plugin.views.templating import template
from sop_plugin.views.wording import Wording
from sop_plugin.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class FaultView:
    """A finding as the page shows it."""

    severity: Severity
    severity_name: Markup
    place: Markup
    rule: str
    about: str
    """Where the rule is explained."""

    message: str
    hint: str
    source_line: str
    corrected: str


def faulty_page(
    path: str,
    title: str,
    diagnostics: Sequence[Diagnostic],
    words: Catalogue,
    describe: Callable[[Diagnostic], tuple[str, str]],
    url_of: Callable[[str], str],
) -> RenderedPage:
    """Renders the findings in one file.

    `describe` gives the message and the hint of a finding, `url_of` the URL of a content path.
    """
    wording = Wording(words)
    html = template("faulty_page.html", words).render(
        w=wording.words,
        lang=words.language,
        path=path,
        title=title,
        faults=[
            _view(diagnostic, url_of(rule_path(diagnostic.rule)), wording, *describe(diagnostic))
            for diagnostic in diagnostics
        ],
    )
    return RenderedPage(
        title=title,
        description=words.text("page.faulty.title"),
        html=html,
        toc=(),
        anchors=frozenset(),
        search=(SearchEntry("", title, words.text("page.faulty.title")),),
        lang=words.language,
        links=tuple(dict.fromkeys(rule_path(diagnostic.rule) for diagnostic in diagnostics)),
    )


def _view(diagnostic: Diagnostic, about: str, wording: Wording, message: str, hint: str) -> FaultView:
    span = diagnostic.span
    return FaultView(
        severity=diagnostic.severity,
        severity_name=wording.name(diagnostic.severity),
        place=wording.say("page.faulty.place", line=str(span.line), column=str(span.column)),
        rule=diagnostic.rule,
        about=about,
        message=message,
        hint=hint,
        source_line=diagnostic.source_line,
        corrected=diagnostic.corrected,
    )

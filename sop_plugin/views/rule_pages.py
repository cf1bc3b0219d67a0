"""What each rule checks and why, with an example of the fault and of how it should be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from sop_plugin.model.page import RenderedPage, SearchEntry, TocEntry
from sop_plugin.model.rule import RuleDoc
from sop_plugin.views.plain_text import inline, paragraphs, without_marks
from sop_plugin.views.templating import template
from sop_plugin.views.yaml_code import yaml_code
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key
from sop_plugin.words.visible import escaped

INDEX_PATH = "reference/rules.md"
"""The content path the list of rules would have if it were a file."""


def rule_path(name: str) -> str:
    """The content path a rule's page would have if it were a file."""
    return f"reference/rules/{name}.md"


def rule_page(rule: RuleDoc, words: Catalogue) -> RenderedPage:
    """The page of one rule."""
    title = words.text(f"rule.{rule.name}.title")
    what, why = _told(rule, "what", rule.what, words), _told(rule, "why", rule.why, words)
    given = [(name, getattr(rule, name)) for name in ("organisation", "another", "before") if getattr(rule, name)]
    sections = ("what", "why", *(name for name, _ in given), "bad", "good")
    html = template("rule_page.html").render(
        title=title,
        rule=rule,
        severity=words.text(enum_key(rule.severity)),
        what=paragraphs(what),
        why=paragraphs(why),
        given=[(name, _example(example)) for name, example in given],
        bad=_example(rule.bad),
        good=_example(rule.good),
        text=words.text,
    )
    return RenderedPage(
        title=title,
        description=without_marks(what),
        html=html,
        toc=tuple(TocEntry(name, words.text(f"rules.{name}")) for name in sections),
        anchors=frozenset(sections),
        search=(SearchEntry("", title, f"{rule.name} {without_marks(what)}"),),
        lang=words.language,
        styles=("sop", "index", "reference"),
    )


def rules_index(rules: Sequence[RuleDoc], words: Catalogue, url_of: Callable[[str], str]) -> RenderedPage:
    """The list of rules, family by family in the order in which they first occur."""
    title, about = words.text("rules.title"), words.text("rules.about")
    families = {family: words.text(f"rules.family.{family}") for family in dict.fromkeys(rule.family for rule in rules)}
    html = template("rules_index.html").render(
        title=title,
        about=paragraphs(about),
        families=families,
        rules=rules,
        text=words.text,
        what=lambda rule: inline(_told(rule, "what", rule.what, words)),
        severity=lambda rule: words.text(enum_key(rule.severity)),
        url_of=lambda rule: url_of(rule_path(rule.name)),
    )
    return RenderedPage(
        title=title,
        description=without_marks(about),
        html=html,
        toc=tuple(TocEntry(family, name) for family, name in families.items()),
        anchors=frozenset(families),
        search=(SearchEntry("", title, without_marks(about)),),
        lang=words.language,
        links=tuple(rule_path(rule.name) for rule in rules),
    )


def _example(text: str) -> Markup:
    return yaml_code(escaped(text, keep="\n\t"))


def _told(rule: RuleDoc, part: str, english: str, words: Catalogue) -> str:
    key = f"rule.{rule.name}.{part}"
    return words.text(key) if words.has(key) else english

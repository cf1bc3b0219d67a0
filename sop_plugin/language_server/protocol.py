"""What was found, in the types of the protocol."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from lsprotocol import types as lsp

from sop_plugin.editing.suggestion import Sort, Suggestion
from sop_plugin.editing.symbols import Symbol
from sop_plugin.language_server.positions import range_of
from sop_plugin.model.diagnostic import Diagnostic, Severity
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.reports.messages import describe
from sop_plugin.views.rule_pages import rule_path
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.visible import escaped

SOURCE = "sop"

_SEVERITIES = MappingProxyType(
    {
        Severity.ERROR: lsp.DiagnosticSeverity.Error,
        Severity.WARNING: lsp.DiagnosticSeverity.Warning,
        Severity.INFO: lsp.DiagnosticSeverity.Information,
    }
)
_SORTS = MappingProxyType(
    {
        Sort.FIELD: lsp.CompletionItemKind.Property,
        Sort.CHOICE: lsp.CompletionItemKind.EnumMember,
        Sort.ID: lsp.CompletionItemKind.Reference,
        Sort.WORD: lsp.CompletionItemKind.Keyword,
    }
)
_STOP = re.compile(r"\$\{1:((?:[^}\\]|\\.)*)\}")
_ESCAPED = re.compile(r"\\([\\$}])")


class Speech:
    """How things are said to one editor about one content folder."""

    def __init__(self, words: Catalogue, encoding: str, site: SiteAddress | None, *, snippets: bool) -> None:
        self.words = words
        self.encoding = encoding
        self._site = site
        self._snippets = snippets

    def diagnostic(self, found: Diagnostic, lines: Sequence[str]) -> lsp.Diagnostic:
        """A finding; its hint stands below its message."""
        message = "\n".join(filter(None, describe(found, self.words)))
        return lsp.Diagnostic(
            range_of(found.span, lines, self.encoding),
            escaped(message, keep="\n"),
            _SEVERITIES[found.severity],
            found.rule,
            lsp.CodeDescription(self._site.of(rule_path(found.rule))) if self._site else None,
            SOURCE,
            data={"rule": found.rule, "instead": found.instead},
        )

    def completion(self, each: Suggestion, lines: Sequence[str]) -> lsp.CompletionItem:
        """A suggestion; an editor that knows no snippets gets their text alone."""
        is_snippet = each.snippet and self._snippets
        text = each.text if is_snippet or not each.snippet else plain(each.text)
        return lsp.CompletionItem(
            each.label,
            kind=_SORTS[each.sort],
            detail=each.detail or None,
            documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, each.help) if each.help else None,
            sort_text=f"{list(Sort).index(each.sort)}{each.order:03}{each.label}",
            filter_text=each.label,
            text_edit=lsp.TextEdit(range_of(each.span, lines, self.encoding), text),
            insert_text_format=lsp.InsertTextFormat.Snippet if is_snippet else lsp.InsertTextFormat.PlainText,
            insert_text_mode=lsp.InsertTextMode.AdjustIndentation,
        )

    def symbol(self, each: Symbol, lines: Sequence[str]) -> lsp.DocumentSymbol:
        """A step of the outline."""
        return lsp.DocumentSymbol(
            name=escaped(each.title) or each.name,
            kind=lsp.SymbolKind.Function if not each.within else lsp.SymbolKind.Namespace,
            range=range_of(each.span, lines, self.encoding),
            selection_range=range_of(each.at, lines, self.encoding),
            detail=each.name,
            children=[self.symbol(one, lines) for one in each.within],
        )


def plain(snippet: str) -> str:
    """A snippet without its stops."""
    return _STOP.sub(lambda match: _ESCAPED.sub(r"\1", match[1]), snippet)

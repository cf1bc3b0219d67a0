"""The items of a checklist as data, in the words of its page."""

from __future__ import annotations

from collections.abc import Iterable

from sop_plugin.model.checklist import Item, ItemSource
from sop_plugin.model.record import Form
from sop_plugin.views.condition_data import Data, bounds, filled, plain, tested
from sop_plugin.views.page_view import SopPageView

SIGNED = {ItemSource.CHECK: "checklist.item.checked", ItemSource.APPROVAL: "checklist.item.approved"}
"""Catalogue keys for whose signature is asked for."""


class ItemWriter:
    """Puts items into words."""

    def __init__(self, page: SopPageView) -> None:
        self._page = page
        self._forms = {form.id: form for form in page.sop.forms}

    def all(self, items: Iterable[Item]) -> list[Data]:
        """Items in their order."""
        return [self.one(item) for item in items]

    def one(self, item: Item) -> Data:
        """One item; what it has not is left out."""
        page = self._page
        form: Form | None = self._forms.get(item.form)
        return filled(
            id=item.id,
            kind=item.type.value,
            source=item.source.value,
            title=self._title(item),
            unit=item.unit,
            **bounds(item.range),
            rangeWords=item.range.words if item.range else None,
            choices=[{"id": choice.id, "title": choice.title} for choice in item.choices],
            optional=item.optional,
            onlyIf=plain(page.flow.condition(item.only_if)) if item.only_if else None,
            test=tested(item.only_if) if item.only_if else None,
            by=[page.names.role(role) for role in item.by],
            help=page.prose.plain(item.help) if item.help else None,
            field=item.field,
            form=filled(id=form.id, title=form.title) if form else None,
        )

    def _title(self, item: Item) -> str:
        page = self._page
        if item.source is ItemSource.DO:
            return str(page.context.words.text("checklist.item.done"))
        if item.source in SIGNED:
            roles = [page.names.role(role) for role in item.by]
            return page.wording.say(SIGNED[item.source], roles=page.wording.listed(roles)).unescape()
        return page.prose.plain(item.text)

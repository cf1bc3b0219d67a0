"""Cards and rendered pages, taken from what is kept where nothing that they depend on has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sop_plugin.model.page import RenderedPage, TocEntry
from sop_plugin.pipeline.cache import BROKEN
from sop_plugin.pipeline.lookups import Answers, Lookups
from sop_plugin.pipeline.plain import plain, restorer
from sop_plugin.pipeline.store import Kept, Store

_PAGE, _ASKED = "page", "asked"

Value = TypeVar("Value")
Make = Callable[[Lookups], RenderedPage]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendered page. `facts` is all but its HTML and table of contents, `whole()` all of it; `digest` is that of the
    whole, empty where it was made of what is not known. `is_old` where it is what was true once.
    """

    facts: RenderedPage
    digest: str
    whole: Callable[[], RenderedPage]
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """Digests of all that a page could look up: of `urls`, empty where nobody knows, and of the `rest`."""

    rest: str
    urls: str

    def has_urls_of(self, asked_key: str) -> bool:
        """Whether URLs are those under which a page was last asked what it looks up."""
        return bool(self.urls) and asked_key.startswith(f"{self.urls} ")


class Keeper:
    """Gives back what is kept, or makes it and keeps it. Without a store, all is made."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._restored: dict[tuple[str, str], tuple[str, Any]] = {}

    def value(
        self, kind: str, name: str, key: str, of: Any, make: Callable[[], Value | None], is_sound: Callable[[], bool]
    ) -> Value | None:
        """A value of the model, of the type `of`, made of what `key` is a digest of.

        What is None is not kept, nor is what was made when `is_sound` no longer holds.
        """
        if self._store is None:
            return make()
        if (kept := self._store.get(kind, name, key)) is not None:
            try:
                found: Value = self._restore(kind, name, kept, of)
            except BROKEN:
                pass
            else:
                return found
        value = make()
        if value is not None and is_sound():
            self._store.put(kind, name, key, _json(plain(value)))
        return value

    def text(self, kind: str, name: str, key: str, make: Callable[[], str]) -> str:
        """A text made of what `key` is a digest of."""
        if self._store is None:
            return make()
        kept = self._store.get(kind, name, key)
        return (kept or self._store.put(kind, name, key, make())).text

    def grown(self, kind: str, name: str, key: str, of: Any, make: Callable[[Value | None], Value]) -> Value:
        """A value of the model, of the type `of`, that is made of the one kept last, or of None where there is none.

        `key` is a digest of what makes it. What `make` gives back unchanged is not kept anew.
        """
        if self._store is None:
            return make(None)
        kept = self._store.get(kind, name, key)
        before: Value | None = self._last(kind, name, kept, of) if kept else None
        value = make(before)
        if kept is None or value is not before:
            kept = self._store.put(kind, name, key, "", _json(plain(value)))
        self._restored[kind, name] = kept.digest, value
        return value

    def hold(self, kind: str, name: str) -> None:
        """Keeps for a later build what this one has no need of."""
        if self._store is not None:
            self._store.get(kind, name)

    def page(
        self,
        name: str,
        key: str,
        lookups: Lookups,
        around: Around,
        make: Make,
        is_sound: Callable[[], bool],
        *,
        may_be_old: bool = False,
    ) -> Rendering:
        """A page made of what `key` is a digest of, and of what it looks up.

        `around` tells of all that could be looked up: where it is the same, nothing is looked up again. What was made
        when `is_sound` no longer holds is not kept. One that `may_be_old` is not made where there is one at all.
        """
        if self._store is None:
            page = make(lookups)
            return Rendering(page, "", lambda: page)
        store = self._store
        kept = store.get(_PAGE, name, key)
        with suppress(*BROKEN):
            if kept and self._still_holds(name, kept, lookups, around):
                return self._kept_page(name, kept, make, lookups)
            if may_be_old and (old := store.get(_PAGE, name)):
                self.hold(_ASKED, name)
                return replace(self._kept_page(name, old, make, lookups), is_old=True)
        answers: Answers = {}
        page = make(lookups.recorded(answers))
        if not is_sound():
            return Rendering(page, "", lambda: page)
        body = f"{_json(plain(page.toc))}\n{page.html}"
        kept = store.put(_PAGE, name, key, _json(plain(replace(page, html="", toc=()))), body)
        store.put(_ASKED, name, _asked_key(around, kept), _json(answers))
        return Rendering(page, kept.digest, lambda: page)

    def _still_holds(self, name: str, kept: Kept, lookups: Lookups, around: Around) -> bool:
        """Whether all that a kept page looked up is the same now. What it looked up is kept on."""
        assert self._store is not None
        asked = self._store.get(_ASKED, name)
        if asked is None:
            return False
        told = _asked_key(around, kept)
        if asked.key != told:
            if not lookups.still_answer(json.loads(asked.text), but_urls=around.has_urls_of(asked.key)):
                return False
            self._store.put(_ASKED, name, told, asked.text)
        return True

    def _kept_page(self, name: str, kept: Kept, make: Make, lookups: Lookups) -> Rendering:
        facts: RenderedPage = self._restore(_PAGE, name, kept, RenderedPage)
        return Rendering(facts, kept.digest, lambda: self._whole(name, facts, make, lookups))

    def _whole(self, name: str, facts: RenderedPage, make: Make, lookups: Lookups) -> RenderedPage:
        """A kept page with its HTML and table of contents; made again where these are damaged."""
        assert self._store is not None
        body = self._store.body(_PAGE, name)
        if body is None:
            return make(lookups)
        toc, _, html = body.partition("\n")
        return replace(facts, html=html, toc=restorer(tuple[TocEntry, ...])(json.loads(toc)))

    def _last(self, kind: str, name: str, kept: Kept, of: Any) -> Any:
        """The value that was kept as a body; None where that is damaged."""
        assert self._store is not None
        known = self._restored.get((kind, name))
        if known is not None and known[0] == kept.digest:
            return known[1]
        body = self._store.body(kind, name)
        try:
            return None if body is None else restorer(of)(json.loads(body))
        except BROKEN:
            return None

    def _restore(self, kind: str, name: str, kept: Kept, of: Any) -> Any:
        """The value in what is kept, made once in the life of the process."""
        known = self._restored.get((kind, name))
        if known is None or known[0] != kept.digest:
            known = kept.digest, restorer(of)(json.loads(kept.text))
            self._restored[kind, name] = known
        return known[1]


def _asked_key(around: Around, kept: Kept) -> str:
    return f"{around.urls} {around.rest} {kept.digest}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

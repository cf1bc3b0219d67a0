"""Puts what is new of a draft into a translation that is there, so that nothing in that is lost.

Both are trees of the YAML of a front matter. Steps are found by their ids wherever they stand, the items of other lists
by their ids or else by their places.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sop_plugin.drafting.words_only import step_lists
from sop_plugin.formatting.notes import Notes, is_collection
from sop_plugin.reading.yaml_tree import MappingNode, SequenceNode

_CONTROL = frozenset({"sop", "translates", "lang", "suppress", "id", "of", "draft"})
"""What tells of a translation and is no word of it."""

_OWN_IN_EACH_LANGUAGE = frozenset({"aliases", "tags", "also", "changes"})
"""Lists that may hold more or less than the original's: what somebody wrote is all there is."""


class Graft:
    """A draft laid into the front matter `root` of a translation, whose comments are `notes`.

    Steps named in `renewed`, and with "" among them the texts outside the steps, take the draft's words in the place of
    their own; of those named in `kept` nothing changes. All others get what they lack. After that, `added` are the ids
    of the steps that came whole, `grown` those of the others that got something, "" for what stands outside steps.
    """

    def __init__(self, root: Any, notes: Notes, *, renewed: Collection[str], kept: Collection[str]) -> None:
        self.added: list[str] = []
        self.grown: list[str] = []
        self._root = root
        self._notes = notes
        self._renewed = renewed
        self._kept = kept
        # Notes know nodes by their identity, which one that went must not leave to another.
        self._gone: list[Any] = []

    def put(self, draft: Any) -> None:
        """Lays the tree of a draft into the translation; takes its nodes."""
        known = {_id_of(step): (step, around) for step, around in _steps(self._root)}
        if self._laid("", self._root, draft):
            self.grown.append("")
        if not known:
            lists = [(key, value) for key, value in draft.items if key.value in step_lists()]
            self.added = [_id_of(step) for step, _ in _steps(draft)]
            self._root.items = [item for item in self._root.items if item[0].value not in step_lists()] + lists
            return
        before: tuple[Any, Any] | None = None
        waiting: list[Any] = []  # until a step comes that stands in the translation
        for step, _ in list(_steps(draft)):
            name = _id_of(step)
            if name in known:
                own, around = before = known[name]
                at = around.items.index(own)
                around.items[at:at] = waiting
                waiting = []
                if name not in self._kept and self._laid(name, own, step):
                    self.grown.append(name)
                continue
            step.items = [item for item in step.items if item[0].value not in step_lists()]
            self.added.append(name)
            if before is None:
                waiting.append(step)
            else:
                around = before[1]
                around.items.insert(around.items.index(before[0]) + 1, step)
                before = step, around
        next(iter(known.values()))[1].items += waiting

    def _laid(self, step: str, own: Any, draft: Any) -> bool:
        """Lays the words of a step, or of what stands outside all steps, into those that there are."""
        if step in self._renewed:
            return self._replace(own, draft)
        return self._add(own, draft)

    def _replace(self, own: Any, draft: Any) -> bool:
        """Puts the draft's words into the place of all of the same fields; gives whether any differ."""
        new = {key.value: (key, value) for key, value in draft.items if _is_words(key)}
        changed = False
        items = []
        for key, value in own.items:
            if not _is_words(key):
                items.append((key, value))
            elif key.value in new:
                text = new.pop(key.value)[1]
                changed = changed or _plain(text) != _plain(value)
                items.append((key, text))
            self._gone.append((key, value))
        own.items = [*items, *new.values()]
        return changed or bool(new)

    def _add(self, own: Any, draft: Any) -> bool:
        """Adds what a group lacks."""
        known = {key.value: value for key, value in own.items}
        added = False
        for key, value in draft.items:
            if not _is_words(key):
                continue
            there = known.get(key.value)
            if there is None:
                own.items.append((key, value))
                added = True
            elif key.value not in _OWN_IN_EACH_LANGUAGE:
                added = self._added_in(there, value) or added
        return added

    def _added_in(self, own: Any, draft: Any) -> bool:
        if type(own) is MappingNode and type(draft) is MappingNode:
            return self._add(own, draft)
        if type(own) is not SequenceNode or type(draft) is not SequenceNode:
            return False
        added = False
        ids = {_id_of(item): item for item in own.items if _id_of(item)}
        unnamed = [item for item in own.items if not _id_of(item)]
        place = 0
        for item in draft.items:
            there = ids.get(_id_of(item)) if _id_of(item) else next(iter(unnamed[place : place + 1]), None)
            place += not _id_of(item)
            if there is None:
                own.items.append(item)
                added = True
            else:
                added = self._added_in(there, item) or added
        return added

    def is_commented(self, step: str) -> bool:
        """Whether somebody noted something within a step, or for "" within what stands outside all steps."""
        return any(self._notes.within(value) for key, value in self._part(step).items if _is_words(key))

    def mark(self, step: str, word: str, mark: tuple[Any, Any]) -> None:
        """Gives a step, or with "" the file, the entry `mark` in the place of the one of the key `word`."""
        own = self._part(step)
        own.items = [item for item in own.items if item[0].value != word] + [mark]

    def _part(self, step: str) -> Any:
        """The group of fields of a step, or for "" that of the file."""
        return next((node for node, _ in _steps(self._root) if _id_of(node) == step), self._root)


def _is_words(key: Any) -> bool:
    return key.value not in _CONTROL and key.value not in step_lists()


def _steps(node: Any) -> Iterator[tuple[Any, Any]]:
    """The steps below a front matter or a step, each with the list around it, in the order of the file."""
    for key, value in node.items if type(node) is MappingNode else ():
        if getattr(key, "value", "") in step_lists() and type(value) is SequenceNode:
            for step in value.items:
                yield step, value
                yield from _steps(step)


def _id_of(node: Any) -> str:
    entries = node.items if type(node) is MappingNode else ()
    return next((str(value.value) for key, value in entries if key.value == "id"), "")


def _plain(node: Any) -> Any:
    if not is_collection(node):
        return node.value.strip()
    if type(node) is MappingNode:
        return {key.value: _plain(value) for key, value in node.items}
    return [_plain(item) for item in node.items]

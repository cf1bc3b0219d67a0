"""Reads a translation: the words of an SOP by address, checked against the model's own fields.

The addresses are those of `sop_plugin.model.texts`, so that words read here are found there.
"""

from __future__ import annotations

from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.document import Mention
from sop_plugin.model.fields import FieldSpec, Option, Shape, fields_of, shorthand_of
from sop_plugin.model.kinds import LANGUAGE_PATTERN, Markup, Namespace, Pattern, Words
from sop_plugin.model.sop import Sop
from sop_plugin.model.step import Caution, Step
from sop_plugin.model.suggestions import nearest, some_of
from sop_plugin.model.suppression import Suppression
from sop_plugin.model.texts import joined
from sop_plugin.model.translation import Translation
from sop_plugin.reading.conditions import GROUPS, OTHERWISE
from sop_plugin.reading.decode import field_decoder
from sop_plugin.reading.decoding import INVALID, Decoding, wrong_type
from sop_plugin.reading.scalars import scalar_text, string_decoder, words_decoder
from sop_plugin.reading.yaml_tree import MappingNode, SequenceNode

_OWN_KEYS = ("sop", "translates", "lang", "draft", "suppress")
_OWN_EXAMPLES = {"translates": "translates: cafe-order", "lang": "lang: en"}
_STEP_LISTS = ("steps", "triggered", "recurring")
_language = string_decoder(Pattern("language", LANGUAGE_PATTERN))
_suppressions = field_decoder(next(spec for spec in fields_of(Sop) if spec.key == "suppress"))
_words = {markup: words_decoder(markup) for markup in Markup}


class _Reader:
    """Gathers the words of one file."""

    def __init__(self, state: Decoding) -> None:
        self.state = state
        self.words: dict[str, str] = {}
        self.places: dict[str, Span] = {}
        self.of: dict[str, str] = {}
        self.drafts: dict[str, str] = {}
        self.own: dict[str, str] = {}
        self.suppress: tuple[Suppression, ...] = ()

    def record(self, node: Any, record: type, address: str, skip: tuple[str, ...] = ()) -> None:
        table = {spec.key: spec for spec in fields_of(record)}
        if type(node) is not MappingNode:
            short = shorthand_of(record)
            if short is None:
                wrong_type(self.state, node, "mapping")
            elif not carries_words(short):
                name = next(part for part in reversed(address.split("/")) if not part.isdecimal())
                self.state.fault("translated-field", node, field=name)
            else:
                self.field(node, short, joined(address, short.key))
            return
        given: set[str] = set()
        for key, child in node.items:
            word = str(getattr(key, "value", ""))
            if word in given:
                self.state.fault("duplicate-key", key, key=word)
            given.add(word)
            if word == "id" and address:
                self.places[address] = self.state.tree.span(child)
            if word in skip or word == "id":
                continue
            if word not in table:
                near = nearest(word, table)
                fields = some_of(table, word)
                self.state.fault("unknown-field", key, near, field=word, suggestion=near or "", fields=fields)
            elif word in _STEP_LISTS and record in (Sop, Step):
                self.steps(child)
            elif carries_words(table[word]):
                self.field(child, table[word], joined(address, word))
            else:
                self.state.fault("translated-field", key, field=word)

    def steps(self, node: Any) -> None:
        for item in node.items if type(node) is SequenceNode else [node]:
            if type(item) is not MappingNode:
                wrong_type(self.state, item, "mapping")
                continue
            entries = {getattr(key, "value", ""): value for key, value in item.items}
            step: Any = scalar_text(entries["id"], self.state, "id") if "id" in entries else INVALID
            if step is INVALID:
                if "id" not in entries:
                    self.state.fault("missing-field", item, field="id", of="@record.step", example="id: greet")
                continue
            self.state.mentions.append(
                Mention(Namespace.STEP, step, self.state.tree.span(entries["id"]), self.own.get("translates", ""))
            )
            declared = self.state.declared.setdefault(Namespace.STEP, {})
            if step in declared:
                self.state.fault("duplicate-id", entries["id"], id=step, line=str(declared[step].line))
            declared.setdefault(step, self.state.tree.span(entries["id"]))
            for word, found in (("of", self.of), ("draft", self.drafts)):
                if word in entries:
                    self.mark(entries[word], step, word, found)
            self.record(item, Step, step, skip=("of", "draft"))

    def mark(self, node: Any, step: str, word: str, found: dict[str, str]) -> None:
        """Reads what tells of a step, or under "" of the file, and is no word of it."""
        mark: Any = scalar_text(node, self.state, "fingerprint")
        if mark is not INVALID:
            found[step] = mark.removeprefix("@")
            self.places[joined(step, word)] = self.state.tree.span(node)

    def field(self, node: Any, spec: FieldSpec, address: str) -> None:
        many = any(option.many for option in spec.options)
        if not many:
            self.value(node, spec.options, address)
            return
        for position, item in enumerate(node.items if type(node) is SequenceNode else [node]):
            self.value(item, spec.options, joined(address, _part(item, position)))

    def value(self, node: Any, options: tuple[Option, ...], address: str) -> None:
        for option in options:
            if isinstance(option.marker, Words):
                self.text(node, option.marker.markup, address)
            elif option.shape is Shape.CONDITION:
                self.condition(node, address)
            elif option.type is Caution:
                child = node.items[0][1] if type(node) is MappingNode and len(node.items) == 1 else node
                self.text(child, Markup.INLINE, address)
            elif option.shape is Shape.RECORD and (type(node) is MappingNode or shorthand_of(option.type)):
                self.record(node, option.type, address)

    def text(self, node: Any, markup: Markup, address: str) -> None:
        text = _words[markup](node, self.state)
        if text is not INVALID:
            self.words[address] = text
            self.places[address] = self.state.tree.span(node)

    def condition(self, node: Any, address: str) -> None:
        """The words of a condition, by position in its groups. Tests of classes and numbers, which only keep the places
        of the others, and `otherwise` carry none.
        """
        if type(node) is not MappingNode:
            if getattr(node, "value", None) != OTHERWISE:
                self.text(node, Markup.INLINE, address)
            return
        for position, (key, value) in enumerate(node.items):
            if getattr(key, "value", None) in GROUPS:
                place = address if len(node.items) == 1 else joined(address, str(position))
                for number, part in enumerate(value.items if type(value) is SequenceNode else [value]):
                    self.condition(part, joined(place, str(number)))


def _has_key(node: MappingNode, name: str) -> bool:
    return any(getattr(key, "value", "") == name for key, _ in node.items)


def _part(node: Any, position: int) -> str:
    if type(node) is MappingNode:
        for key, value in node.items:
            if getattr(key, "value", "") == "id" and type(value) is ScalarEvent:
                return str(value.value)
    return str(position)


def carries_words(spec: FieldSpec) -> bool:
    """Whether a field holds words that a translation may carry."""
    return any(
        isinstance(option.marker, Words)
        or option.shape is Shape.CONDITION
        or option.type is Caution
        or (option.shape is Shape.RECORD and (option.type is Step or any(map(carries_words, fields_of(option.type)))))
        for option in spec.options
    )


def read_translation(node: MappingNode, state: Decoding) -> Translation | None:
    """The translation in a front matter that has `translates:`; None where it does not say of what and into what."""
    reader = _Reader(state)
    for key, child in node.items:
        word = getattr(key, "value", "")
        if word == "suppress":
            suppressions = _suppressions(child, state)
            reader.suppress = () if suppressions is INVALID else suppressions
        elif word == "draft":
            reader.mark(child, "", word, reader.drafts)
        elif word in _OWN_KEYS:
            text: Any = _language(child, state) if word == "lang" else scalar_text(child, state, "id")
            if text is not INVALID:
                reader.own[word] = text
                if word == "translates":
                    state.mentions.append(Mention(Namespace.SOP, text, state.tree.span(child)))
    for word in ("translates", "lang"):
        if not _has_key(node, word) and state.tree.whole:
            state.fault("missing-field", node, field=word, of="@record.translation", example=_OWN_EXAMPLES[word])
    reader.record(node, Sop, "", skip=_OWN_KEYS)
    if "translates" not in reader.own or "lang" not in reader.own:
        return None
    own = reader.own
    steps = tuple(state.declared.get(Namespace.STEP, ()))
    return Translation(
        translates=own["translates"],
        lang=own["lang"],
        words=reader.words,
        of=reader.of,
        drafts=reader.drafts,
        steps=steps,
        places=reader.places,
        suppress=reader.suppress,
    )

"""From nodes to the model: one decoder for each class, compiled once from the model's own fields.

A decoder returns the value, or INVALID after noting a fault; what is invalid is left at its default so that the rest of
the file is still read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import repeat
from operator import call
from typing import Any

from yaml.events import ScalarEvent

from sop_plugin.model.condition import Said
from sop_plugin.model.diagnostic import Fault
from sop_plugin.model.fields import FieldSpec, Option, Shape, fields_of, shorthand_of
from sop_plugin.model.kinds import Declares, Markup, Refers, Words
from sop_plugin.model.suggestions import nearest, some_of
from sop_plugin.reading.brace_slips import note_text_cut_by_comma
from sop_plugin.reading.closer_look import CLOSER_LOOKS
from sop_plugin.reading.conditions import decode_condition
from sop_plugin.reading.decoding import INVALID, Decoder, Decoding, wrong_type
from sop_plugin.reading.lists import (
    note_comma,
    note_list_of_another_make,
    note_marked_items,
    note_text_for_record,
)
from sop_plugin.reading.notation_decoders import NOTATION_DECODERS
from sop_plugin.reading.scalars import (
    colon_in_text,
    decode_boolean,
    decode_date,
    decode_integer,
    enum_decoder,
    string_decoder,
)
from sop_plugin.reading.synonyms import field_called
from sop_plugin.reading.yaml_slips import glued_field, quoted
from sop_plugin.reading.yaml_tree import MappingNode, SequenceNode
from sop_plugin.words.keys import record_key

_SENTENCE_END = ("。", ".", "!", "?", "！", "？", "；")
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))


@cache
def record_decoder(record: type) -> Decoder:
    """The decoder of a class of the model, written as a mapping or, where it has one, in short form."""
    specs = fields_of(record)
    table: dict[str, tuple[int, Decoder]] = {}
    required = [(index, spec.key) for index, spec in enumerate(specs) if spec.required]
    defaults = [spec.default for spec in specs]
    make = _maker(record)
    short = shorthand_of(record)
    short_words = short is not None and _holds_words(short.options)
    may_be_line = short_words or (short is None and required[:1] == [(0, "id")])
    closer_look = CLOSER_LOOKS.get(record)

    def decode(node: Any, state: Decoding) -> Any:
        if not table:
            # Filled at the first use, since steps hold steps.
            table.update((spec.key, (i, field_decoder(spec))) for i, spec in enumerate(specs))
        if type(node) is not MappingNode:
            slot = table[short.key] if short else None
            return _from_short_form(node, slot, defaults, make, state) if slot else _note_no_record(node, record, state)
        if may_be_line and _is_text_with_colon(node, table, any_word=short_words):
            return colon_in_text(node, state) if short_words else _note_no_record(node, record, state)
        values = defaults.copy()
        given = set()
        for number, (key, child) in enumerate(node.items):
            word: Any = getattr(key, "value", None)
            slot = table.get(word)
            if slot is None:
                word, child = _meant_key(number, node, table, state)
                if word is None:
                    continue
                slot = table[word]
            if word in given:
                state.fault("duplicate-key", key, key=word)
                continue
            given.add(word)
            value = slot[1](child, state)
            if value is not INVALID:
                values[slot[0]] = value
        lacking = [pair for pair in required if values[pair[0]] is None]
        if lacking:
            # A record that lacks what is required cannot be; its fault is noted, and the list goes on without it.
            _note_missing(node, record, lacking, given, state)
            return _patched(record, values, lacking)
        made = make(values)
        if closer_look:
            closer_look(made, given, node, state)
        return made

    return decode


def _from_short_form(
    node: Any, slot: tuple[int, Decoder], defaults: list[Any], make: Callable[[list[Any]], Any], state: Decoding
) -> Any:
    """A record written as a single value, which stands for the field at `slot`."""
    if type(node) is ScalarEvent and node.value == "" and not node.style:
        return wrong_type(state, node, "mapping")
    values = defaults.copy()
    values[slot[0]] = value = slot[1](node, state)
    return value if value is INVALID else make(values)


def _note_no_record(node: Any, record: type, state: Decoding) -> Any:
    """Notes what stands in place of a record that has no short form; a line of text may hold what the record needs."""
    parts = node.items[0] if type(node) is MappingNode else (node,)
    if not all(type(part) is ScalarEvent and part.value.strip() for part in parts):
        return wrong_type(state, node, "mapping")
    text = ": ".join(part.value.strip() for part in parts)
    specs = fields_of(record)
    keys = [spec.key for spec in specs if spec.required]
    if keys == ["id"] and any(spec.key == "title" for spec in specs):
        keys.append("title")
    return note_text_for_record(node, text, keys, state)


def _maker(record: type) -> Callable[[list[Any]], Any]:
    """Makes a record of the values of all its fields.

    A frozen class sets each of its own fields the long way round; steps have some sixty, and there are many steps.
    """
    put = [getattr(record, spec.attribute).__set__ for spec in fields_of(record)]
    new = object.__new__

    def make(values: list[Any]) -> Any:
        made: Any = new(record)
        # Setting a field gives None, so that `any` goes on to the last, without a loop of our own.
        any(map(call, put, repeat(made), values))
        return made

    return make


def _note_missing(node: Any, record: type, lacking: list[tuple[int, str]], given: set[str], state: Decoding) -> None:
    """Notes the required fields that do not stand in the file; where it was cut off they may."""
    if not state.tree.whole or state.is_full:
        return
    for _, word in lacking:
        if word not in given:
            state.fault("missing-field", node, field=word, of=f"@{record_key(record)}", example=_example(record, word))


def _is_text_with_colon(node: MappingNode, table: dict[str, Any], *, any_word: bool) -> bool:
    """Whether `- Water: not above 95 °C` was meant as a text: no field is called so, nor nearly so.

    Where no text may stand at all, nothing but several words or Chinese ones say so (not `any_word`).
    """
    if len(node.items) != 1 or node.start.flow_style:
        return False
    word = getattr(node.items[0][0], "value", None)
    if word is None or word in table or not (any_word or " " in word or not word.isascii()):
        return False
    return nearest(word, table) is None and (any_word or field_called(word, table) is None)


def _example(record: type, key: str) -> str:
    """How a missing field could read."""
    return next(spec.line for spec in fields_of(record) if spec.key == key)


def _patched(record: type, values: list[Any], lacking: list[tuple[int, str]]) -> Any:
    """A record that lacks required fields: kept, if it has its id, so that references to it are no second fault."""
    specs = fields_of(record)
    for index, _ in lacking:
        option = specs[index].options[0]
        if option.many:
            values[index] = ()
        elif option.shape is Shape.CONDITION:
            values[index] = Said("")
        elif option.shape is Shape.STRING and specs[index].attribute != "id":
            values[index] = ""
        else:
            return INVALID
    return record(*values) if any(spec.attribute == "id" for spec in specs) else INVALID


def _meant_key(number: int, node: MappingNode, table: dict[str, Any], state: Decoding) -> tuple[str | None, Any]:
    """Notes a key that is no field; gives the field it is a slip of, if that is not there itself, and its value.

    What stands under a misspelt `steps` is read all the same: else every mention of a step were a fault too.
    """
    key, child = node.items[number]
    if type(key) is not ScalarEvent:
        state.fault("key-not-text", key)
        return None, child
    if key.value == "<<":
        state.fault("yaml-merge-key", key)
        return None, child
    if node.start.flow_style and (glued := glued_field(key.value, table)):
        word, child = _unglued(key, glued, state)
        near: str | None = word
    elif note_text_cut_by_comma(number, node, table, state):
        return None, child
    else:
        near = field_called(key.value, table) or nearest(key.value, table)
        if not state.is_full:
            fields = some_of(table, near or key.value)
            state.fault("unknown-field", key, near, field=key.value, suggestion=near or "", fields=fields)
    if near is None or near in state.words_of(node):
        return None, child
    node.meant = {**(node.meant or {}), near: key.value}
    return near, child


def _unglued(key: Any, glued: tuple[str, str, str], state: Decoding) -> tuple[str, Any]:
    """Notes `{use:milk}`, in which no space parts the field from its value; gives the two apart."""
    word, slip, value = glued
    arguments = {"problem": f"@yaml-problem.{slip}", "hint": "@advice.space-behind-colon"}
    state.faults.append(Fault("yaml-syntax", state.tree.span(key), arguments, f"{word}: {value}"))
    return word, ScalarEvent(None, None, (True, False), value, key.start_mark, key.end_mark)


@cache
def field_decoder(spec: FieldSpec) -> Decoder:
    """The decoder of a field's value."""
    single = {o.shape: option_decoder(o) for o in spec.options if not o.many}
    many = [o for o in spec.options if o.many]
    if not many:
        return next(iter(single.values())) if len(single) == 1 else _by_make(single)
    item_decoder = option_decoder(many[0]) if len(many) == 1 else _by_make({o.shape: option_decoder(o) for o in many})
    words = any(map(_stands_for_words, many))
    titles = all(o.marker == Words(Markup.NONE) for o in many)
    ids = all(map(_is_one_word, many))
    record_only = all(o.shape is Shape.RECORD and shorthand_of(o.type) is None for o in many)
    local = _has_local_id(many)

    def decode(node: Any, state: Decoding) -> Any:
        if type(node) is SequenceNode:
            if spec.required and not node.items:
                return state.fault("missing-value", node, expected="@expected.list")
            if words and node.start.flow_style and len(node.items) > 1:
                _look_for_split_sentence(node, state, titles=titles)
            if ids and node.start.flow_style and _holds_comma(node, state):
                return INVALID
            values = [item_decoder(child, state) for child in node.items]
            items = [value for value in values if value is not INVALID]
            if len(items) < len(values):
                node.understood = [
                    child for child, value in zip(node.items, values, strict=True) if value is not INVALID
                ]
            if local:
                _look_for_twins(node, state)
            return tuple(items)
        if single and type(node) is MappingNode:
            return next(iter(single.values()))(node, state)
        if record_only and (found := note_list_of_another_make(node, state)) is not None:
            return found
        if (ids and note_comma(node, state, bare=True)) or (
            type(node) is ScalarEvent and note_marked_items(node, state)
        ):
            return INVALID
        item = item_decoder(node, state)
        return item if item is INVALID else (item,)

    return decode


def _stands_for_words(option: Option) -> bool:
    """Whether a plain value is a text for people: as such, or as the short form of a record."""
    short = shorthand_of(option.type) if option.shape is Shape.RECORD else None
    return _holds_words(short.options if short else (option,))


def _is_one_word(option: Option) -> bool:
    """Whether a plain value is an id or a fixed word: as such, or as the short form of a record."""
    short = shorthand_of(option.type) if option.shape is Shape.RECORD else None
    options = short.options if short else (option,)
    return all(o.shape is Shape.ENUM or isinstance(o.marker, Refers) for o in options)


def _holds_words(options: tuple[Option, ...]) -> bool:
    return any(isinstance(option.marker, Words) for option in options)


def _by_make(decoders: dict[Shape, Decoder]) -> Decoder:
    """For a field that is a mapping in one reading and a short text in another."""
    record = decoders[Shape.RECORD]
    other = next(decoder for shape, decoder in decoders.items() if shape is not Shape.RECORD)
    return lambda node, state: record(node, state) if type(node) is MappingNode else other(node, state)


def _has_local_id(options: list[Option]) -> bool:
    return any(
        option.shape is Shape.RECORD
        and any(
            isinstance(o.marker, Declares) and o.marker.local for spec in fields_of(option.type) for o in spec.options
        )
        for option in options
    )


def _look_for_twins(node: SequenceNode, state: Decoding) -> None:
    """Ids that are unique within their list only are compared here; the others when they are declared."""
    seen: dict[str, Any] = {}
    for item in node.items:
        if type(item) is not MappingNode:
            continue
        for key, value in item.items:
            if getattr(key, "value", None) == "id" and type(value) is ScalarEvent:
                if value.value in seen:
                    first = state.tree.span(seen[value.value])
                    state.fault("duplicate-id", value, id=value.value, line=str(first.line))
                else:
                    seen[value.value] = value


def _look_for_split_sentence(node: SequenceNode, state: Decoding, *, titles: bool) -> None:
    """`[Hot, not burnt]` is two items to YAML; to its author it was one sentence.

    Of titles, `[EVA, extravehicular activity]`, nothing but a quotation mark without its partner says so.
    """
    texts = [item.value for item in node.items if type(item) is ScalarEvent and not item.style]
    if len(texts) < len(node.items):
        return
    later = texts[1:]
    lower = any(text[:1].islower() and " " in text for text in later) and texts[0][:1].isupper()
    ended = any(text.endswith(_SENTENCE_END) for text in texts)
    if ((lower or ended) and not titles) or any(map(_has_open_quote, texts)):
        whole = ", ".join(texts)
        state.fault("sentence-split-by-comma", node, f"[{quoted(whole)}]", parts=str(len(texts)), text=whole)


def _holds_comma(node: SequenceNode, state: Decoding) -> bool:
    """Whether full-width commas stand within the items; each such item is noted."""
    noted = [item for item in node.items if note_comma(item, state, bare=False)]
    return bool(noted)


def _has_open_quote(text: str) -> bool:
    return not text.isascii() and any(text.count(first) != text.count(last) for first, last in _QUOTES)


@cache
def option_decoder(option: Option) -> Decoder:
    """The decoder of one way to fill a field."""
    match option.shape:
        case Shape.RECORD:
            return record_decoder(option.type)
        case Shape.STRING:
            return string_decoder(option.marker)
        case Shape.ENUM:
            return enum_decoder(option.type)
        case Shape.CONDITION:
            return decode_condition
        case Shape.INTEGER:
            return decode_integer
        case Shape.BOOLEAN:
            return decode_boolean
        case Shape.DATE:
            return decode_date
        case Shape.NOTATION:
            return NOTATION_DECODERS[option.type]

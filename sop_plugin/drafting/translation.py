"""Drafts the translation of one procedure, or what a translation that is there lacks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sop_plugin.drafting.grafting import Graft
from sop_plugin.drafting.words_only import Told, WordsOnly, steps_in
from sop_plugin.formatting.front_matter import formatted
from sop_plugin.formatting.layout import laid_out
from sop_plugin.formatting.notes import Notes
from sop_plugin.model.document import Document
from sop_plugin.model.kinds import Markup
from sop_plugin.model.pins import drafted_fingerprint, suspect_steps, translated_fingerprint
from sop_plugin.model.sop import Sop
from sop_plugin.reading.document import FORMAT, read_document
from sop_plugin.reading.line_ends import split
from sop_plugin.reading.source import BOM, read_source
from sop_plugin.reading.yaml_tree import parse_tree

MIXED = "true"
"""The mark of a draft that somebody's own words stand in too, so that no later draft may take its place."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A translation with drafted words, as `data`; what was there and no draft still stands in it as it was.

    Of the steps, `added` were not there, `grown` got words that they lacked, `renewed` are drafts that took the place
    of older drafts, "" for what stands outside the steps. `kept` are changed in the original since somebody translated
    them, or changed the draft of them: that is for somebody to do again.
    """

    data: bytes
    added: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def new_draft(original: Document, lang: str, path: str, tell: Callable[[str, Markup], str]) -> Draft:
    """A translation of `original` into `lang`, for a file at `path`; `tell` translates a text.

    Raises ValueError where `original` is no procedure that could be read whole.
    """
    told = _told(original, lang, tell)
    source = read_source(original.path, original.text.encode())
    body = tell(source.body, Markup.BLOCK) if source.body.strip() else ""
    drafts = ["", *(step["id"] for step in steps_in(told))]

    def file() -> bytes:
        return formatted(path, f"---\n{_as_yaml(told)}---\n{body}".encode()).data

    document = read_document(path, file())
    told["draft"] = drafted_fingerprint(document, "")
    for step in steps_in(told):
        step["draft"] = drafted_fingerprint(document, step["id"])
    return Draft(file(), added=tuple(drafts))


def grown_draft(
    original: Document, lang: str, translation: Document, data: bytes, tell: Callable[[str, Markup], str]
) -> Draft | None:
    """The `translation` of `original`, read from `data`, with drafts of what it lacks; `tell` translates a text.

    None where the translation is written in such a way that nothing could be put into it with all else as it was.
    Raises ValueError where one of them could not be read whole.
    """
    words = translation.translation
    if words is None or not translation.whole:
        raise ValueError(f"{translation.path} is no translation that could be read whole")
    told = _told(original, lang, tell)
    source = read_source(translation.path, data)
    header = source.header or ""
    tree = parse_tree(header, 1)
    notes = Notes(tree.root, header)
    draft: Any = parse_tree(_as_yaml(told), 1).root
    suspect = {"": ""} | suspect_steps(original, words)
    machine = {step for step, mark in words.drafts.items() if mark == drafted_fingerprint(translation, step)}
    graft = Graft(tree.root, notes, renewed=(), kept=())
    renewed = {step for step in machine & suspect.keys() if not graft.is_commented(step)}
    kept = tuple(step for step in suspect if step and step not in renewed)
    graft = Graft(tree.root, notes, renewed=renewed, kept=kept)
    graft.put(draft)
    changed = [*graft.added, *graft.grown]
    if not changed:
        return Draft(data, kept=kept)

    def file() -> bytes:
        raw = split(data.removeprefix(BOM).decode())
        text = raw.replaced(1, source.body_line - 2, laid_out(tree.root, notes, Sop)).joined()
        return (BOM if data.startswith(BOM) else b"") + text.encode()

    for step in changed:
        graft.mark(step, "draft", _entry("draft", MIXED))
    for step in (step for step in changed if step in renewed and step):
        graft.mark(step, "of", _entry("of", suspect[step]))
    document = read_document(translation.path, file())
    for step in changed:
        if step in renewed or step in graft.added:
            graft.mark(step, "draft", _entry("draft", drafted_fingerprint(document, step)))
    result = file()
    if not _says_the_same(translation, read_document(translation.path, result), renewed):
        return None
    grown = tuple(step for step in graft.grown if step not in renewed)
    new = tuple(step for step in graft.grown if step in renewed)
    return Draft(result, tuple(graft.added), grown, new, kept)


def _told(original: Document, lang: str, tell: Callable[[str, Markup], str]) -> dict[str, Any]:
    """The front matter of a whole draft, in the order in which the original has it."""
    sop = original.sop
    source = read_source(original.path, original.text.encode())
    tree = parse_tree(source.header or "", 1)
    told: Told = WordsOnly(tell).record(tree.root, Sop) if sop and original.whole else None
    if sop is None or not isinstance(told, dict):
        raise ValueError(f"{original.path} is no procedure")
    for step in steps_in(told):
        name = step.pop("id")
        control = {"id": name, "of": translated_fingerprint(original, name), "draft": MIXED}
        words = dict(step)
        step.clear()
        step |= control | words
    return {"translates": sop.id, "lang": lang, "draft": MIXED} | told


def _as_yaml(told: Mapping[str, Any]) -> str:
    """A front matter in YAML, its texts as JSON has them, a blank line before each group of several lines."""
    lines = [f"sop: {FORMAT}"]
    for key, value in told.items():
        if isinstance(value, list):
            lines.append("")
        lines += _entry_lines(key, value)
    return "".join(f"{line}\n" for line in lines)


def _entry_lines(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"
    elif not value:
        yield f"{key}: {json.dumps(value)}"
    else:
        yield f"{key}:"
        yield from (f"  {line}" for line in _value_lines(value))


def _value_lines(value: Any) -> Iterator[str]:
    if isinstance(value, str) or not value:
        yield json.dumps(value, ensure_ascii=False)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _entry_lines(key, item)
    else:
        for item in value:
            first, *others = _value_lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)


def _entry(key: str, value: str) -> tuple[Any, Any]:
    """A key and its value as nodes."""
    root: Any = parse_tree(f"{key}: {value}\n", 1).root
    entry: tuple[Any, Any] = root.items[0]
    return entry


def _says_the_same(before: Document, after: Document, renewed: set[str]) -> bool:
    """Whether all that somebody wrote is read from a translation as before."""
    if after.translation is None or len(after.faults) > len(before.faults):
        return False
    now = after.texts_by_step()
    return all(
        now.get(step, {}).get(address) == text
        for step, texts in before.texts_by_step().items()
        if step not in renewed
        for address, text in texts.items()
    )

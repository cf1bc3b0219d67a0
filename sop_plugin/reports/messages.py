"""The message and the hint of a diagnostic, in a language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sop_plugin.model.diagnostic import Diagnostic
from sop_plugin.model.length import TOKEN, length_from
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.lengths import in_words

_LINE_BREAK = re.compile(r"\s*\n\s*")


def describe(diagnostic: Diagnostic, words: Catalogue) -> tuple[str, str]:
    """Message and hint. The hint is empty where the rule has none.

    A diagnostic whose arguments hold a `hint` brings one that fits its case better than the rule's own.

    Raises KeyError where a catalogue asks for something that the diagnostic does not carry.
    """
    rule = f"rule.{diagnostic.rule}"
    values = {name: _worded(value, diagnostic.arguments, words) for name, value in diagnostic.arguments.items()}
    # What is quoted may go on over several lines; a message is one.
    message = _LINE_BREAK.sub(" ", words.text(f"{rule}.message", **values))
    key = diagnostic.arguments.get("hint", f"@{rule}.hint").removeprefix("@")
    hint = words.text(key, **values) if words.has(key) else ""
    return message, hint


def _worded(value: str, arguments: Mapping[str, str], words: Catalogue) -> str:
    """An argument that names a key of the catalogues, as `@key`, or is a length, in words; any other as it is.

    What the key stands for may name other arguments, which stand there as they are.
    """
    if value.startswith(TOKEN):
        return in_words(length_from(value), words)
    key = value.removeprefix("@")
    return words.text(key, **arguments) if key != value and words.has(key) else value

"""A translation: words only, laid over an SOP by address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sop_plugin.model.diagnostic import Span
from sop_plugin.model.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of one SOP in one language.

    `translates` is the SOP's id. `words` maps an address (see `texts`) to the translated text. `of` maps a step id to
    the fingerprint of the step that was translated; a step without one is unpinned. `drafts` are the steps of which a
    program made at least some words and nobody confirmed them, "" for what stands outside the steps, each with the
    fingerprint of its words where they are all the program's. `steps` are the ids of the steps in
    the order of the file. `places` maps an address to where its text stands, `greet/of` to where a pin does,
    `greet/draft` and `draft` to where the mark of a draft does, and `greet/exceptions/no-stock` to where the id of a
    part does.
    """

    translates: str
    lang: str
    words: Mapping[str, str]
    of: Mapping[str, str]
    steps: tuple[str, ...] = ()
    places: Mapping[str, Span] = field(default_factory=dict, compare=False)
    suppress: tuple[Suppression, ...] = ()
    drafts: Mapping[str, str] = field(default_factory=dict)

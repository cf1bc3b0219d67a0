"""A page ready for paper: one document that needs nothing from anywhere but the content folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CONTENT = "content:"
"""Begins the address of a picture in the content folder; its percent-encoded content path follows."""

DRAWING = "drawing:"
"""Begins the address of one of our own drawings; its name follows."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole HTML document with its style sheets in it.

    Its pictures are `content:PATH` and `drawing:NAME` and nothing else. `drawings` holds SVG by name.
    """

    html: str
    drawings: Mapping[str, str]

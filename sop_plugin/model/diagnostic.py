"""What is wrong, where, and how it should read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is. Only errors keep an SOP from being published."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


MOST_FAULTS = 20_000
"""Faults of one file that are noted while it is read, and again of each rule: more than anybody looks at. A file that
holds more was made to; what is left out shows once the others are mended."""


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end lies behind the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding within one file, before a file name and a severity are put to it.

    `arguments` fill the placeholders of the rule's message and hint in the catalogues; one that begins with `@` is
    itself a key of the catalogues. `instead` is the text that should stand at `span`, where it is known: the corrected
    line is made from it.
    """

    rule: str
    span: Span
    arguments: Mapping[str, str] = field(default_factory=dict)
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault as it is reported.

    `path` is the file as the user names it, with forward slashes. `source_line` is the first line of the span as it
    stands, `corrected` the lines as they should read (empty where only the author can know). `instead` is the text
    that makes them so in the place of the span; None where there is none.
    """

    rule: str
    severity: Severity
    path: str
    span: Span
    arguments: Mapping[str, str]
    source_line: str
    corrected: str
    instead: str | None = None

    @property
    def sort_key(self) -> tuple[str, Span, str]:
        """Files by name, then by place."""
        return (self.path, self.span, self.rule)

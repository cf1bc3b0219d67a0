"""What a mistake in YAML comes from: where it is, which of the usual ones it is, and how the line should read.

The parser says where it gave up, often a line or a file behind the mistake. What is guessed here is tried: a better
line is given only if the parser gets further with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml
import yaml.cyaml

from sop_plugin.model.diagnostic import Fault, Span
from sop_plugin.model.fields import fields_of, records_below
from sop_plugin.model.organisation import Organisation
from sop_plugin.model.sop import Sop
from sop_plugin.reading.yaml_indents import WIDE, indent_of, likely_indent
from sop_plugin.reading.yaml_slips import Slip, quoted, slip_near

_NEW_FIELD = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$))")
_FIELD = re.compile(r"(?P<lead> *(?:- +)*)(?P<word>[A-Za-z_]+)(?P<rest>:(?:\s|$)|(?=\s|$))")
_VALUE = re.compile(r"(?: *(?:- +)*)(?P<word>[A-Za-z_]+: +)?(?P<value>[^\s\"'\[{|>].*?)\s*$")
_IN_BRACKETS = re.compile(r"[^,\[\]{}\"']+")
_FULL_WIDTH = re.compile(r"(?<=[A-Za-z_])\s*(?P<colon>：)\s*|\s*[，、]\s*(?=[A-Za-z_-]+\s*(?:[:：,，、\]}]))")
_BARE_HYPHEN = re.compile(r" *-(?=[^\s-])")
_BLOCK_BEGINS = re.compile(r".*[|>][+-]?\s*$")

_PARTNERS = {"[": "]", "{": "}"}

_LONGEST_TRIED = 200_000
"""Characters of a header in which guesses are tried, so that no hostile file takes long."""
_LONGEST_LINE = 2_000
_DEEPEST_TRIED = 64

_MISPLACED = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-'",
    "could not find expected ':'",
)
"""What the parser says where something stands in a place that a slip before it made a wrong one."""


def syntax_fault(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Fault:
    """The fault of which the parser's error tells, in a header that begins at line `first_line` of its file."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    span = Span(line + first_line, column + 1, line + first_line, column + 2)
    if here[column : column + 1] == "\t" or "\t" in here[: len(here) - len(here.lstrip())]:
        return _tab_fault(lines, line, first_line)
    problem = f"{error.problem or ''} {error.context or ''}"
    if any(words in problem for words in _MISPLACED) and (slip := slip_near(lines, line, column)):
        return _fault_of(slip, first_line)
    if "block sequence entries are not allowed" in problem:
        indent = len(here) - len(here.lstrip()) + 2
        return Fault("yaml-syntax", span, {"problem": "@yaml-problem.item-behind-field"}, f"\n{' ' * indent}-")
    name = _problem(error, here)
    for guess in _guesses(name, error, lines, line, column):
        if _gets_further(lines, guess, line):
            return _fault_of(guess, first_line)
    opened = error.context_mark
    if opened and name in ("quote-not-closed", "bracket-not-closed"):
        start = opened.line + first_line
        span = Span(start, opened.column + 1, start, opened.column + 2)
    elif opened and name == "colon-missing":
        start = opened.line + first_line
        span = Span(start, opened.column + 1, start, len(lines[opened.line].rstrip()) + 1)
    return Fault("yaml-syntax", span, {"problem": f"@yaml-problem.{name}"})


def _fault_of(slip: Slip, first_line: int) -> Fault:
    place = Span(slip.line + first_line, slip.start + 1, slip.line + first_line, slip.end + 1)
    arguments = {"problem": f"@yaml-problem.{slip.problem}", "hint": "@advice.line-as-shown"}
    return Fault("yaml-syntax", place, arguments, slip.instead)


@cache
def _fields() -> frozenset[str]:
    """The names of all fields that a header may have."""
    records = (*records_below(Sop), *records_below(Organisation))
    return frozenset(spec.key for record in records for spec in fields_of(record)) | {"translates", "of", "draft"}


def _guesses(name: str, error: yaml.MarkedYAMLError, lines: list[str], line: int, column: int) -> Iterator[Slip]:
    """What the author may have meant, the likeliest first."""
    opened = error.context_mark
    if any(
        len(lines[mark.line]) > _LONGEST_LINE
        for mark in (opened, error.problem_mark)
        if mark and mark.line < len(lines)
    ):
        return
    if name == "quote-not-closed" and opened:
        yield from _closing(name, lines, opened.line, opened.column)
    elif name == "bracket-not-closed" and opened:
        yield from _in_brackets(lines, opened.line, opened.column)
        yield from _closing(name, lines, opened.line, opened.column)
    elif name == "unknown-escape" and line < len(lines):
        yield from _without_escapes(lines[line], line, column)
    elif name == "special-first-character" and line < len(lines):
        yield from _as_text(lines[line], line, column)
    elif name in ("colon-in-text", "colon-missing", "indentation") and line < len(lines):
        yield from _misplaced(name, opened.line if opened else line, lines, line, column)


def _misplaced(name: str, begun: int, lines: list[str], line: int, column: int) -> Iterator[Slip]:
    """Where a field cannot stand: `begun` is the line in which the parser began to read it."""
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    for number in (line, above):
        if (wide := WIDE.match(lines[number])) and (indent := likely_indent(lines, number)) is not None:
            yield Slip("full-width-space", number, 0, wide.end(), " " * indent)
    if bare := _BARE_HYPHEN.match(lines[begun]):
        yield Slip("hyphen-without-space", begun, bare.end() - 1, bare.end(), "- ")
    for number in dict.fromkeys((begun, above)):
        field = _FIELD.match(lines[number])
        if field and not field["rest"].startswith(":") and field["word"] in _fields():
            yield Slip("colon-missing", number, field.start("word"), field.end("word"), field["word"] + ":")
    field = _FIELD.match(lines[line])
    if lines[line].lstrip().startswith("- ") or (
        field and field["rest"].startswith(":") and field["word"] in _fields()
    ):
        indented = likely_indent(lines, line)
        if indented is not None and indented != indent_of(lines[line]):
            yield Slip("indentation", line, 0, *_indented(lines[line], indented))
    if name == "colon-missing" and begun and _BLOCK_BEGINS.match(lines[begun - 1]):
        indent = indent_of(lines[begun - 1]) + 2
        yield Slip("text-not-indented", begun, 0, *_indented(lines[begun], indent))
    elif name == "indentation" and above < line and not _NEW_FIELD.match(lines[above]):
        yield Slip("text-not-indented", line, 0, *_indented(lines[line], indent_of(lines[above])))
    value = _VALUE.match(lines[line])
    if name == "colon-in-text" and value and value.start("value") < column and " #" not in value["value"]:
        # A first word that is no field belongs to the text too.
        is_field = value["word"] and value["word"].rstrip(": ") in _fields()
        start = value.start("value" if is_field or not value["word"] else "word")
        yield Slip(name, line, start, value.end("value"), quoted(lines[line][start : value.end("value")]))


def _indented(line: str, columns: int) -> tuple[int, str]:
    """Where the indentation of `line` ends, or else its first character, and what belongs there."""
    end = len(line) - len(line.lstrip())
    return (end, " " * columns) if end else (1, " " * columns + line[:1])


def _in_brackets(lines: list[str], line: int, column: int) -> Iterator[Slip]:
    """`{id: a，title: b}` and `{id: a title: b}`: items of which nothing tells where one ends."""
    opened = lines[line][column:].rstrip()
    end = column + len(opened)
    plain = _FULL_WIDTH.sub(lambda match: ": " if match["colon"] else ", ", opened)
    if plain != opened:
        yield Slip("full-width-in-brackets", line, column, end, plain)
    parted = re.sub(
        r"(?<=[^,\[{\s])\s+(?=([A-Za-z_]+):\s)", lambda match: ", " if match[1] in _fields() else match[0], opened
    )
    if parted != opened:
        yield Slip("comma-missing", line, column, end, parted)


def _closing(name: str, lines: list[str], line: int, column: int) -> Iterator[Slip]:
    """A quotation mark or bracket without its partner, where it opens: the parser misses it only further down.

    Where the next line begins something new, the partner belongs at the end of this one.
    """
    opened = lines[line][column:].rstrip()
    partner = _PARTNERS.get(opened[:1], opened[:1])
    if line + 1 >= len(lines) or not lines[line + 1].strip() or _NEW_FIELD.match(lines[line + 1]):
        yield Slip(name, line, column, column + len(opened), opened + partner)


def _without_escapes(here: str, line: int, column: int) -> Iterator[Slip]:
    """`"C:\\Users"`, in single quotation marks, in which a backslash is nothing but itself."""
    for match in re.finditer(r'"([^"]*)"', here):
        if match.start() < column <= match.end() and "'" not in match[1]:
            yield Slip("unknown-escape", line, match.start(), match.end(), f"'{match[1]}'")


def _as_text(here: str, line: int, column: int) -> Iterator[Slip]:
    """A text that begins with a sign of YAML's, between quotation marks: to the end of the line, or of its item."""
    if here[column:].lstrip()[:1] == "\t" or " #" in here[column:]:
        return
    whole = here[column:].rstrip()
    yield Slip("special-first-character", line, column, column + len(whole), quoted(whole))
    if item := _IN_BRACKETS.match(here, column):
        words = item[0].rstrip()
        yield Slip("special-first-character", line, column, column + len(words), quoted(words))


def _gets_further(lines: list[str], guess: Slip, line: int) -> bool:
    """Whether the parser, with the better line, comes beyond `line`, at which it gave up, or beyond the guess."""
    if sum(map(len, lines)) > _LONGEST_TRIED:
        return False
    here = lines[guess.line]
    better = f"{here[: guess.start]}{guess.instead}{here[guess.end :]}"
    # Typed as anything: the stubs do not know libyaml's parser.
    next_event: Any = yaml.cyaml.CLoader("\n".join([*lines[: guess.line], better, *lines[guess.line + 1 :]])).get_event
    depth = 0
    try:
        while (event := next_event()) is not None:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST_TRIED:
                return False
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        begun = error.context_mark or mark
        return bool(mark and begun and mark.line > max(line, guess.line) and begun.line != guess.line)
    except yaml.reader.ReaderError:
        return False
    return True


def _tab_fault(lines: list[str], number: int, first_line: int) -> Fault:
    """A tab, and the indentation that goes with the line above; further in, a single space."""
    here = lines[number]
    start = here.index("\t")
    end = start + len(here[start:]) - len(here[start:].lstrip("\t "))
    instead = " "
    if not here[:start].strip():
        above = next((line for line in reversed(lines[:number]) if line.strip()), "")
        lead = " " if here.lstrip().startswith("- ") else "- "
        start, instead = 0, " " * (len(above) - len(above.lstrip(lead)) + 2 * above.rstrip().endswith(":"))
    return Fault("tab-in-header", Span(number + first_line, start + 1, number + first_line, end + 1), instead=instead)


def _problem(error: yaml.MarkedYAMLError, line: str) -> str:
    """Which of the usual mistakes it is; the catalogues say each in plain words."""
    problem = f"{error.problem or ''} {error.context or ''}"
    for words, name in (
        ("unknown escape", "unknown-escape"),
        ("expected hexdec", "unknown-escape"),
        ("mapping values are not allowed", "colon-in-text"),
        ("quoted scalar", "quote-not-closed"),
        ("found unexpected end of stream", "quote-not-closed"),
        ("did not find expected ',' or", "bracket-not-closed"),
        ("did not find expected key", "indentation"),
        ("did not find expected '-' indicator", "indentation"),
        ("block mapping", "indentation"),
        ("block collection", "indentation"),
        ("could not find expected ':'", "colon-missing"),
        ("cannot start any token", "special-first-character"),
    ):
        if words in problem:
            return name
    return "special-first-character" if line.lstrip()[:1] in "@`%" else "other"

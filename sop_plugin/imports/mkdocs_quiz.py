"""Quizzes in pages of mkdocs-quiz, in its present form, `<quiz>`, and its first, `<?quiz?>`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sop_plugin.imports.credit import FULL, Credited
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.plain import in_short
from sop_plugin.imports.texts import TextForm, asked, to_line, to_markdown
from sop_plugin.imports.typed import words_of
from sop_plugin.model.answers import BLANK, Blanks, Choice, Option, ShortAnswer
from sop_plugin.model.imported import Grade
from sop_plugin.model.question import Question

OPENS = re.compile(r"\s*<quiz(?P<settings>[^>]*)>\s*$|\s*<\?quiz\?>\s*$", re.IGNORECASE)
_CLOSES = re.compile(r"\s*</quiz>\s*$|\s*<\?/quiz\?>\s*$", re.IGNORECASE)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_OPTION = re.compile(r"\s*[-*]\s+\[(?P<tick>[ xX]?)\]\s*(?P<text>.*)")
# Without looking past the next brackets that open, so that many of them take no longer than their length.
_BLANK = re.compile(r"\[\[((?:(?!\[\[).)+?)\]\]")
_FIELD = re.compile(r"\s*(question|answer-correct|answer|content):\s*(.*)", re.DOTALL)
_COMMENT = re.compile(r"\s*<!--\s*mkdocs-quiz.*-->\s*$")


def read_mkdocs_quiz(text: str, gathering: Gathering) -> None:
    """Gathers the quizzes of a page. Other words of the page are losses."""
    outside: list[tuple[int, str]] = []
    lines = text.split("\n")
    fence = ""
    at = _front_matter(lines, gathering)
    while at < len(lines):
        line = lines[at]
        if match := _FENCE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        opening = None if fence else OPENS.match(line)
        if opening is None:
            outside.append((at + 1, line))
            at += 1
            continue
        _note_outside(outside, gathering)
        end = next((number for number in range(at + 1, len(lines)) if _CLOSES.match(lines[number])), None)
        gathering.begin(at + 1, in_short(_name_of(lines[at + 1 : end])))
        if end is None:
            gathering.leave_out("quiz-open")
            return
        if settings := (opening["settings"] or "").strip():
            gathering.lose("setting", Grade.LOOKS, name=settings)
        _read(lines[at + 1 : end], gathering, is_old=line.strip().startswith("<?"))
        at = end + 1
    _note_outside(outside, gathering)


def _name_of(lines: Sequence[str]) -> str:
    """What a quiz is called: its first line of words that is no code, without what would give the answer away."""
    fence = ""
    for line in lines:
        if match := _FENCE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        elif line.strip() and not fence:
            field = _FIELD.fullmatch(line)
            return _BLANK.sub("…", field[2] if field else line).strip()
    return ""


def _front_matter(lines: Sequence[str], gathering: Gathering) -> int:
    """The line where the page's own words begin."""
    if not lines or lines[0].strip() != "---":
        return 0
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.strip() == "---"), 0)
    for number, line in enumerate(lines[1:end], start=2):
        if line.strip():
            gathering.begin(number)
            gathering.lose("setting", Grade.LOOKS, name=in_short(line))
    return end + 1 if end else 0


def _note_outside(outside: list[tuple[int, str]], gathering: Gathering) -> None:
    """Notes the words that stand between quizzes: they are the page's."""
    filled = [(number, line) for number, line in outside if line.strip(" -*_") and not _COMMENT.match(line)]
    if filled:
        gathering.begin(filled[0][0])
        gathering.leave_out("page-text", last=str(filled[-1][0]), text=in_short(filled[0][1]))
    for number, line in outside:
        if _COMMENT.match(line):
            gathering.begin(number)
            gathering.lose("setting", Grade.LOOKS, name=line.strip())
    outside.clear()


def _read(lines: Sequence[str], gathering: Gathering, *, is_old: bool) -> None:
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    lines = [line[indent:].rstrip() for line in lines]
    if is_old:
        _read_old(lines, gathering)
        return
    numbers = [number for number, line in enumerate(lines) if _OPTION.match(line)]
    if not numbers:
        _read_blanks("\n".join(lines), gathering)
        return
    options: list[Option] = []
    said: list[list[str]] = []
    at = numbers[0]
    while at < len(lines):
        line = lines[at]
        option = _OPTION.match(line)
        if option:
            text = to_line(option["text"], TextForm.MARKDOWN, gathering)
            options.append(Option(text, option["tick"] in ("x", "X")))
            said.append([])
        elif line.lstrip().startswith(">") and lines[at - 1].strip():
            said[-1].append(line.lstrip()[1:].removeprefix(" "))
        elif line.strip() and at <= numbers[-1]:
            gathering.leave_out("line-between-options", line=gathering.line + at + 1, text=in_short(line))
        elif line.strip():
            break
        at += 1
    made = tuple(
        Option(option.text, option.right, to_markdown("\n".join(words), TextForm.MARKDOWN, gathering))
        for option, words in zip(options, said, strict=True)
        if option.text
    )
    if len(made) < len(options):
        gathering.change("option-empty", count=str(len(options) - len(made)))
    content = to_markdown("\n".join(lines[at:]), TextForm.MARKDOWN, gathering)
    _add("\n".join(lines[: numbers[0]]), made, content, gathering)


def _add(words: str, options: tuple[Option, ...], content: str, gathering: Gathering) -> None:
    rights = sum(option.right for option in options)
    if not rights:
        gathering.leave_out("no-right-answer")
        return
    if rights > 1:
        gathering.change("all-or-nothing")
    title, text = asked(to_markdown(words, TextForm.MARKDOWN, gathering), gathering.item)
    gathering.add(Question("", title, text, Choice(options, rights > 1), content))


def _read_blanks(words: str, gathering: Gathering) -> None:
    """A text with `[[...]]` in it; below a line of hyphens follows the explanation."""
    parts = re.split(r"(?m)^---+\s*$", words, maxsplit=1)
    blanks: list[ShortAnswer] = []

    def take(match: re.Match[str]) -> str:
        answer = words_of([Credited(match[1].replace("*", "\\*"), FULL)], gathering)
        if answer is None:
            return match[0]
        blanks.append(answer)
        return sign

    sign = "QXBLANKXQ"
    while sign in words:
        sign += "Q"
    text = _BLANK.sub(take, parts[0])
    if not blanks:
        gathering.leave_out("no-right-answer")
        return
    title, rest = asked(to_markdown(text, TextForm.MARKDOWN, gathering), gathering.item)
    content = to_markdown(parts[1], TextForm.MARKDOWN, gathering) if len(parts) > 1 else ""
    answer = Blanks(tuple(blanks))
    gathering.add(Question("", title.replace(sign, BLANK), rest.replace(sign, BLANK), answer, content))


def _read_old(lines: Sequence[str], gathering: Gathering) -> None:
    """The first form: `question:`, `answer:`, `answer-correct:` and `content:`, in HTML."""
    fields: list[tuple[str, str]] = []
    for number, line in enumerate(lines, start=1):
        if (match := _FIELD.fullmatch(line)) and (not fields or fields[-1][0] != "content"):
            fields.append((match[1], match[2]))
        elif fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]}\n{line}")
        elif line.strip():
            gathering.leave_out("not-understood", line=gathering.line + number, text=in_short(line))
    options = tuple(
        Option(to_line(text, TextForm.AUTO, gathering), name == "answer-correct")
        for name, text in fields
        if name.startswith("answer") and text.strip()
    )
    words, content = (
        "\n\n".join(text for name, text in fields if name == wanted) for wanted in ("question", "content")
    )
    question = to_markdown(words, TextForm.AUTO, gathering)
    _add(question, options, to_markdown(content, TextForm.AUTO, gathering), gathering)

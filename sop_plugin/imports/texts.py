"""Texts of other programs, in whatever form they are, to our Markdown."""

from __future__ import annotations

import re
from enum import StrEnum

from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.html_markdown import html_blocks, note_formulas
from sop_plugin.imports.pictures import picture_of
from sop_plugin.imports.plain import escaped, escaped_lines, line_guarded, on_one_line


class TextForm(StrEnum):
    """How a text is written; the values are Moodle's names."""

    HTML = "html"
    AUTO = "moodle_auto_format"
    PLAIN = "plain_text"
    MARKDOWN = "markdown"


_TAG = re.compile(
    r"</?(?:p|br|b|i|u|strong|em|div|span|ul|ol|li|img|a|table|tr|td|th|pre|code|sub|sup|h[1-6]|hr|font|tt)\b[^<>]*>|"
    r"&(?:lt|gt|amp|nbsp|quot|#\d+);",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(<?((?:https?:)?//[^()<>\s]*|data:[^()<>\s]*|@@PLUGINFILE@@[^()<>]*)>?[^()]*\)")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
# Characters that nobody sees or that no file may hold.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")


def cleaned(text: str, gathering: Gathering) -> str:
    """A text without characters that no quiz may hold, which are noted, and with plain line ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _UNWANTED.search(text):
        gathering.change("characters", code=f"U+{ord(found[0]):04X}")
        text = _UNWANTED.sub("", text)
    return text


def to_markdown(text: str, form: TextForm, gathering: Gathering) -> str:
    """The Markdown of a text that may have several blocks."""
    text = cleaned(text, gathering)
    note_formulas(text, gathering)
    if form is TextForm.MARKDOWN:
        if tag := _TAG.search(text):
            gathering.change("raw-html", text=tag[0])
        return _with_own_pictures(text, gathering).strip()
    if form is TextForm.HTML or (form is TextForm.AUTO and _TAG.search(text)):
        if form is TextForm.AUTO:
            text = re.sub(r"\n[ \t]*\n", "<p>", text)
        blocks = html_blocks(text, gathering, lambda src, alt: picture_of(src, alt, gathering))
        # HTML can spell the characters that were taken out.
        return cleaned("\n\n".join(blocks), gathering)
    return escaped_lines(text)


def _with_own_pictures(markdown: str, gathering: Gathering) -> str:
    """Markdown in whose words no picture lies on another server; one that came along lies beside the quiz."""
    lines, fence = [], ""
    for line in markdown.split("\n"):
        if match := _FENCE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        is_code = bool(fence or match)
        lines.append(line if is_code else _PICTURE.sub(lambda each: picture_of(each[2], each[1], gathering), line))
    return "\n".join(lines)


def to_line(text: str, form: TextForm, gathering: Gathering) -> str:
    """The Markdown of a text that must stand on one line."""
    markdown = to_markdown(text, form, gathering)
    line = on_one_line(markdown)
    if form is TextForm.HTML and ("\n\n" in markdown or "```" in markdown):
        gathering.change("one-line", text=line)
    return line_guarded(line.replace("```", "`")) if "```" in line else line


def asked(markdown: str, name: str) -> tuple[str, str]:
    """The title of a question and its further words.

    The title is the first paragraph; where a list, code or a picture comes first, what the question was called.
    """
    first, _, rest = markdown.partition("\n\n")
    if not first.strip() or re.match(r"(?:[*+-]|\d+[.)])\s|```|~~~|\||#|>|!\[|    ", first):
        return line_guarded(escaped(" ".join(name.split()))), markdown.strip()
    return on_one_line(first), rest.strip()

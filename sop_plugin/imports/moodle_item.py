"""A question of Moodle's XML, with its texts and the pictures that came with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sop_plugin.imports.credit import Credited
from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.html_tree import tree_of
from sop_plugin.imports.pictures import keep_picture
from sop_plugin.imports.plain import in_short
from sop_plugin.imports.texts import TextForm, cleaned, to_line, to_markdown
from sop_plugin.imports.xml_tree import Node

_FORMS = {form.value: form for form in TextForm}


@dataclass(slots=True)
class Item:
    """One question as it is read. `holes` stand in its HTML for what the answer makes of them."""

    node: Node
    gathering: Gathering
    explanation: list[str] = field(default_factory=list)
    replaced: str | None = None
    holes: dict[str, str] = field(default_factory=dict)

    def words(self) -> str:
        """The Markdown of what is asked."""
        text = self.markdown("questiontext", self.replaced)
        for sign, meant in self.holes.items():
            text = text.replace(sign, meant)
        return "\n\n".join(filter(None, (text, self._picture_of_old())))

    def _picture_of_old(self) -> str:
        """The Markdown of the picture below the words, as Moodle had one before version 2."""
        data = self.node.value("image_base64")
        path = keep_picture(self.node.value("image"), data, self.gathering) if data.strip() else None
        return f"![]({path})" if path else ""

    def plain_words(self) -> str:
        """What is asked, without markup, for a report."""
        return " ".join(tree_of(self.node.value("questiontext")).words().split())

    def markdown(self, tag: str, text: str | None = None) -> str:
        """The Markdown of the element of that name, or of `text` in its place."""
        node = self.node.first(tag)
        return self.markdown_of(node, text) if node else ""

    def markdown_of(self, node: Node, text: str | None = None) -> str:
        """The Markdown of an element with a text in it."""
        with_pictures = self._kept(node)
        written = _own_text(node) if text is None else text
        found = to_markdown(written, self._form(node), self.gathering)
        self._release(with_pictures, written)
        return found

    def line_of(self, node: Node) -> str:
        """The Markdown of an element, on one line."""
        with_pictures = self._kept(node)
        written = _own_text(node)
        found = to_line(written, self._form(node), self.gathering)
        self._release(with_pictures, written)
        return found

    def plain_of(self, node: Node) -> str:
        """What is typed, so plain text."""
        return cleaned(_own_text(node), self.gathering).strip()

    def credited(self, *, typed: bool) -> list[Credited]:
        """The answers with what they are worth, each on one line; what is `typed` is plain text."""
        found = []
        for answer in self.node.all("answer"):
            text = self.plain_of(answer) if typed else self.line_of(answer)
            feedback = answer.first("feedback")
            found.append(Credited(text, self._percent(answer), self.markdown_of(feedback) if feedback else ""))
        return found

    def _percent(self, answer: Node) -> float:
        written = answer.attributes.get("fraction", "0")
        try:
            return min(100.0, max(-100.0, float(written)))
        except ValueError:
            self.gathering.change("fraction-unreadable", line=answer.line, text=in_short(written))
            return 0.0

    def _form(self, node: Node) -> TextForm:
        # A text inside a question has its form, unless it says otherwise.
        outer = self.node.first("questiontext")
        name = node.attributes.get("format") or (outer.attributes.get("format") if outer else None) or "html"
        return _FORMS.get(name, TextForm.HTML)

    def _kept(self, node: Node) -> list[str]:
        """Takes the files that came with a text; their names."""
        names = []
        for file in node.all("file"):
            name = file.attributes.get("name", "")
            names.append(name)
            if file.attributes.get("encoding", "base64") != "base64":
                self.gathering.leave_out("picture-damaged", name=in_short(name) or "?")
            elif path := keep_picture(name, file.own, self.gathering):
                self.gathering.named[name] = path
        return names

    def _release(self, names: list[str], text: str) -> None:
        """Forgets the files of a text; one that is not shown in it is a loss."""
        for name in names:
            path = self.gathering.named.pop(name, None)
            if path and not re.search(r"@@PLUGINFILE@@", text):
                self.gathering.leave_out("file-unused", name=in_short(name))


def _own_text(node: Node) -> str:
    inner = node.first("text")
    return (inner or node).own

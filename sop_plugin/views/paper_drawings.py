"""Drawings on paper: icons, and the mark behind the text of what is not to be worked by.

They stand in the background, so that no reader of the PDF meets a picture that says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from markupsafe import escape

from sop_plugin.model.paper import DRAWING

_SYMBOL = re.compile(r'<symbol id="icon\.([\w-]+)" viewBox="([\d ]+)">(.*?)</symbol>', re.DOTALL)
_SPRITE = re.compile(r'<svg class="sop-icons".*?</svg>', re.DOTALL)
_ICON = re.compile(r'<svg class="sop-icon" aria-hidden="true"><use href="#icon\.([\w-]+)"/></svg>')


@cache
def icons() -> Mapping[str, str]:
    """The drawings of all icons by name, in black."""
    sprite = (files("sop_plugin.views") / "templates/sop/icons.html").read_text(encoding="utf-8")
    return {
        name: f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" fill="none" stroke="#222" stroke-width="1.9"'
        f' stroke-linecap="round" stroke-linejoin="round">{shapes}</svg>'
        for name, box, shapes in _SYMBOL.findall(sprite)
    }


def icon_rules() -> str:
    """The style of each icon."""
    return "".join(f'.sop-icon--{name} {{ background-image: url("{DRAWING}{name}"); }}\n' for name in icons())


def drawn(html: str) -> str:
    """A view's HTML with its icons as paper draws them."""
    return _ICON.sub(r'<i class="sop-icon sop-icon--\1"></i>', _SPRITE.sub("", html))


def mark(words: str) -> str:
    """Words across the whole of an A4 page, light enough to read through."""
    size = min(44, 190 / max(width_of(words), 1))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">'
        f'<text transform="translate(105 148) rotate(-52)" text-anchor="middle" dominant-baseline="middle"'
        f' font-size="{size:.1f}" font-weight="700" fill="#000" fill-opacity="0.09">{escape(words)}</text></svg>'
    )


def width_of(words: str) -> float:
    """How wide words are, in ems: Latin letters take about three fifths of a Chinese character."""
    return sum(1 if ord(char) > 0x2E80 else 0.6 for char in words)

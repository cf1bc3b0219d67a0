"""Width and height of a picture, read from the beginning of its file."""

from __future__ import annotations

import re
import struct
from html.parser import HTMLParser
from pathlib import Path
from struct import unpack_from

Size = tuple[int, int]
"""Width and height in pixels of a screen, as the picture is shown."""

HEAD = 256 * 1024
"""How many bytes of a file are looked at: a photograph may carry a preview before its own size."""

_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers that begin a frame of a JPEG, and so name its size."""

_LYING = range(5, 9)
"""Orientations of a photograph that a viewer turns by a quarter."""


def picture_size(path: Path) -> Size | None:
    """The size of a PNG, JPEG, GIF, WebP or SVG picture; None where the file does not tell, or cannot be read."""
    try:
        with path.open("rb") as file:
            return size_in(file.read(HEAD))
    except OSError:
        return None


def size_in(head: bytes) -> Size | None:
    """The size that the beginning of a picture's file names."""
    try:
        size = _size_in(head)
    except (struct.error, IndexError, AssertionError):  # too short; the last: `<![` where no SVG has it
        return None
    return size if size and min(size) > 0 else None


def _size_in(head: bytes) -> Size | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return unpack_from(">II", head, 16)
    if head.startswith((b"GIF87a", b"GIF89a")):
        return unpack_from("<HH", head, 6)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp(head)
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    return _svg(head)


def _webp(head: bytes) -> Size | None:
    match head[12:16]:
        case b"VP8 ":
            width, height = unpack_from("<HH", head, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = unpack_from("<I", head, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return None


def _jpeg(head: bytes) -> Size | None:
    """Goes from marker to marker; each names the length of what follows it."""
    at, is_lying = 2, False
    while head[at] == 0xFF:
        marker = head[at + 1]
        if marker == 0xFF:  # a byte that only fills
            at += 1
            continue
        (length,) = unpack_from(">H", head, at + 2)
        if marker in _FRAMES:
            height, width = unpack_from(">HH", head, at + 5)
            return (height, width) if is_lying else (width, height)
        if marker == 0xE1 and head[at + 4 : at + 10] == b"Exif\0\0":
            is_lying = _orientation(head[at + 10 : at + 2 + length]) in _LYING
        at += 2 + length
    return None


def _orientation(exif: bytes) -> int:
    """The orientation that a camera noted: 1 is upright, 0 is not noted."""
    order = "<" if exif.startswith(b"II") else ">"
    (first,) = unpack_from(f"{order}I", exif, 4)
    (count,) = unpack_from(f"{order}H", exif, first)
    for index in range(count):
        at = first + 2 + 12 * index
        if unpack_from(f"{order}H", exif, at) == (0x0112,):
            (orientation,) = unpack_from(f"{order}H", exif, at + 8)
            return int(orientation)
    return 0


class _Root(HTMLParser):
    """Takes the attributes of the first element, and nothing else: no entity is expanded, no child looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The first call is for the root."""
        if not self.name:
            self.name = tag
            self.attributes = {name: value or "" for name, value in attrs}

    handle_startendtag = handle_starttag


def _svg(head: bytes) -> Size | None:
    root = _Root()
    root.feed(head[:8192].decode("utf-8", "replace"))
    if root.name != "svg":
        return None
    width, height = (_NUMBER.match(root.attributes.get(name, "")) for name in ("width", "height"))
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = [_NUMBER.match(part) for part in re.split(r"[\s,]+", root.attributes.get("viewbox", "").strip())]
    if len(box) == 4 and box[2] and box[3]:
        return round(float(box[2][1])), round(float(box[3][1]))
    return None

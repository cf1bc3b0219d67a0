"""Pictures that come inside a file."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from urllib.parse import unquote

from sop_plugin.imports.gathering import Gathering
from sop_plugin.imports.plain import escaped, in_short

MOST_BYTES = 5 << 20
"""Of one picture."""

_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))
_DATA = re.compile(r"data:[^,]*;base64,(?P<data>.*)", re.DOTALL)
_PLACE = "@@PLUGINFILE@@/"


def picture_of(source: str, alt: str, gathering: Gathering) -> str:
    """The Markdown of a picture by its address; "" where it cannot be shown, and its words where it has some."""
    source, words = source.strip(), " ".join(alt.split())
    path = None
    if match := _DATA.fullmatch(source):
        path = keep_picture("", match["data"], gathering)
    elif source.startswith(_PLACE):
        name = unquote(source.removeprefix(_PLACE).partition("?")[0])
        path = gathering.named.get(name)
        if path is None:
            gathering.leave_out("picture-missing", name=in_short(name))
    else:
        gathering.leave_out("picture-elsewhere", address=in_short(source) or "?")
    shown = re.sub(r"[\[\]]", "", words)
    return f"![{escaped(shown)}]({path})" if path else escaped(words)


def keep_picture(name: str, data: str, gathering: Gathering) -> str | None:
    """Keeps a picture given in base64; its path, or None where it is none that pages may show.

    What it is, is told by its first bytes and not by its name. The path is made from what it holds, so that it stays
    the same whenever the file is imported.
    """
    try:
        content = base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        gathering.leave_out("picture-damaged", name=in_short(name) or "?")
        return None
    kind = _kind(content)
    if kind is None or len(content) > MOST_BYTES:
        gathering.leave_out("picture-kind", name=in_short(name) or "?")
        return None
    path = f"{gathering.folder}/{hashlib.sha256(content).hexdigest()[:16]}.{kind}"
    gathering.pictures[path] = content
    return path


def _kind(content: bytes) -> str | None:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return next((kind for signature, kind in _SIGNATURES if content.startswith(signature)), None)

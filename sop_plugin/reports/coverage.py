"""What has a question, as a table to read and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from unicodedata import east_asian_width

from sop_plugin.model.coverage import Coverage, PartKind, Share
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.keys import enum_key


def coverage_table(found: Coverage, roles: Mapping[str, str], words: Catalogue, *, missing: bool) -> str:
    """A line for each SOP and each role, and where `missing`, what has no question. `roles` are titles by id."""
    heads = [words.text(enum_key(kind)) for kind in PartKind]
    lines = [[words.text("coverage.sop"), *heads, words.text("coverage.share")]]
    lines += [[of_sop.parts[0].procedure, *_shares(of_sop)] for of_sop in found.by_sop().values()]
    lines += [[words.text("coverage.total"), *_shares(found)], []]
    lines += [[words.text("coverage.role"), *heads, words.text("coverage.share")]]
    titles = {role: roles.get(role, role) if role else words.text("coverage.no-role") for role in found.roles()}
    lines += [[title, *_shares(found, role=role)] for role, title in titles.items()]
    text = "\n".join(_aligned(lines)) + "\n"
    left = found.missing() if missing else ()
    if left:
        text += f"\n{words.text('coverage.missing')}\n"
        text += "".join(f"  {part.address}  {part.title}\n" for part in left)
    return text


def _shares(found: Coverage, *, role: str | None = None) -> list[str]:
    whole = found.share(role=role)
    return [*(_share(found.share(kind, role=role)) for kind in PartKind), f"{whole.percent:.0f} %"]


def _share(share: Share) -> str:
    return f"{share.covered}/{share.of}"


def _aligned(lines: list[list[str]]) -> list[str]:
    """Lines with their columns below one another; a Han character takes two places."""
    widths = [max(map(_width, column)) for column in zip(*(line for line in lines if line), strict=True)]
    return [
        "  ".join(
            cell + " " * (width - _width(cell)) if not number else " " * (width - _width(cell)) + cell
            for number, (cell, width) in enumerate(zip(line, widths, strict=False))
        ).rstrip()
        for line in lines
    ]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def coverage_json(found: Coverage) -> str:
    """Every part with its questions, and the shares by SOP and role."""
    data = {
        "parts": [
            {
                "kind": part.kind.value,
                "address": str(part.address),
                "title": part.title,
                "roles": list(part.roles),
                "questions": list(part.questions),
            }
            for part in found.parts
        ],
        "sops": {sop: _counts(of_sop.share()) for sop, of_sop in found.by_sop().items()},
        "roles": {role: _counts(found.share(role=role)) for role in found.roles()},
        "all": _counts(found.share()),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _counts(share: Share) -> dict[str, int]:
    return {"covered": share.covered, "of": share.of}

"""Procedures as controlled PDFs: which ones are meant, what their files are called, and the files themselves."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from sop_plugin.exports.pdf import pdf_of
from sop_plugin.model.paper import CONTENT
from sop_plugin.pipeline.site import Site


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF.

    `name` is its file's name; `lost` are the pictures that are not in it, those of the content by their content paths.
    """

    name: str
    data: bytes
    lost: tuple[str, ...]


def printed(site: Site, paths: Iterable[str], day: datetime.date, *, checklist: bool = False) -> Iterator[Printed]:
    """The PDFs of the procedures at these content paths, or of their checklists, as they stand on a day."""
    for path in paths:
        name = _name(site, path, checklist=checklist)
        pdf = pdf_of(site.paper(path, day, checklist=checklist), site.read)
        lost = tuple(unquote(address).removeprefix(CONTENT) for address in pdf.lost)
        yield Printed(f"{name}.pdf", pdf.data, lost)


def _name(site: Site, path: str, *, checklist: bool) -> str:
    """Id and version, by which a controlled document is known, and a translation's language: no two are the same."""
    card = site.procedures[path]
    entry = card.entry
    parts = (entry.id, entry.version, entry.lang if card.source != path else "", "checklist" if checklist else "")
    return "-".join(filter(None, parts))


def meant(site: Site, content: Path, wanted: str) -> list[str]:
    """The content paths of the procedures that `wanted` names, those with errors too; none where it names none.

    It may be a file or a folder, called from the working folder or from the content's, or an id, old ones included.
    """
    known = sorted({*site.procedures, *site.faulty})
    for place in (Path(wanted), content / wanted):
        if place.exists() and place.resolve().is_relative_to(content.resolve()):
            inside = place.resolve().relative_to(content.resolve())
            return [path for path in known if inside in (Path(path), *Path(path).parents)]
    return [path for path in known if wanted in ids_at(site, path)]


def ids_at(site: Site, path: str) -> tuple[str, ...]:
    """The ids of the procedure at a content path, the present one first."""
    card = site.procedures.get(path)
    return card.ids if card else (site.faulty[path],)

"""A paper as tagged PDF (PDF/UA-1), its fonts embedded.

WeasyPrint is an extra and needs libraries of the system, so importing this module may raise ImportError or OSError.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from weasyprint import HTML  # type: ignore[import-untyped]
from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

from sop_plugin.model.paper import CONTENT, DRAWING, Paper

Read = Callable[[str], bytes | None]
"""The bytes of a file by its content path; None where there is none that may be shown."""

_LOGGER = logging.getLogger("weasyprint")
_LOST = "Failed to "
"""Begins what WeasyPrint logs when it leaves a picture out; the picture's address is the first argument."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file. `lost` are the addresses of pictures that are not in it: not there, damaged or not ours."""

    data: bytes
    lost: tuple[str, ...]


def pdf_of(paper: Paper, read: Read) -> Pdf:
    """The PDF of a paper, the same bytes for the same paper, pictures and fonts.

    Nothing is looked at but what `read` gives and the paper's own drawings: no network, no other file.
    """
    with _listening() as lost:
        html = HTML(string=paper.html, base_url="page:", url_fetcher=_Fetcher(paper.drawings, read))
        data = html.write_pdf(pdf_variant="pdf/ua-1", finisher=_one_link_each)
    return Pdf(data, tuple(lost))


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """Gives what belongs to the paper, and refuses everything else."""

    def __init__(self, drawings: Mapping[str, str], read: Read) -> None:
        super().__init__(allowed_protocols=())
        self._drawings = drawings
        self._read_file = read

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """The picture at `url`. Raises ValueError for everything that is none of ours."""
        if url.startswith(DRAWING) and (drawing := self._drawings.get(url.removeprefix(DRAWING))):
            return URLFetcherResponse(url, drawing, {"Content-Type": "image/svg+xml"})
        if url.startswith(CONTENT) and (data := self._read_file(unquote(url.removeprefix(CONTENT)))) is not None:
            kind = {"Content-Type": "image/svg+xml"} if url.lower().endswith(".svg") else {}
            return URLFetcherResponse(url, data, kind)
        raise ValueError("not of this content")


def _one_link_each(_: Any, pdf: Any) -> None:
    """Takes away the links that WeasyPrint lays over each element within a link: only the link itself is one.

    A reader would hear them twice, and the standard wants a link in an element for links (ISO 14289-1, 7.18.5).
    """
    dictionaries: list[Any] = [each for each in pdf.objects if isinstance(each, dict)]
    links = {each.reference: each["Obj"] for each in dictionaries if each.get("Type") == "/OBJR"}
    doubled = set()
    for element in dictionaries:
        if element.get("Type") == "/StructElem" and element["S"] not in ("/Link", "/Form"):
            doubled |= {links[kid] for kid in element["K"] if kid in links}
            element["K"][:] = [kid for kid in element["K"] if kid not in links]
    for page in dictionaries:
        if page.get("Type") == "/Page" and "Annots" in page:
            page["Annots"][:] = [each for each in page["Annots"] if each not in doubled]


@contextmanager
def _listening() -> Iterator[dict[str, None]]:
    """Within it, the addresses of pictures that are left out are noted, each once."""
    lost: dict[str, None] = {}

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if str(record.msg).startswith(_LOST) and isinstance(record.args, tuple) and record.args:
                lost[str(record.args[0])] = None

    listener = Listener(logging.ERROR)
    _LOGGER.addHandler(listener)
    try:
        yield lost
    finally:
        _LOGGER.removeHandler(listener)

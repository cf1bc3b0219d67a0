"""The page of one procedure with its scripts and styles as a site serves them, without the theme around it."""

from __future__ import annotations

from pathlib import Path

from sop_plugin.model.document import Document
from sop_plugin.views.context import ViewContext
from sop_plugin.views.sop_page import sop_page
from sop_plugin.web.bundling import MODULES, bundle, features
from sop_plugin.words.catalogue import supported

FRAME = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>SOP</title>{styles}{scripts}</head>
<body><main class="md-typeset">{html}</main></body></html>
"""


def write_page(folder: Path, document: Document, context: ViewContext) -> None:
    """Writes `index.html` into a folder, and beside it all that the page may ask for."""
    page = sop_page(document, context)
    language = supported(page.lang)
    (folder / "js" / language).mkdir(parents=True)
    (folder / "css").mkdir()
    for feature in features():
        (folder / "js" / language / f"{feature}.js").write_text(bundle(feature, context.words), encoding="utf-8")
    for style in (MODULES.parent / "css").glob("*.css"):
        (folder / "css" / style.name).write_bytes(style.read_bytes())
    styles = "".join(f'<link rel="stylesheet" href="css/{name}.css">' for name in page.styles)
    scripts = "".join(f'<script defer src="js/{language}/{name}.js"></script>' for name in page.features)
    html = FRAME.format(lang=page.lang, styles=styles, scripts=scripts, html=page.html)
    (folder / "index.html").write_text(html, encoding="utf-8")

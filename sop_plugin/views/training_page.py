"""What records tell, as one HTML file on its own: it holds names, so it is no part of the site."""

from __future__ import annotations

from collections.abc import Sequence

from sop_plugin.views.templating import template
from sop_plugin.words.catalogue import Catalogue
from sop_plugin.words.training import Table


def training_page(tables: Sequence[Table], made: str, words: Catalogue) -> str:
    """The file; `made` is the day on which it was made. It asks for nothing and runs nothing."""
    return template("training/page.html", words).render(tables=tables, made=made, words=words, lang=words.language)

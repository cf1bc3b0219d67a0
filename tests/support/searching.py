"""For the JavaScript tests of the search: an index and terms, as Python makes them.

Standard input is `{"pages": [{url, lang, weight, entries: [{anchor, title, text, ...}]}], "texts": [...],
"names": [[...]]}`; the answer is
`{"files": {name: script}, "terms": [[...]], "forms": "..."}`.
"""

from __future__ import annotations

import json
import sys

from sop_plugin.model.page import Facet, SearchEntry, SearchPage
from sop_plugin.views.search.folding import folded, han_forms
from sop_plugin.views.search.index import search_index
from sop_plugin.views.search.terms import terms_of


def main() -> None:
    asked = json.load(sys.stdin)
    pages = [
        SearchPage(
            page["url"],
            page.get("lang", "zh-TW"),
            tuple(
                SearchEntry(
                    entry["anchor"],
                    entry["title"],
                    entry["text"],
                    tuple(entry.get("tags", ())),
                    tuple(entry.get("names", ())),
                )
                for entry in page["entries"]
            ),
            page.get("weight", 5),
            tuple(Facet(*facet) for facet in page.get("facets", ())),
        )
        for page in asked.get("pages", ())
    ]
    answer = {
        "files": dict(search_index(pages, asked.get("names", ()))),
        "terms": [list(terms_of(folded(text))) for text in asked.get("texts", ())],
        "forms": "".join(char + form for char, form in han_forms().items()),
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()

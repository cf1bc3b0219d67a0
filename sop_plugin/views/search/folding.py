"""One form for what counts as the same in search.

Capitals, accents and full-width forms are taken away, and a traditional character stands as the simplified one does:
訂單 and 订单 are one word. `web/js/search/folding.js` does the same, with the characters that the index says occur.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources


@cache
def han_forms() -> dict[str, str]:
    """Each Han character that has another common form, with that form."""
    lines = resources.files(__package__).joinpath("han_forms.txt").read_text(encoding="utf-8").splitlines()
    pairs = "".join(line for line in lines if not line.startswith("#"))
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


class _Forms(dict[int, str]):
    """What stands for each code point, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code))
        bare = "".join(char for char in plain if unicodedata.category(char) != "Mn")
        form = "".join(han_forms().get(char, char) for char in bare.lower())
        self[code] = form
        return form


_FORMS = _Forms()


def folded(text: str) -> str:
    """The text in the form in which it is compared."""
    if text.isascii():
        return text.lower()
    return text.translate(_FORMS)

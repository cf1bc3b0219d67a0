"""What the page of a procedure may look up in the site around it, and a record of what it did look up.

A page that asked for the titles of three procedures depends on those three titles, whatever else changes in the site.
So instead of a list of what may depend on what, each page's own questions are kept with it, and asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeVar

Value = TypeVar("Value")
UrlOf = Callable[[str], str]

Answers = dict[str, dict[str, Any]]
"""What was asked, by where it was looked up, with the answers as JSON has them."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """Titles and content paths by id, the sizes of pictures by content path, and the URL of a content path.

    `sources` tell of procedures, by content path, what they say: another text where that is another.
    """

    titles: Mapping[str, str]
    paths: Mapping[str, str]
    picture_sizes: Mapping[str, tuple[int, int]]
    url_of: UrlOf
    sources: Mapping[str, str] = field(default_factory=dict)

    def recorded(self, answers: Answers) -> Lookups:
        """The same, writing into `answers` what is asked."""
        asked = answers.setdefault("urls", {})

        def url_of(target: str) -> str:
            if target not in asked:  # a page leads to its steps and its neighbours again and again
                asked[target] = self.url_of(target)
            return str(asked[target])

        return Lookups(
            _Recorded(self.titles, answers.setdefault("titles", {})),
            _Recorded(self.paths, answers.setdefault("paths", {})),
            _Recorded(self.picture_sizes, answers.setdefault("picture_sizes", {})),
            url_of,
            _Recorded(self.sources, answers.setdefault("sources", {})),
        )

    def still_answer(self, answers: Answers, *, but_urls: bool) -> bool:
        """Whether all that was asked has the same answer now, URLs aside where it is known of them."""
        sizes = self.picture_sizes
        return (
            all(self.titles.get(name) == title for name, title in answers["titles"].items())
            and all(self.paths.get(name) == path for name, path in answers["paths"].items())
            and all(_as_json(sizes.get(path)) == size for path, size in answers["picture_sizes"].items())
            and all(self.sources.get(path) == said for path, said in answers["sources"].items())
            and (but_urls or all(self.url_of(target) == url for target, url in answers["urls"].items()))
        )


class _Recorded(Mapping[str, Value]):
    """A mapping that can only be asked for single keys, and notes each with its answer."""

    def __init__(self, mapping: Mapping[str, Value], answers: dict[str, Any]) -> None:
        self._mapping = mapping
        self._answers = answers

    def __getitem__(self, key: str) -> Value:
        value = self._mapping.get(key)
        self._answers[key] = _as_json(value)
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        self._refuse()

    def __len__(self) -> int:
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise TypeError("a page that looks at everything would have to be made anew at every change")


def _as_json(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value

"""Accessibility faults of a page, as axe-core finds them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

_RUN = """
async ([include, exclude, disabled, only]) => {
  const rules = Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }]));
  const options = only.length ? { runOnly: only } : { rules };
  const found = await axe.run({ include: [[include]], exclude: exclude.map((each) => [each]) }, options);
  return found.violations.map((one) => [one.id, one.impact, one.help, one.nodes.map((node) => node.target.join(" "))]);
}
"""


OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules that colours decide: all that another colour scheme can break."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule of axe that the page breaks."""

    rule: str
    impact: str
    help: str
    targets: tuple[str, ...]
    """CSS selectors of the elements at fault."""

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.help}: {', '.join(self.targets)}"


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(
    page: Page,
    *,
    include: str = "html",
    exclude: Collection[str] = (),
    disabled: Collection[str] = (),
    only: Collection[str] = (),
) -> list[Violation]:
    """What axe finds wrong in the part of the page that `include` selects.

    `exclude` holds selectors of parts that are not ours, `disabled` the names of rules not to run, `only` those to run
    in the place of all.
    """
    page.evaluate(_source())
    found = page.evaluate(_RUN, [include, list(exclude), list(disabled), list(only)])
    return [Violation(rule, impact, text, tuple(targets)) for rule, impact, text, targets in found]

"""Each guide is there in every language, and says the same in all of them."""

import re
from pathlib import Path

import pytest

import sop_plugin
from sop_plugin.checks.scripts import foreign_to

GUIDES = Path(sop_plugin.__file__).parents[1] / "content/guide"
NAMES = sorted(page.stem for page in GUIDES.glob("*.md") if "." not in page.stem)
TRANSLATIONS = (".en.md", ".zh-CN.md")

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND_IN_A_LIST = re.compile(r"^ {8}(\$ .*)$", re.MULTILINE)
HEADING = re.compile(r"^(#+) .*?(\{#[\w-]+\})?$", re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
QUOTED_WORD = re.compile(r"[“「]\w{1,4}[”」]")  # such as an example of what is written otherwise in the other script
LINK = re.compile(r"\]\(([^)\s]+)\)")
OWN_WORDS = re.compile(r"\b(?:zh-TW|zh-CN|en)\b|(?<=--assignment )\S+|(?<=--output )\S+")
"""What each language says in its own way: the other languages, and the names of files that a reader makes."""
NAMED = re.compile(
    r"\b(?:sop|mkdocs|properdocs|zensical|pip|aws) (?:(?:quiz|records) )?[a-z]+"  # a command
    r"|(?<![\w-])--?[a-z][a-z-]*"  # an option
    r"|(?:(?<=^)|(?<=[{,] )|(?<=[{-] )|(?<=  ))[a-z_]+(?=:)"  # a field or a setting
    r"|\b[a-z]+(?:-[a-z]+)+(?=`)"  # a rule
    r"|[\w/.…~-]*\w\.(?:yml|yaml|toml|json|js|lua|sarif|html|webmanifest)\b",  # a file
    re.MULTILINE,
)


@pytest.mark.parametrize("name", NAMES)
def test_translations_name_what_the_original_names(name: str) -> None:
    original, *translations = _texts(name)
    assert _named(original)
    assert [_named(text) ^ _named(original) for text in translations] == [set()] * len(translations)


@pytest.mark.parametrize("name", NAMES)
def test_translations_have_the_parts_of_the_original(name: str) -> None:
    original, *translations = (_outline(text) for text in _texts(name))
    assert translations == [original] * len(translations)


@pytest.mark.parametrize("ending", [".md", *TRANSLATIONS])
def test_the_first_page_calls_each_guide_by_its_title(ending: str) -> None:
    cards = re.findall(r"\*\*\[(.+?)\]\((\w+)\.md\)\*\*", (GUIDES / f"index{ending}").read_text(encoding="utf-8"))
    titles = {name: (GUIDES / (name + ending)).read_text(encoding="utf-8").partition("\n")[0] for name in NAMES}
    assert [(f"# {card}", name) for card, name in cards] == [(titles[name], name) for _, name in cards]
    assert {name for _, name in cards} == {*NAMES} - {"index"}


@pytest.mark.parametrize("ending", [".md", ".zh-CN.md"])
def test_no_character_of_the_other_script_is_in_the_prose(ending: str) -> None:
    foreign = foreign_to("zh-CN" if "zh-CN" in ending else "zh-TW")
    assert foreign
    for name in NAMES:
        prose = QUOTED_WORD.sub("", BLOCK.sub("", (GUIDES / (name + ending)).read_text(encoding="utf-8")))
        assert [character for character in prose if character in foreign] == [], name


def _texts(name: str) -> list[str]:
    """A guide as it was written, and its translations."""
    return [(GUIDES / (name + ending)).read_text(encoding="utf-8") for ending in (".md", *TRANSLATIONS)]


def _named(guide: str) -> set[str]:
    """What a guide calls by a name that is the same in every language, and where its links lead."""
    code = [block for _, block in BLOCK.findall(guide)] + COMMAND_IN_A_LIST.findall(guide)
    code += [f"{span}`" for span in SPAN.findall(BLOCK.sub("", guide))]
    links = LINK.findall(BLOCK.sub("", guide))
    return {*NAMED.findall(OWN_WORDS.sub("…", "\n".join(code))), *links}


def _outline(guide: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The headings of a guide by level and anchor, and the kinds of its blocks of code."""
    return HEADING.findall(BLOCK.sub("", guide)), [kind for kind, _ in BLOCK.findall(guide)]

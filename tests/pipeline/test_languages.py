"""The site in a language: what is translated, what is not, and what says so."""

import re
from pathlib import Path

import pytest

from sop_plugin.model.pins import translated_fingerprint
from sop_plugin.pipeline.site import Site, load_site
from sop_plugin.reading.document import read_document
from tests.pipeline.contents import content

ORGANISATION = """organisation: 1
name: 咖啡店
language: zh-TW
departments:
  - {id: shops, title: 門市, names: [{lang: en, title: Shops}]}
roles:
  - {id: barista, title: 咖啡師, names: [{lang: en, title: Barista}], department: shops}
"""

ORIGINAL = """---
sop: 1
id: latte
title: 做拿鐵
version: 1
owner: barista
steps:
  - id: grind
    title: 磨豆
    do: 磨**十八克**。
    time_limit: 10 秒內
  - id: steam
    title: 打奶泡
    do: 打到發亮。
    cautions:
      - warning: 蒸氣很燙。
  - id: pour
    title: 倒入
    do: 倒一個心。
---

## 打奶泡 {#steam}

圖示在牆上。
"""


def pin(step: str) -> str:
    return translated_fingerprint(read_document("latte.md", ORIGINAL.encode()), step)


ENGLISH = f"""---
sop: 1
translates: latte
lang: en
title: Make a latte
steps:
  - id: grind
    of: {pin("grind")}
    title: Grind
    do: Grind **eighteen grams**.
  - id: steam
    of: {pin("steam")}
    title: Steam
    do: Until it shines.
    cautions:
      - warning: Steam is hot.
---

## Steam {{#steam}}

The picture is on the wall.
"""

ONLY_CHINESE = """---
sop: 1
id: wash
title: 洗杯子
version: 1
owner: barista
steps:
  - {id: rinse, title: 沖水}
  - id: latte
    title: 再做一杯
    call: latte
---
"""


def site(root: Path, language: str | None = None, **files: str) -> Site:
    given = {
        "organisation.yml": ORGANISATION,
        "latte.md": ORIGINAL,
        "latte.en.md": ENGLISH,
        "deep/wash.md": ONLY_CHINESE,
    }
    return load_site(
        content(root, given | {name.replace("__", "."): text for name, text in files.items()}), language=language
    )


def page(of: Site, path: str = "latte.md") -> str:
    return of.render(path, lambda target: f"/{target}").html


def section(html: str, step: str) -> str:
    """The HTML of a step."""
    found = re.search(rf'<section class="sop-step[^>]* id="{step}".*?</section>', html, re.DOTALL)
    assert found, step
    return found[0]


def flags(html: str) -> list[str]:
    """The lines that say that something stands in the original, as plain words."""
    found = re.findall(r'<p class="sop-original">(.*?)</p>', html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", "", line).split()) for line in found]


def test_a_translated_procedure_is_shown_in_the_language_of_the_site(tmp_path: Path) -> None:
    english = site(tmp_path, "en")
    ref = english.pages["latte.md"]
    rendered = english.render("latte.md", str)
    assert (ref.title, ref.section, ref.source) == ("Make a latte", ("Procedures", "Shops"), "latte.en.md")
    assert (rendered.lang, rendered.title) == ("en", "Make a latte")
    assert "Grind <strong>eighteen grams</strong>." in rendered.html
    assert "Barista" in rendered.html
    assert "at most 10 s" in section(rendered.html, "grind")
    assert "The picture is on the wall." in section(rendered.html, "steam")
    assert [(entry.anchor, entry.title) for entry in rendered.search[:2]] == [("", "Make a latte"), ("grind", "Grind")]


def test_only_the_step_without_a_translation_is_in_the_original_and_says_so(tmp_path: Path) -> None:
    html = page(site(tmp_path, "en"))
    pour = section(html, "pour")
    assert '<span lang="zh-TW">倒入</span>' in pour
    assert '<div lang="zh-TW"><p>倒一個心。</p>' in pour
    assert flags(pour) == ["This step is not translated yet. It is shown in the original (繁體中文)."]
    assert flags(html)[0] == "Shown in the original (繁體中文): 3 倒入"
    assert 'href="#pour"' in html
    for step in ("grind", "steam"):
        assert flags(section(html, step)) == []
        assert 'lang="zh-TW"' not in section(html, step)


def test_so_is_a_step_whose_original_has_changed(tmp_path: Path) -> None:
    html = page(site(tmp_path, "en", latte__md=ORIGINAL.replace("打到發亮", "打到會流動")))
    steam = section(html, "steam")
    assert flags(steam) == [
        "The original of this step has changed since it was translated. It is shown in the original (繁體中文)."
    ]
    for words in ("打奶泡", "打到會流動。", "蒸氣很燙。", "圖示在牆上。"):
        assert words in steam
    for words in ("Until it shines", "Steam is hot", "on the wall"):
        assert words not in html
    assert "Grind" in section(html, "grind")


def test_what_is_not_translated_at_all_stays_as_it_is_and_says_so(tmp_path: Path) -> None:
    english = site(tmp_path, "en")
    rendered = english.render("deep/wash.md", str)
    assert (rendered.lang, rendered.title) == ("zh-TW", "洗杯子")
    assert flags(rendered.html) == [
        "This procedure is not translated into English yet. It is shown in the original (繁體中文)."
    ]
    assert '<article class="sop" lang="zh-TW"' in rendered.html
    assert '<span lang="en">This procedure' in rendered.html
    assert "咖啡師" in rendered.html


def test_without_an_organisation_a_procedure_is_in_the_own_language_of_the_site(tmp_path: Path) -> None:
    folder = content(tmp_path, {"latte.md": ORIGINAL, "latte.en.md": ENGLISH, "deep/wash.md": ONLY_CHINESE})
    (folder / "organisation.yml").unlink()
    english = load_site(folder, language="en", own_language="zh-TW")
    assert english.render("latte.md", str).title == "Make a latte"
    assert len(flags(page(english, "deep/wash.md"))) == 1
    chinese = load_site(folder, language="zh-TW", own_language="zh-TW")
    assert chinese.render("latte.md", str).lang == "zh-TW"
    assert flags(page(chinese, "deep/wash.md")) == []


def test_links_name_other_procedures_in_the_language_of_the_site(tmp_path: Path) -> None:
    html = page(site(tmp_path, "en"), "deep/wash.md")
    assert "Make a latte" in html


@pytest.mark.parametrize("language", [None, "zh-TW", "zh-Hant"])
def test_the_original_language_has_nothing_to_say(tmp_path: Path, language: str | None) -> None:
    chinese = site(tmp_path, language)
    for path in ("latte.md", "deep/wash.md", "latte/checklist.md"):
        assert flags(page(chinese, path)) == []
    assert "10 秒內" in page(chinese)


def test_a_translation_with_an_error_is_not_shown(tmp_path: Path) -> None:
    english = site(tmp_path, "en", latte__en__md=ENGLISH.replace("    do: Until", "    role: barista\n    do: Until"))
    assert english.render("latte.md", str).title == "做拿鐵"
    assert flags(page(english))[0].startswith("This procedure is not translated")


def test_a_run_is_of_the_same_procedure_in_every_language(tmp_path: Path) -> None:
    prints = re.compile(r'"fingerprint":"(\w+)"')
    chinese, english = (
        prints.findall(page(site(tmp_path / language, language), "latte/checklist.md")) for language in ("zh-TW", "en")
    )
    assert chinese == english
    assert len(chinese) == 4


def test_the_checklist_says_what_is_not_translated(tmp_path: Path) -> None:
    english = site(tmp_path, "en")
    html = page(english, "latte/checklist.md")
    assert english.render("latte/checklist.md", str).lang == "en"
    assert '"original":"This step is not translated yet. It is shown in the original (繁體中文)."' in html
    assert html.count('"original":') == 1
    assert flags(html) == [
        "Shown in the original (繁體中文): 3 倒入",
        "This step is not translated yet. It is shown in the original (繁體中文).",
    ]


def test_a_translation_belongs_to_the_version_beside_it(tmp_path: Path) -> None:
    following = ORIGINAL.replace("version: 1\n", "version: 2\neffective: 2030-01-01\n").replace("做拿鐵", "做大拿鐵")
    english = site(tmp_path, "en", latte__next__md=following)
    assert english.pages["latte.md"].title == "Make a latte"
    assert english.pages["latte.next.md"].title == "做大拿鐵"


def drafted(*steps: str) -> str:
    """The English translation, of which these parts are drafts, "" for what stands outside the steps."""
    text = ENGLISH.replace("lang: en\n", "lang: en\ndraft: true\n") if "" in steps else ENGLISH
    for step in filter(None, steps):
        text = text.replace(f"  - id: {step}\n", f"  - id: {step}\n    draft: abcdef\n")
    return text


def test_a_draft_says_that_nobody_confirmed_it(tmp_path: Path) -> None:
    html = page(site(tmp_path, "en", latte__en__md=drafted("", "grind", "steam")))
    said = "This translation is a draft made by a program. Nobody has confirmed it yet; where in doubt, the original"
    assert flags(html)[0] == f"{said} (繁體中文) counts."
    assert flags(section(html, "grind")) == []  # it is all a draft
    assert "Grind <strong>eighteen grams</strong>." in html


def test_of_a_translation_with_drafts_only_those_say_so(tmp_path: Path) -> None:
    html = page(site(tmp_path, "en", latte__en__md=drafted("steam")))
    assert flags(html)[0] == (
        "Drafts made by a program, not confirmed yet; where in doubt, the original (繁體中文) counts: 2 Steam"
    )
    said = ["The translation of this step is a draft made by a program. Nobody has confirmed it yet."]
    assert flags(section(html, "steam")) == said
    assert flags(section(html, "grind")) == []


def test_a_draft_that_its_original_left_behind_is_not_shown(tmp_path: Path) -> None:
    html = page(
        site(tmp_path, "en", latte__md=ORIGINAL.replace("打到發亮", "打到光滑"), latte__en__md=drafted("steam"))
    )
    (said,) = flags(section(html, "steam"))
    assert said.startswith("The original of this step has changed")


def test_a_run_of_a_drafted_step_says_so_too(tmp_path: Path) -> None:
    html = page(site(tmp_path, "en", latte__en__md=drafted("steam")), "latte/checklist.md")
    assert (
        html.count("The translation of this step is a draft made by a program.") >= 2
    )  # to read, and in the data of runs


HOUSE = (
    ORGANISATION
    + """classes:
  - id: grade
    title: 職級
    names: [{lang: en, title: Grade}]
    levels:
      - {id: junior, title: 初級}
      - {id: senior, title: 資深, names: [{lang: en, title: Senior}]}
references:
  - {id: food-act, title: 食品法, names: [{lang: en, title: Food act}], link: "https://law.example.com/"}
  - {id: tea-act, title: 茶葉法}
"""
)


def test_classes_and_references_of_the_house_have_their_names(tmp_path: Path) -> None:
    more = "    min_level: {grade: [senior]}\n    basis: [food-act 3, tea-act 4]\n"
    original = ORIGINAL.replace("    do: 打到發亮。\n", f"    do: 打到發亮。\n{more}")
    given = {"organisation__yml": HOUSE, "latte__md": original}
    steam = section(page(site(tmp_path, "en", **given)), "steam")
    assert "Senior" in steam
    assert "Food act" in steam
    assert "茶葉法" in steam  # without a name it is called as it is
    chinese = section(page(site(tmp_path, **given)), "steam")
    assert "資深" in chinese
    assert "食品法" in chinese

"""Questions as people ask them at a counter find the procedure that is meant, whose words are other ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

import sop_plugin
from sop_plugin.pipeline.site import load_site
from sop_plugin.views.search.index import search_index
from tests.support.asking import answers, put_index

CONTENT = Path(sop_plugin.__file__).parents[1] / "content"

FIRST = 3
"""Among so many pages the one that is meant stands: a phone shows them without scrolling far."""

ASKED = {
    "zh-TW": {
        "客人要退錢": "shop/",
        "客人說沒收到退款": "shop/returns",
        "可以不帶發票退貨嗎": "shop/",
        "沒有发票可以退吗": "shop/",
        "客人說飲料做錯了": "cafe/ordering",
        "客人把奶茶打翻了怎麼辦": "cafe/ordering",
        "對堅果過敏怎麼處理": "cafe/ordering",
        "病人沒有帶健保卡": "hospital/",
        "病人過號了怎麼辦": "hospital/",
        "第一次來看病": "hospital/",
        "发烧要怎么办": "hospital/",
        "多久會撥款": "bank/loan",
        "貸款要準備哪些文件": "bank/loan",
        "機台停機了": "service/repair",
        "工程師什麼時候會到": "service/repair",
        "船延誤了要通知誰": "trade/",
        "客戶說登不進去": "saas/",
        "個資外洩": "support/|bank/|saas/|hospital/",
        "客人要換貨": "shop/",
    },
    "en": {
        "how do I give the money back": "shop/",
        "customer has no receipt": "shop/",
        "wrong drink": "cafe/ordering",
        "nut allergies": "cafe/ordering",
        "patient forgot the card": "hospital/",
        "patient with a fever": "hospital/",
        "somebody fainted": "hospital/",
        "where is my order": "support/|shop/|cafe/",
    },
}


@pytest.fixture(scope="module")
def best(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], list[str]]:
    """Gives the addresses of the best pages for a question in a language, of those that the core makes."""
    found: dict[tuple[str, str], list[str]] = {}
    for language, asked in ASKED.items():
        site = load_site(CONTENT, language=language)
        listed = [path for path, ref in site.pages.items() if ref.listed and not path.startswith("reference/")]
        pages = []
        for path in listed:
            page = site.render(path, str)
            pages.append(site.search_page(path, f"{path.removesuffix('.md')}/", page.lang, page.search))
        folder = tmp_path_factory.mktemp(language)
        put_index(search_index(sorted(pages, key=lambda page: page.url), site.names), folder)
        for question, answer in zip(asked, answers(folder, language, asked), strict=True):
            found[language, question] = answer["best"]
    return lambda language, question: found[language, question]


@pytest.mark.parametrize(("language", "question"), [(each, question) for each in ASKED for question in ASKED[each]])
def test_the_procedure_that_is_meant_is_among_the_first(
    best: Callable[[str, str], list[str]], language: str, question: str
) -> None:
    first = best(language, question)[:FIRST]
    wanted = tuple(ASKED[language][question].split("|"))
    assert any(url.startswith(wanted) for url in first), first

"""PDFs as a reader's program finds them: tagged, in order, complete, the same each time, and made from the content alone."""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from pypdf import PdfReader

from sop_plugin.exports.pdf import Pdf, pdf_of
from sop_plugin.model.paper import Paper
from sop_plugin.model.site_address import SiteAddress
from sop_plugin.pipeline.printing import printed
from sop_plugin.pipeline.site import load_site
from sop_plugin.pipeline.today import today
from tests.pipeline.contents import content

DOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle cx="30" cy="30" r="20"/></svg>'

CLOSING = """\
---
sop: 1
id: close-shop
title: 打烊
version: 2.1
status: effective
effective: 2026-03-01
owner: barista
lang: {lang}
tags: [門市]
terms: [{{id: drawer, title: 抽屜, text: 放零錢的地方。}}]
steps:
  - id: count
    title: 清點現金
    do: 數兩次，數字一樣才算。
    role: barista
    cautions: [{{danger: 保險箱不可無人看守。}}]
    media: [{{file: dot.svg, alt: 收銀抽屜}}]
    exceptions:
      - {{id: short, when: 少了錢, then: 再數一次。, go: lock}}
  - id: both
    title: 同時收拾
    order: any-order
    steps:
      - {{id: wipe, title: 擦桌子, do: '{long}'}}
      - {{id: sweep, title: 掃地, do: '| 區域 | 次數 |'}}
  - {{id: lock, title: 鎖門, do: 回頭再拉一次門把。}}
---
"""

IN_ORDER = (
    "清點現金",
    "保險箱不可無人看守",
    "數兩次",
    "少了錢",
    "再數一次",
    "擦桌子",
    "掃地",
    "鎖門",
    "回頭再拉一次門把",
)


def folder(root: Path, lang: str = "zh-TW") -> Path:
    text = CLOSING.format(lang=lang, long="從裡面擦到外面。" * 180)
    return content(root, {"shop/close.md": text, "shop/dot.svg": DOT})


def made(root: Path, **options: bool) -> bytes:
    site = load_site(root, address=SiteAddress("https://sop.example.com/"))
    (one,) = printed(site, ["shop/close.md"], today(), **options)
    assert one.lost == ()
    return one.data


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made(folder(tmp_path_factory.mktemp("pdf")))


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def elements(node: Any) -> Iterator[Any]:
    """The structure of a document in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from elements(node["/K"])


def kids(element: Any) -> list[Any]:
    """What stands directly within an element, text apart."""
    inside = element.get("/K", [])
    found = [kid.get_object() for kid in (inside if isinstance(inside, list) else [inside])]
    return [kid for kid in found if isinstance(kid, dict)]


def fonts(reader: PdfReader) -> dict[str, Any]:
    """The descriptor of each font by its name."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            described = font.get_object()
            for inner in described.get("/DescendantFonts", [described]):
                descriptor = inner.get_object()["/FontDescriptor"].get_object()
                found[str(descriptor["/FontName"])] = descriptor
    return found


def test_every_step_stands_in_reading_order(reader: PdfReader) -> None:
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    places = [text.rindex(words) for words in IN_ORDER]
    assert places == sorted(places)


def test_it_is_tagged(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "zh-TW"
    assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()
    found = list(elements(root["/StructTreeRoot"]["/K"]))
    kinds = [str(one.get("/S")) for one in found]
    assert {"/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Link", "/Figure"} <= set(kinds)
    alternatives = [str(one.get("/Alt")) for one, kind in zip(found, kinds, strict=True) if kind == "/Figure"]
    assert alternatives == ["掃描看最新版程序", "收銀抽屜"]


def test_elements_stand_where_the_standard_wants_them(reader: PdfReader) -> None:
    found = list(elements(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))  # type: ignore[index]
    inside = {(str(one.get("/S")), str(kid.get("/S", kid.get("/Type")))) for one in found for kid in kids(one)}
    assert {kid for one, kid in inside if one == "/L"} <= {"/LI", "/L", "/Caption"}
    assert {one for one, kid in inside if kid == "/LI"} == {"/L"}
    assert {one for one, kid in inside if kid == "/OBJR"} == {"/Link"}
    tagged = [kid["/Obj"] for one in found for kid in kids(one) if kid.get("/Type") == "/OBJR"]
    assert len(tagged) == sum(len(page.get("/Annots", ())) for page in reader.pages)


def test_it_says_what_it_is(reader: PdfReader) -> None:
    about = reader.metadata
    assert about
    assert (about.title, about.author, about.subject) == ("打烊", "Barista", "close-shop · 版本 2.1")
    assert len(reader.pages) > 1
    for number, page in enumerate(reader.pages, 1):
        text = "".join(page.extract_text().split())
        count = len(reader.pages)
        for words in ("close-shop·版本2.1·生效日期2026-03-01", "列印本不受管制", f"第{number}頁，共{count}頁"):
            assert words in text


def test_the_outline_leads_to_the_steps(reader: PdfReader) -> None:
    def titles(outline: list[Any]) -> list[Any]:
        return [titles(each) if isinstance(each, list) else each.title for each in outline]

    assert titles(reader.outline)[:4] == ["1 清點現金", "2 同時收拾", ["2.1 擦桌子", "2.2 掃地"], "3 鎖門"]


def test_fonts_are_embedded(reader: PdfReader) -> None:
    found = fonts(reader)
    assert found
    for name, descriptor in found.items():
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), name


def test_characters_have_the_form_of_their_region(tmp_path: Path, reader: PdfReader) -> None:
    fonts_here = subprocess.run(["fc-list"], capture_output=True, text=True, check=True) if which("fc-list") else None
    if fonts_here is None or "Noto Sans CJK" not in fonts_here.stdout:
        pytest.skip("needs Noto Sans CJK")
    other = PdfReader(BytesIO(made(folder(tmp_path, "zh-CN"))))
    assert other.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]
    for form, document in (("TC", reader), ("SC", other)):
        names = [name.upper() for name in fonts(document)]
        assert any(f"CJK-{form}" in name or f"CJK{form}" in name for name in names), names


def test_the_same_content_makes_the_same_bytes(tmp_path: Path, pdf: bytes) -> None:
    """In a process of its own, since hashes differ there."""
    root = folder(tmp_path)
    command = [sys.executable, "-m", "sop_plugin.cli", "pdf", "--site-url", "https://sop.example.com", "-o", "out"]
    subprocess.run(command, cwd=root.parent, check=True, capture_output=True)
    assert (root.parent / "out/close-shop-2.1.pdf").read_bytes() == pdf


def test_a_checklist_has_its_boxes_and_its_head(tmp_path: Path) -> None:
    checklist = PdfReader(BytesIO(made(folder(tmp_path), checklist=True)))
    text = "".join("".join(page.extract_text().split()) for page in checklist.pages)
    assert text.index("清點現金") < text.index("擦桌子") < text.rindex("鎖門") < text.index("完成時間")
    assert checklist.metadata
    assert checklist.metadata.title == "檢核表：打烊"


def hostile(root: Path) -> Pdf:
    """A paper that asks for what is not its own; `root` holds a secret and, in `content`, a link to it."""
    secret = root / "secret.svg"
    secret.write_bytes(DOT)
    held = content(
        root, {"nested.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{secret.as_uri()}"/></svg>'}
    )
    (held / "linked.svg").symlink_to(secret)
    site = load_site(held)
    asked = [
        secret.as_uri(),
        "http://127.0.0.1:9/a.png",
        "content:../secret.svg",
        "content:linked.svg",
        "content:nested.svg",
    ]
    asked += ["content:%2E%2E/secret.svg", "data:image/svg+xml,<svg/>", "secret.svg"]
    pictures = "".join(f"<img alt='a' src='{each}'>" for each in asked)
    style = "<style>@import 'http://127.0.0.1:9/b.css'; p { background: url('http://127.0.0.1:9/c.png') }</style>"
    return pdf_of(Paper(f"<html lang='en'><title>a</title>{style}<p>b</p>{pictures}", {}), site.read)


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    result = hostile(tmp_path)
    assert {each.rpartition("/")[2] for each in result.lost} >= {"secret.svg", "a.png", "c.png", "content:linked.svg"}
    assert "content:nested.svg" not in result.lost
    assert [image for page in PdfReader(BytesIO(result.data)).pages for image in page.images] == []


def test_a_damaged_picture_is_missed(tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / "shop/dot.svg").write_bytes(b"<svg")
    (one,) = printed(load_site(root), ["shop/close.md"], today())
    assert one.lost == ("shop/dot.svg",)


def test_a_translation_has_a_name_of_its_own(tmp_path: Path) -> None:
    root = folder(tmp_path)
    before = (root / "shop/close.md").read_text(encoding="utf-8")
    identifier = next(line for line in before.splitlines() if line.startswith("id: ")).removeprefix("id: ")
    translation = f"---\nsop: 1\ntranslates: {identifier}\nlang: zh-CN\ntitle: 关店\n---\n"
    (root / "shop/close.zh-CN.md").write_text(translation, encoding="utf-8")
    (plain,) = printed(load_site(root), ["shop/close.md"], today())
    (one,) = printed(load_site(root, language="zh-CN"), ["shop/close.md"], today())
    assert one.name == plain.name.replace(".pdf", "-zh-CN.pdf")
    assert "关店" in "".join(page.extract_text() for page in PdfReader(BytesIO(one.data)).pages)

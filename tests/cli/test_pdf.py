import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Command
from tests.pipeline.contents import sop

PDF = b"%PDF-1.7"


def test_everything_sound_is_printed_and_what_is_not_says_why(run: Command, faulty: Path) -> None:
    code, out, err = run("pdf", "--content", faulty)
    assert code == 1
    assert "content/a.md:7:13: error" in out
    assert err == "Not printed, because it has errors: a.md\n"
    made = {path.name: path.read_bytes()[:8] for path in Path("pdf").iterdir()}
    assert made == {"b-1.pdf": PDF, "c-1.pdf": PDF}


@pytest.mark.parametrize("wanted", ["b", "old-b", "shop", "shop/b.md", "content/shop"])
def test_a_procedure_is_named_by_id_file_or_folder(run: Command, sound: Path, wanted: str) -> None:
    (sound / "shop/b.md").write_text(sop("b", "was: [old-b]\n"))
    code, out, _ = run("pdf", wanted, "-o", "binder/today", "--lang", "en")
    assert (code, out) == (0, "Written: binder/today/b-1.pdf\n")


def test_a_faulty_procedure_is_known_by_its_id(run: Command, faulty: Path) -> None:
    assert run("pdf", "--content", faulty, "a").err == "Not printed, because it has errors: a.md\n"


def test_each_version_has_a_file_of_its_own(run: Command, sound: Path) -> None:
    (sound / "shop/b.next.md").write_text(sop("b", "status: draft\n").replace("version: 1", "version: 2.0"))
    run("pdf", "b")
    run("pdf", "b", "--checklist")
    names = sorted(path.name for path in Path("pdf").iterdir())
    assert names == ["b-1-checklist.pdf", "b-1.pdf", "b-2.0-checklist.pdf", "b-2.0.pdf"]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("shop-clse", "Did you mean “shop-close”?"),
        ("quite-another", "no file, folder or procedure “quite-another”"),
        ("../outside.md", "no file, folder or procedure “../outside.md”"),
    ],
)
def test_what_there_is_not(run: Command, sound: Path, wanted: str, said: str) -> None:
    (sound / "close.md").write_text(sop("shop-close"))
    (sound.parent.parent / "outside.md").write_text(sop("outside"))
    code, _, err = run("pdf", wanted)
    assert code == 2
    assert said in err
    assert not Path("pdf").exists()


def test_a_site_has_an_address(run: Command, sound: Path) -> None:
    code, _, err = run("pdf", "--content", sound, "--site-url", "sop.example.com")
    assert code == 2
    assert "“sop.example.com” is not the address of a site" in err


def test_the_address_comes_from_the_configuration(run: Command, sound: Path) -> None:
    Path("mkdocs.yml").write_text("site_url: https://sop.example.com\n")
    (sound / "shop/b.md").write_text(sop("b", "references: [{id: a, title: A, link: ../a.md}]\n"))
    run("pdf", "b")
    (page, *_) = PdfReader("pdf/b-1.pdf").pages
    links = [link.get_object()["/A"]["/URI"] for link in page["/Annots"] if "/A" in link.get_object()]  # type: ignore[attr-defined]
    assert links == ["https://sop.example.com/a/"]


@pytest.mark.parametrize(
    ("fault", "said"), [("ImportError()", 'pip install "mkdocs-sop[pdf]"'), ("OSError('no pango')", "(no pango)")]
)
def test_what_is_not_installed_is_said(
    run: Command, sound: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str, said: str
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("sop_plugin.exports.pdf", "sop_plugin.pipeline.printing"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/weasyprint.py").write_text(f"raise {fault}\n")
    monkeypatch.syspath_prepend(tmp_path / "broken")
    code, _, err = run("pdf", "--content", sound)
    assert code == 2
    assert said in err

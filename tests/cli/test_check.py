import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sop_plugin.pipeline.cache import CLOCK_GRAIN_NS
from sop_plugin.words.catalogue import LANGUAGES, catalogue
from tests.cli.conftest import Command
from tests.pipeline.contents import content, sop
from tests.pipeline.repository import Repository

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.usefixtures("sound")
def test_nothing_to_report(run: Command) -> None:
    assert run("check") == (0, "Checked 2 files: nothing to report.\n", "")


@pytest.mark.usefixtures("faulty")
def test_errors(run: Command) -> None:
    code, out, err = run("check")
    assert (code, err) == (1, "")
    assert "content/a.md:7:13: error[time-unreadable]" in out
    assert "content/shop/b.md:10:2: warning[invisible-character]" in out
    assert out.strip().endswith("Checked 3 files: 1 error, 1 warning.")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_fail_only_when_strict(
    run: Command, tmp_path: Path, arguments: list[str], code: int, form: str
) -> None:
    content(tmp_path, {"a.md": sop("a", body="a\u200bb\n")})
    assert run("check", "--format", form, *arguments).code == code


@pytest.mark.usefixtures("faulty")
def test_json(run: Command) -> None:
    code, out, _ = run("check", "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert report["summary"] == {"files": 3, "errors": 1, "warnings": 1, "infos": 0}
    assert [found["rule"] for found in report["diagnostics"]] == ["time-unreadable", "invisible-character"]
    assert report["diagnostics"][0]["path"] == "content/a.md"


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("paths", "rules", "code"),
    [
        (["content"], ["time-unreadable", "invisible-character"], 1),
        (["content/a.md"], ["time-unreadable"], 1),
        (["content/shop"], ["invisible-character"], 0),
        (["content/shop/b.md", "content/c.md"], ["invisible-character"], 0),
        (["content/c.md"], [], 0),
        (["content/shop/../a.md"], ["time-unreadable"], 1),
    ],
)
def test_paths_choose_what_is_shown(run: Command, paths: list[str], rules: list[str], code: int) -> None:
    outcome = run("check", "--format", "json", *paths)
    assert [found["rule"] for found in json.loads(outcome.out)["diagnostics"]] == rules
    assert outcome.code == code


@pytest.mark.usefixtures("sound")
def test_a_path_there_is_not(run: Command) -> None:
    outcome = run("check", "content/nowhere.md")
    assert (outcome.code, outcome.out) == (2, "")
    assert "nowhere.md" in outcome.err


def test_another_content_folder(run: Command, sound: Path) -> None:
    sound.rename(sound.with_name("procedures"))
    assert run("check").code == 2
    assert run("check", "procedures").code == 0
    assert run("check", "--content", "procedures").code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_content_folder(run: Command, language: str) -> None:
    outcome = run("check", "--lang", language)
    assert outcome == (2, "", catalogue(language).text("cli.no-content", path="content") + "\n")


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("language", LANGUAGES)
def test_languages(run: Command, language: str) -> None:
    words = catalogue(language)
    out = run("check", "--lang", language).out
    assert words.text("rule.time-unreadable.message", text="soon") in out


def test_the_language_is_the_organisations_where_none_is_asked_for(run: Command, tmp_path: Path) -> None:
    content(tmp_path, {"organisation.yml": "organisation: 1\nname: 甲\nlanguage: zh-TW\n", "a.md": sop("a")})
    assert run("check").out.startswith("已檢查 1 個檔案")


@pytest.mark.usefixtures("faulty")
def test_the_memory_changes_nothing(run: Command) -> None:
    first = run("check")
    assert run("check") == first
    assert run("check", "--no-cache") == first
    assert run("check", "--jobs", "2") == first


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["check", "--format", "xml"], ["check", "--lang", "fr"], ["check", "--jobs", "x"]]
)
def test_misuse(run: Command, arguments: list[str]) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("usage: sop")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["check", "explain", "rules", "new", "schema", "build", "serve", "rename", "lsp"])
def test_help(run: Command, command: str, language: str) -> None:
    code, out, _ = run(command, "--lang", language, "--help")
    assert code == 0
    assert catalogue(language).text(f"cli.{command}.about").split()[0] in out


@pytest.mark.parametrize(
    ("system", "language"),
    [("zh_TW.UTF-8", "zh-TW"), ("zh_HK", "zh-TW"), ("zh_CN.GB18030", "zh-CN"), ("de_DE.UTF-8", "en"), ("", "en")],
)
def test_help_speaks_as_the_system_does(
    run: Command, monkeypatch: pytest.MonkeyPatch, system: str, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, system)
    assert catalogue(language).text("cli.about") in run("--help").out.replace("\n", " ")


def sop_process(folder: Path, *arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONIOENCODING": encoding,
    }
    command = [sys.executable, "-m", "sop_plugin.cli", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=60)


def test_as_a_process(faulty: Path) -> None:
    done = sop_process(faulty.parent, "check")
    assert done.returncode == 1
    assert b"error[time-unreadable]" in done.stdout
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_an_unchanged_folder_is_told_of_without_what_reads_files(faulty: Path) -> None:
    time.sleep(2 * CLOCK_GRAIN_NS / 1e9)
    first = sop_process(faulty.parent, "check")
    script = "import sys, sop_plugin.cli as cli; code = cli.main(['check']); print(*sys.modules, file=sys.stderr)"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(faulty.parent / "cache")}
    again = subprocess.run(
        [sys.executable, "-c", script], cwd=faulty.parent, env=environment, capture_output=True, check=True
    )
    assert again.stdout == first.stdout
    loaded = set(again.stderr.decode().split())
    assert "sop_plugin.cli.check" in loaded
    assert loaded.isdisjoint({"yaml", "markdown_it", "jinja2", "sop_plugin.cli.fmt", "urllib.request"})


@pytest.mark.parametrize("encoding", ["ascii", "cp950", "utf-8"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_a_terminal_cannot_show_is_no_error(tmp_path: Path, encoding: str, form: str) -> None:
    folder = content(tmp_path, {"a.md": sop("a", "time_limit: 很快 😀\n")})
    (folder / os.fsdecode(b"\xa5\x40.md")).write_text(sop("b", "role: nobody\n"))
    for _ in range(2):
        done = sop_process(tmp_path, "check", "--format", form, "--lang", "zh-TW", encoding=encoding)
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"unknown-role" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_error(faulty: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(faulty.parent / "cache")}
    script = f'"{sys.executable}" -m sop_plugin.cli rules | head -n 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", script], cwd=faulty.parent, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("0\n")
    assert done.stderr == ""


@pytest.mark.usefixtures("faulty")
def test_several_formats_at_once_go_where_they_are_sent(run: Command, tmp_path: Path) -> None:
    code, out, _ = run("check", "--format", f"sarif={tmp_path / 'a.sarif'}", "--format", "github")
    assert code == 1
    assert out.startswith("::error file=content/")
    assert '"version": "2.1.0"' in (tmp_path / "a.sarif").read_text(encoding="utf-8")


@pytest.mark.usefixtures("faulty")
def test_github_shows_a_summary_of_the_step(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("before\n")
    run("check", "--format", "github")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("before\n## sop check\n")


@pytest.mark.usefixtures("faulty")
def test_files_are_called_as_from_the_working_folder(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path.cwd()
    monkeypatch.chdir(folder.parent)
    _, out, _ = run("check", "--content", f"{folder.name}/content", "--format", "github")
    assert f"::error file={folder.name}/content/" in out


def test_only_what_changed_since_a_revision(run: Command, tmp_path: Path) -> None:
    made = Repository(tmp_path, {"a.md": sop("a"), "b.md": sop("b", "time_limit: soon\n")})
    assert run("check", "--changed-since", "main") == (0, "Checked 0 files: nothing to report.\n", "")
    made.write("a.md", sop("a", "scope: All shops\n"))
    code, out, err = run("check", "--changed-since", "main")
    assert (code, err) == (0, "")
    assert (
        "content/a.md:5:10: warning[version-not-raised] The procedure changed, but version 1 is no newer than it was."
        in out
    )
    assert "Changed: scope." in out
    assert "+ version: 2" in out
    assert out.strip().endswith("Checked 1 file: 1 warning.")
    assert run("check", "--strict", "--changed-since", "main").code == 1
    assert run("check").code == 1


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("nowhere", "Git knows no branch, tag or commit “nowhere” here.\n"),
        ("--output=stolen", "Git knows no branch, tag or commit “--output=stolen” here.\n"),
        ("", "Git knows no branch, tag or commit “” here.\n"),
    ],
)
def test_a_revision_that_there_is_not(run: Command, tmp_path: Path, revision: str, message: str) -> None:
    Repository(tmp_path, {"a.md": sop("a")})
    assert run("check", f"--changed-since={revision}") == (2, "", message)
    assert not list(tmp_path.rglob("stolen"))


@pytest.mark.usefixtures("sound")
def test_changes_need_a_repository(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, out, err = run("check", "--changed-since", "main")
    assert (code, out) == (2, "")
    assert "is in no git repository" in err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("check", "--changed-since", "main", "--lang", "zh-TW").err.startswith("--changed-since 需要 git 程式")

"""What the guides and the README show is true: their examples pass, and their messages are the ones that are printed."""

import datetime
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

import sop_plugin
from sop_plugin.adapter.assets import adapt_theme
from sop_plugin.adapter.config import SopConfig
from sop_plugin.adapter.policy import policy_of
from sop_plugin.model.diagnostic import Severity
from sop_plugin.model.question import QuestionKind
from sop_plugin.pipeline.checking import check_content
from sop_plugin.reading.document import read_document
from sop_plugin.reading.durations import UnreadableTime, read_duration
from sop_plugin.reports.text import text_report
from sop_plugin.words.catalogue import catalogue

ROOT = Path(sop_plugin.__file__).parents[1]
GUIDES = ROOT / "content/guide"
README = ROOT / "README.md"
PAGES = [README, *sorted(GUIDES.glob("*.md"))]
ENDINGS = {"zh-TW": ".md", "en": ".en.md", "zh-CN": ".zh-CN.md"}


def in_each_language(name: str) -> list[Path]:
    """A guide as it was written, and its translations."""
    return [GUIDES / (name + ending) for ending in ENDINGS.values()]


WRITING = in_each_language("writing")
TRANSLATING = in_each_language("translating")
PUBLISHING = in_each_language("publishing")
QUIZZES = in_each_language("quizzes")

YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARKDOWN = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
UNQUOTED = "Group heads: no grounds left, and the water is clear."
QUIZ = "---\nquiz: 1\nid: example-{number}\ntitle: Example\n---\n\n"
STEPS = "---\nsop: 1\nid: example-{number}\ntitle: Example\nstatus: draft\nsteps:\n{steps}---\n"


def whole_files(page: Path) -> list[str]:
    """The examples of a page that are a whole file."""
    return [text for text in YAML.findall(page.read_text(encoding="utf-8")) if text.startswith("---\n")]


def quizzes(page: Path) -> dict[str, str]:
    """The examples of a page that are a quiz, or a question of one, by the name of a file to put them in."""
    found: dict[str, str] = {}
    for number, text in enumerate(MARKDOWN.findall(page.read_text(encoding="utf-8"))):
        translation = re.search(r"^translates:.*\nlang: (.*)$", text, re.MULTILINE)
        head = "" if text.startswith("---\n") else QUIZ.format(number=number)
        question = "" if text.startswith(("---\n", "## ", "tests:")) else f"## What? {{#q{number}}}\n\n"
        if not text.startswith("tests:"):
            found[f"counter.{translation[1] if translation else number}.md"] = head + question + text
    return found


def steps(page: Path) -> list[str]:
    """The examples of a page that are a list of steps."""
    return [text for text in YAML.findall(page.read_text(encoding="utf-8")) if text.startswith("- id: ")]


def report(root: Path, files: dict[str, str], language: str) -> str:
    """What is found in files put beside the site's own organisation file; empty where nothing is."""
    content = root / "content"
    (content / "cafe").mkdir(parents=True)
    (content / "organisation.yml").write_bytes((ROOT / "content/organisation.yml").read_bytes())
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8")
    found = check_content(content, jobs=1).diagnostics
    return text_report(found, catalogue(language), files=len(files), color=False) if found else ""


@pytest.mark.parametrize("page", [README, *WRITING, *TRANSLATING], ids=lambda page: page.name)
def test_examples_have_no_fault(page: Path, tmp_path: Path) -> None:
    files = {f"cafe/example-{number}.md": text for number, text in enumerate(whole_files(page))}
    for number, text in enumerate(steps(page)):
        files[f"cafe/steps-{number}.md"] = STEPS.format(number=number, steps=text)
    if page in TRANSLATING:
        files["cafe/closing.md"] = whole_files(WRITING[TRANSLATING.index(page)])[0]
    assert report(tmp_path, files, "en") == ""


@pytest.mark.parametrize("page", QUIZZES, ids=lambda page: page.name)
def test_examples_of_quizzes_have_no_fault(page: Path, tmp_path: Path) -> None:
    content, folder = tmp_path / "content", tmp_path / "quizzes"
    for path in ("organisation.yml", "cafe/ordering.md"):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes((ROOT / "content" / path).read_bytes())
    folder.mkdir()
    (folder / "img").mkdir()
    for name in ("fine", "coarse"):
        (folder / f"img/{name}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n')
    examples = quizzes(page)
    for name, text in examples.items():
        (folder / name).write_text(text, encoding="utf-8")
    found = [each for each in check_content(content, jobs=1).diagnostics if each.path.startswith("quizzes/")]
    # What an author is to paste once the question was looked at cannot stand in a guide: it changes with the SOP.
    assert {each.rule for each in found} == {"question-unpinned", "translated-question-unpinned"}
    kinds = {question.kind for name in examples for question in read_document(name, examples[name].encode()).questions}
    assert kinds >= set(QuestionKind)


def test_there_are_examples() -> None:
    found = {page: (len(whole_files(page)), len(steps(page))) for page in PAGES}
    assert {page for page in found if any(found[page])} == {README, *WRITING, *TRANSLATING}
    assert [found[page] for page in WRITING] == [(1, 3)] * len(WRITING)


@pytest.mark.parametrize(
    ("page", "name", "right", "wrong", "language"),
    [
        (README, "cafe/milk.md", "role: barista", "role: baritsa", "en"),
        (WRITING[0], "cafe/closing.md", "沖煮頭：", "沖煮頭: ", "zh-TW"),
        (WRITING[1], "cafe/closing.md", '"Group heads: no grounds left, and the water is clear."', UNQUOTED, "en"),
        (WRITING[2], "cafe/closing.md", "冲煮头：", "冲煮头: ", "zh-CN"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_the_message_shown_is_the_one_printed(
    page: Path, name: str, right: str, wrong: str, language: str, tmp_path: Path
) -> None:
    example = whole_files(page)[0].replace(right, wrong, 1)
    message = report(tmp_path, {name: example}, language).rpartition("\n\n")[0]
    assert f"```text\n{message}\n```" in page.read_text(encoding="utf-8")


def test_traps_are_told_and_what_is_to_be_written_instead_is_not(tmp_path: Path) -> None:
    files = {}
    for page in WRITING:
        rows = re.findall(r"^\| `(.*?)` \| .*? \| `(.*?)`", page.read_text(encoding="utf-8"), re.MULTILINE)
        traps = [row for row in rows if row[0].startswith(("- ", "title: "))]
        assert len(traps) == 3
        for number, row in enumerate(traps):
            for kind, line in zip(("wrong", "right"), row, strict=True):
                example = STEPS.format(number=f"{kind}-{number}-{WRITING.index(page)}", steps=_step_with(line))
                files[f"cafe/{kind}-{number}-{WRITING.index(page)}.md"] = example
    found = report(tmp_path, files, "en")
    assert {name for name in files if f"content/{name}:" in found} == {name for name in files if "wrong" in name}
    # Each of them is shown as it should read.
    assert len(re.findall(r"^ +\+ ", found, re.MULTILINE)) == len(files) // 2


def _step_with(line: str) -> str:
    """A step with a title or an item of a list."""
    return f"- id: a\n  {line}\n" if line.startswith("title: ") else f"- id: a\n  title: A\n  quality:\n    {line}\n"


@pytest.mark.parametrize("page", in_each_language("checking"), ids=lambda page: page.name)
def test_the_policy_shown_can_be_read_and_the_exemption_shown_holds(page: Path, tmp_path: Path) -> None:
    policy, exemption = YAML.findall(page.read_text(encoding="utf-8"))
    organisation = (ROOT / "content/organisation.yml").read_text(encoding="utf-8")
    files = {"organisation.yml": organisation.partition("policy:\n")[0] + policy}
    for name, head in ("kept", exemption), ("told", ""):
        vague = "  - id: steam\n    title: Steam\n    do: Steam the milk properly.\n"
        files[f"cafe/{name}.md"] = STEPS.format(number=name, steps=vague).replace("steps:", f"lang: en\n{head}steps:")
    (tmp_path / "content/cafe").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    found = check_content(tmp_path / "content", jobs=1, today=datetime.date(2026, 12, 1)).diagnostics
    assert [(each.path, each.rule, each.severity) for each in found] == [
        ("content/cafe/told.md", "vague-criterion", Severity.WARNING)
    ]


@pytest.mark.parametrize("page", WRITING, ids=lambda page: page.name)
def test_times_shown_can_be_read(page: Path) -> None:
    shown = re.findall(r"`time_limit: ([^`]+)`", page.read_text(encoding="utf-8"))
    assert len(shown) > 3
    assert not [words for words in shown if isinstance(read_duration(words), UnreadableTime)]


def test_the_header_to_be_copied_is_the_one_that_a_build_makes() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    adapt_theme(config)
    header = f"\nContent-Security-Policy: {policy_of(config)}\n"
    assert [page.name for page in PUBLISHING if header not in page.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("page", PUBLISHING, ids=lambda page: page.name)
def test_every_setting_of_the_plugin_is_shown(page: Path) -> None:
    shown = re.findall(r"^ {6}(\w+): ", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name, _ in SopConfig()._schema} <= set(shown)


def test_what_the_readme_links_is_there() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text(encoding="utf-8"))
    assert len(targets) > 5
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_code_is_fenced_within_a_list(page: Path) -> None:
    # The parser of ordinary pages makes a line of words of it.
    assert re.findall(r"^ +```.*$", page.read_text(encoding="utf-8"), re.MULTILINE) == []

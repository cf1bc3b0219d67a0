"""What the guides and the README show is true: their examples pass, and their messages are the ones that are printed."""

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

import sop_plugin
from sop_plugin.adapter.assets import adapt_theme
from sop_plugin.adapter.policy import policy_of
from sop_plugin.model.question import QuestionKind
from sop_plugin.pipeline.checking import check_content
from sop_plugin.reading.document import read_document
from sop_plugin.reading.durations import UnreadableTime, read_duration
from sop_plugin.reports.text import text_report
from sop_plugin.words.catalogue import catalogue

ROOT = Path(sop_plugin.__file__).parents[1]
WRITING = ROOT / "content/guide/writing.md"
TRANSLATING = ROOT / "content/guide/translating.md"
PUBLISHING = ROOT / "content/guide/publishing.md"
QUIZZES = sorted((ROOT / "content/guide").glob("quizzes*.md"))
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "content/guide").glob("*.md"))]

YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARKDOWN = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_have_no_fault(page: Path, tmp_path: Path) -> None:
    files = {f"cafe/example-{number}.md": text for number, text in enumerate(whole_files(page))}
    for number, text in enumerate(steps(page)):
        files[f"cafe/steps-{number}.md"] = STEPS.format(number=number, steps=text)
    if page == TRANSLATING:
        files["cafe/closing.md"] = whole_files(WRITING)[0]
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
    assert [len(whole_files(page)) for page in (README, WRITING, TRANSLATING)] == [1, 1, 1]
    assert len(steps(WRITING)) > 2


@pytest.mark.parametrize(
    ("page", "name", "right", "wrong", "language"),
    [
        (README, "cafe/milk.md", "role: barista", "role: baritsa", "en"),
        (WRITING, "cafe/closing.md", "沖煮頭：", "沖煮頭: ", "zh-TW"),
    ],
    ids=["readme", "writing"],
)
def test_the_message_shown_is_the_one_printed(
    page: Path, name: str, right: str, wrong: str, language: str, tmp_path: Path
) -> None:
    example = whole_files(page)[0].replace(right, wrong, 1)
    message = report(tmp_path, {name: example}, language).rpartition("\n\n")[0]
    assert f"```text\n{message}\n```" in page.read_text(encoding="utf-8")


def test_times_shown_can_be_read() -> None:
    shown = re.findall(r"`time_limit: ([^`]+)`", WRITING.read_text(encoding="utf-8"))
    assert len(shown) > 3
    assert not [words for words in shown if isinstance(read_duration(words), UnreadableTime)]


def test_the_header_to_be_copied_is_the_one_that_a_build_makes() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    adapt_theme(config)
    assert f"\nContent-Security-Policy: {policy_of(config)}\n" in PUBLISHING.read_text(encoding="utf-8")


def test_what_the_readme_links_is_there() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text(encoding="utf-8"))
    assert len(targets) > 5
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("name", ["editor", "moving"])
def test_translated_guides_name_the_same_commands_and_settings(name: str) -> None:
    guides = [ROOT / "content/guide" / f"{name}{language}.md" for language in ("", ".en", ".zh-CN")]
    named = [_commands(guide.read_text(encoding="utf-8")) for guide in guides]
    assert named[0]
    assert named[1] == named[0]
    assert named[2] == named[0]


def _commands(guide: str) -> list[str]:
    """The code of a guide, without what each language says in its own words."""
    blocks = re.findall(r"```\w+\n(.*?)```|^ {8}(\$ [^\n]*)$", guide, re.DOTALL | re.MULTILINE)
    return [re.sub(r"zh-TW|zh-CN|\ben\b|[^ /]+\.xml", "…", "".join(block)) for block in blocks]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_code_is_fenced_within_a_list(page: Path) -> None:
    # The parser of ordinary pages makes a line of words of it.
    assert re.findall(r"^ +```.*$", page.read_text(encoding="utf-8"), re.MULTILINE) == []

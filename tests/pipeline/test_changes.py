"""What a pull request touches and what depends on it, and how its procedures are held against what they were."""

from pathlib import Path

import pytest

from sop_plugin.pipeline.checking import check_content
from sop_plugin.pipeline.history import changes_since
from tests.pipeline.contents import ORGANISATION, named, sop
from tests.pipeline.repository import Repository

FAULT = "colour: red\n"
"""A line with which a file has a fault of its own, whether it is touched or not."""


def translation(of: str) -> str:
    return f"---\nsop: 1\ntranslates: {of}\nlang: zh-TW\ntitle: 乙\nsteps:\n  - {{id: begin, title: 開始, role: barista}}\n---\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Procedures that refer to each other; all but `a` have a fault."""
    files = {
        "a.md": sop("a"),
        "calls.md": sop("calls", f"variant_of: a\n{FAULT}"),
        "links.md": sop("links", FAULT, "See [it](a.md).\n"),
        "shows.md": sop("shows", FAULT, "![Plan](img/plan.svg)\n"),
        "other.md": sop("other", FAULT),
        "a.zh-TW.md": translation("a"),
        "img/plan.svg": "<svg/>",
    }
    return Repository(tmp_path, files)


def found(repository: Repository) -> list[tuple[str, int, str]]:
    """What is reported beside the first commit."""
    return named(check_content(repository.content, past=changes_since(repository.content, "main")).diagnostics)


OF_ITS_OWN = {
    "a.zh-TW.md": ("a.zh-TW.md", 7, "translated-field"),
    "calls.md": ("calls.md", 8, "unknown-field"),
    "links.md": ("links.md", 7, "unknown-field"),
    "other.md": ("other.md", 7, "unknown-field"),
    "shows.md": ("shows.md", 7, "unknown-field"),
}


def of(*files: str) -> list[tuple[str, int, str]]:
    return sorted(OF_ITS_OWN[file] for file in files)


def test_nothing_changed_nothing_is_reported(repository: Repository) -> None:
    assert found(repository) == []


def test_what_changed_and_what_depends_on_it(repository: Repository) -> None:
    repository.write("a.md", sop("a", "tags: [new]\n"))
    assert found(repository) == of("a.zh-TW.md", "calls.md", "links.md")


def test_a_file_that_nothing_depends_on(repository: Repository) -> None:
    repository.write("other.md", sop("other", f"tags: [new]\n{FAULT}"))
    assert found(repository) == [("other.md", 8, "unknown-field")]


def test_a_changed_translation_concerns_itself(repository: Repository) -> None:
    repository.write("a.zh-TW.md", translation("a").replace("乙", "丙"))
    assert found(repository) == of("a.zh-TW.md")


def test_a_picture_concerns_who_shows_it(repository: Repository) -> None:
    (repository.content / "img/plan.svg").unlink()
    assert found(repository) == [*of("shows.md"), ("shows.md", 11, "missing-image")]


def test_a_procedure_that_is_gone(repository: Repository) -> None:
    (repository.content / "a.md").unlink()
    rules = {(path, rule) for path, _, rule in found(repository)}
    assert {("calls.md", "unknown-sop"), ("links.md", "dead-link")} <= rules
    assert not [path for path, _ in rules if path in ("other.md", "shows.md")]


def test_a_second_one_of_an_id(repository: Repository) -> None:
    """Of two of an id the later by name is reported, which is the one that did not change."""
    repository.write("0.md", sop("a"))
    assert ("a.md", 3, "duplicate-sop-id") in found(repository)


def test_the_organisation_concerns_all(repository: Repository) -> None:
    repository.write("organisation.yml", ORGANISATION + "  - {id: lead, title: Lead}\n")
    assert found(repository) == of(*OF_ITS_OWN)


def step(title: str, name: str = "begin", more: str = "") -> str:
    return sop("a", more).replace("{id: begin, title: Begin}", f"{{id: {name}, title: {title}}}")


def test_the_version_is_not_raised(repository: Repository) -> None:
    repository.write("a.md", step("Start"))
    assert ("a.md", 5, "version-not-raised") in found(repository)


@pytest.mark.parametrize("is_told", [True, False], ids=["git mv", "mv"])
def test_a_renamed_file_is_known_again(repository: Repository, is_told: bool) -> None:
    (repository.content / "a.md").rename(repository.content / "b.md")
    if is_told:
        repository.git("add", "--all")
    repository.write("b.md", step("Start"))
    assert ("b.md", 5, "version-not-raised") in found(repository)


def test_a_new_id_without_the_old_one(repository: Repository) -> None:
    repository.write("a.md", sop("a").replace("id: a", "id: b"))
    assert ("a.md", 3, "old-id-dropped") in found(repository)


def test_another_procedure_in_the_same_file_is_no_new_id(repository: Repository) -> None:
    repository.write("a.md", sop("b").replace("id: begin", "id: wave"))
    assert ("a.md", 3, "old-id-dropped") not in found(repository)


def test_the_old_procedure_lives_on_elsewhere(repository: Repository) -> None:
    repository.write("b.md", sop("a"))
    repository.write("a.md", sop("b"))
    assert not [rule for _, _, rule in found(repository) if rule == "old-id-dropped"]


def test_a_version_beside_is_another_version(repository: Repository) -> None:
    repository.write("a.next.md", step("Start").replace("version: 1", "version: 2"))
    assert not [rule for path, _, rule in found(repository) if path.startswith("a.") and rule != "translated-field"]


def test_a_finding_can_be_let_stand_and_is_not_unneeded_elsewhere(repository: Repository) -> None:
    waiver = "suppress: [{rule: version-not-raised, reason: Agreed with quality}]\n"
    repository.write("a.md", step("Start", more=waiver))
    assert not [path for path, _, _ in found(repository) if path == "a.md"]
    assert not [path for path, _, _ in named(check_content(repository.content).diagnostics) if path == "a.md"]


def test_runs_with_and_without_a_past_do_not_mix(repository: Repository, tmp_path: Path) -> None:
    repository.write("a.md", step("Start"))
    memory, past = tmp_path / "memory", changes_since(repository.content, "main")
    whole, part = check_content(repository.content), check_content(repository.content, past=past)
    assert whole != part
    for given, expected in ((None, whole), (past, part), (None, whole), (None, whole), (past, part)):
        assert check_content(repository.content, cache_folder=memory, past=given) == expected

"""The server end to end: a real process, spoken to as an editor does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editing.desk import LIBRARY, ORGANISATION
from tests.editing.quizzes.quiz_desk import COUNTER, QUIZ, written
from tests.language_server.client import editor
from tests.pipeline.contents import content


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n")


def test_a_day_at_the_desk(tmp_path: Path) -> None:
    content(tmp_path, LIBRARY)
    text = LIBRARY["order.md"]
    with editor(tmp_path, lang="en", siteUrl="https://sop.example.com/") as client:
        client.open("order.md")
        client.change("order.md", text.replace("go: greet", "go: gret"))
        (found,) = client.diagnostics("order.md", "unknown-step")
        line = line_of(text, "go: greet")
        assert found["range"] == {"start": {"line": line, "character": 12}, "end": {"line": line, "character": 16}}
        assert found["severity"] == 1
        assert found["source"] == "sop"
        assert found["codeDescription"] == {"href": "https://sop.example.com/reference/rules/unknown-step/"}
        assert "gret" in found["message"]
        assert found["data"] == {"rule": "unknown-step", "instead": "greet"}

        actions = client.request(
            "textDocument/codeAction",
            {"textDocument": {"uri": client.uri("order.md")}, "range": found["range"], "context": {"diagnostics": []}},
        )
        assert [each["title"] for each in actions] == ["Write it as: go: greet"]
        (edits,) = actions[0]["edit"]["changes"].values()
        assert edits == [{"range": found["range"], "newText": "greet"}]

        client.change("order.md", text)
        client.diagnostics("order.md", None)
        items = client.at("completion", "order.md", line, 12)
        assert "refused" in [each["label"] for each in items]
        said = client.at("hover", "order.md", line, 13)
        assert "Greet the guest" in said["contents"]["value"]
        where = client.at("definition", "order.md", line, 13)
        assert where["range"]["start"] == {"line": line_of(text, "id: greet"), "character": 8}
        outline = client.request("textDocument/documentSymbol", {"textDocument": {"uri": client.uri("order.md")}})
        assert [each["detail"] for each in outline] == ["greet", "take", "pay"]
        mentioned = client.at("references", "order.md", line, 13, context={"includeDeclaration": True})
        assert len(mentioned) == 5

        assert client.at("prepareRename", "order.md", line, 13)["placeholder"] == "greet"
        edit = client.at("rename", "order.md", line, 13, newName="welcome")
        assert sorted(uri.rpartition("/")[2] for uri in edit["changes"]) == ["order.md", "order.zh-TW.md", "refund.md"]
        refused = client.at("rename", "order.md", line, 13, newName="take")
        assert "take" in refused["error"]["message"]
        assert refused["error"]["code"] == -32803
        assert client.registered.count("client/registerCapability") == 1


def test_what_others_say_of_a_renamed_procedure_is_told_at_once(tmp_path: Path) -> None:
    content(tmp_path, LIBRARY)
    with editor(tmp_path) as client:
        client.open("order.md")
        client.change("order.md", LIBRARY["order.md"].replace("id: order\n", "id: ordering\n"))
        client.diagnostics("refund.md", "unknown-sop")
        client.notify("textDocument/didClose", {"textDocument": {"uri": client.uri("order.md")}})
        client.diagnostics("refund.md", None)


def test_what_changes_on_the_disk_is_taken_in(tmp_path: Path) -> None:
    folder = content(tmp_path, LIBRARY)
    changes: dict[str, list[str]] = {"changes": []}
    with editor(tmp_path) as client:
        client.open("order.md")
        (folder / "refund.md").unlink()
        (folder / "late.md").write_text(LIBRARY["refund.md"].replace("id: refund", "id: late").replace("/greet", "/x"))
        client.notify("workspace/didChangeWatchedFiles", changes)
        client.diagnostics("late.md", "unknown-step")
        (folder / "organisation.yml").write_text(ORGANISATION.replace("barista", "brewer"))
        client.notify("workspace/didChangeWatchedFiles", changes)
        client.diagnostics("order.md", "unknown-role")
        client.diagnostics("late.md", "unknown-step")
        assert {"begin", "end"} <= set(client.progress)


@pytest.mark.parametrize(
    ("encodings", "agreed", "start", "end"),
    [
        ((), "utf-16", 33, 39),
        (("utf-16", "utf-32"), "utf-16", 33, 39),
        (("utf-32", "utf-16"), "utf-32", 32, 38),
        (("utf-8",), "utf-8", 39, 45),
    ],
)
def test_columns_are_counted_as_agreed(
    tmp_path: Path, encodings: tuple[str, ...], agreed: str, start: int, end: int
) -> None:
    text = LIBRARY["order.md"].replace("{id: pay, title: Take the payment", "{id: pay, title: 付款😀, role: nobody")
    content(tmp_path, {**LIBRARY, "order.md": text})
    with editor(tmp_path, encodings=encodings) as client:
        assert client.capabilities["positionEncoding"] == agreed
        client.open("order.md")
        (found,) = client.diagnostics("order.md", "unknown-role")
        line = line_of(text, "nobody")
        assert found["range"] == {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
        # And the other way round: a place behind the emoji is the role's.
        items = client.at("completion", "order.md", line, end)
        assert [each["label"] for each in items] == ["barista", "cashier"]
        assert items[0]["textEdit"]["range"] == found["range"]


def test_a_reason_is_asked_for_what_shall_stand(tmp_path: Path) -> None:
    text = LIBRARY["order.md"].replace("Smile.", "Smi\u200ble.")
    content(tmp_path, {**LIBRARY, "order.md": text})
    with editor(tmp_path, lang="zh-TW") as client:
        client.open("order.md")
        (found,) = client.diagnostics("order.md", "invisible-character")
        actions = client.request(
            "textDocument/codeAction",
            {"textDocument": {"uri": client.uri("order.md")}, "range": found["range"], "context": {"diagnostics": []}},
        )
        (edits,) = actions[-1]["edit"]["changes"].values()
        assert edits[0]["newText"] == "suppress:\n  - rule: invisible-character\n    reason: \n"
        assert edits[0]["range"]["start"] == {"line": line_of(text, "---\n\nLook"), "character": 0}


def test_files_of_no_content_are_none_of_its_business(tmp_path: Path) -> None:
    folder = content(tmp_path, LIBRARY)
    outside = tmp_path / "outside.md"
    outside.write_text(LIBRARY["order.md"].replace("go: greet", "go: gret"))
    (folder / "link.md").symlink_to(outside)
    with editor(tmp_path) as client:
        for path in ("../outside.md", "link.md", "notes.txt"):
            client.open(path, "---\nsop: 1\nid: x\nsteps: [{id: a, go: b}]\n---\n")
            assert client.at("completion", path, 3, 0) == []
            assert client.at("hover", path, 3, 1) is None
            assert client.at("rename", path, 3, 1, newName="b") is None
        client.open("order.md")
        assert client.at("hover", "order.md", 5, 8)
        assert not {"../outside.md", "notes.txt"} & client.told.keys()
        assert [each["code"] for each in client.told["link.md"]] == ["symlink"]


def test_a_quiz_beside_its_procedure(tmp_path: Path) -> None:
    content(tmp_path, LIBRARY)
    written(tmp_path)
    where = line_of(COUNTER, "tests: order/greet")
    with editor(tmp_path, lang="en") as client:
        client.open(QUIZ)
        client.open("order.md")
        client.change("order.md", LIBRARY["order.md"].replace("3 min", "2 min"))
        (found,) = client.diagnostics(client.uri(QUIZ), "question-suspect")
        assert found["range"]["start"] == {"line": where, "character": len("tests: ")}
        said = client.at("hover", QUIZ, where, 20)["contents"]["value"]
        assert "Says now: 2 min" in said
        assert "**Suspect**" in said
        there = client.at("definition", QUIZ, where, 20)
        assert there["uri"] == client.uri("order.md")
        asked = client.at(
            "references",
            "order.md",
            line_of(LIBRARY["order.md"], "- id: greet"),
            10,
            context={"includeDeclaration": True},
        )
        assert client.uri(QUIZ) in [each["uri"] for each in asked]
        outline = client.request("textDocument/documentSymbol", {"textDocument": {"uri": client.uri(QUIZ)}})
        assert [each["detail"] for each in outline] == ["look-up", "unsure"]

        (action, *_) = client.request(
            "textDocument/codeAction",
            {"textDocument": {"uri": client.uri(QUIZ)}, "range": found["range"], "context": {"diagnostics": []}},
        )
        assert action["title"].startswith("Looked at it, it still holds: tests: order/greet.time_limit = 2 min @")
        assert not action["isPreferred"]
        (edits,) = action["edit"]["changes"].values()
        lines = COUNTER.split("\n")
        lines[where] = lines[where][: len("tests: ")] + edits[0]["newText"]
        client.change(QUIZ, "\n".join(lines))
        client.diagnostics(client.uri(QUIZ), None)

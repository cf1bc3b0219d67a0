import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.run_js_tests import node
from sop_plugin.web.bundling import MODULES, BundleError, Modules, bundle, features
from sop_plugin.words.catalogue import LANGUAGES, Catalogue, catalogue

WORDS = Catalogue("zh-TW", {"a.hello": "你好，{name}", "a.runs.one": "一次", "a.runs.many": "{count} 次"})


def folder(tmp_path: Path, **modules: str) -> Modules:
    """The kit beside modules of our own: `feature` is the entry, the others lie in `kit`."""
    kit = Path(__file__).parents[2] / "sop_plugin" / "web" / "js" / "kit"
    for name in ("catalogue", "words"):
        modules.setdefault(name, (kit / f"{name}.js").read_text(encoding="utf-8"))
    for name, source in modules.items():
        path = tmp_path / ("features" if name == "feature" else "kit") / f"{name}.js"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return Modules(tmp_path)


def printed(script: str) -> list[object]:
    """What a classic script prints, as values."""
    code = f'const print = (value) => console.log(JSON.stringify(value));\nrequire("vm").runInNewContext({json.dumps(script)}, {{ print }});'
    done = subprocess.run([node(), "-e", code], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_modules_become_one_script_each_once_and_after_what_it_imports(tmp_path: Path) -> None:
    script = bundle(
        "feature",
        WORDS,
        folder(
            tmp_path,
            feature='import { one } from "../kit/one.js";\nimport { two } from "../kit/two.js";\nprint(one + two());\n',
            one='/** The\n * first. */\n\nimport { count } from "./count.js";\n\nexport const one = count();\n',
            two='import { count } from "./count.js";\nexport function two() {\n  return count();\n}\n',
            count="let so_far = 0;\n// How often.\nexport const count = () => ++so_far;\n",
        ),
    )
    assert printed(script) == [3]
    assert "first" not in script
    assert "How often" not in script


def test_only_the_words_that_are_said_are_put_in(tmp_path: Path) -> None:
    script = bundle(
        "feature",
        Catalogue("zh-TW", {**WORDS.words, "a.other": "別的"}),
        folder(
            tmp_path,
            feature='import { say, tally, language } from "../kit/words.js";\n'
            'print([say("a.hello", { name: "{x}" }), tally("a.runs", 1), tally("a.runs", 2), language()]);\n',
        ),
    )
    assert printed(script) == [["你好，{x}", "一次", "2 次", "zh-TW"]]
    assert "別的" not in script


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({"feature": 'import x from "../kit/x.js";\n'}, "cannot be put together with other modules: import x"),
        ({"feature": 'const x = await import("../kit/words.js");\n'}, "cannot be put together"),
        ({"feature": "const a = 1;\nexport { a };\n"}, "cannot be put together with other modules: export { a };"),
        ({"feature": "export default 1;\n"}, "cannot be put together with other modules: export default 1;"),
        ({"feature": 'import { a as b } from "../kit/words.js";\n'}, "does not export a as b"),
        (
            {"feature": 'import { sey } from "../kit/words.js";\n'},
            "features/feature.js: kit/words.js does not export sey",
        ),
        ({"feature": 'import { a } from "../kit/none.js";\n'}, "there is no kit/none.js"),
        (
            {"feature": 'import { a } from "../kit/b.js";\nconst c = 1;\n', "b": "const c = 2;\nexport const a = c;\n"},
            "c stands in kit/b.js and in features/feature.js",
        ),
        (
            {
                "feature": 'import { a } from "../kit/a.js";\n',
                "a": 'import { b } from "./b.js";\nexport const a = 1;\n',
                "b": 'import { a } from "./a.js";\nexport const b = 1;\n',
            },
            "kit/a.js imports itself through others",
        ),
        (
            {"feature": 'import { say } from "../kit/words.js";\n\nprint(say(key));\n'},
            "features/feature.js:3: the key of say() is not written out",
        ),
        (
            {"feature": 'import { tally } from "../kit/words.js";\ntally("a.hello", 2);\n'},
            "no words in zh-TW for a.hello.many",
        ),
    ],
)
def test_what_cannot_be_put_together_is_said(tmp_path: Path, modules: dict[str, str], message: str) -> None:
    with pytest.raises(BundleError, match=r".") as caught:
        bundle("feature", WORDS, folder(tmp_path, **modules))
    assert message in str(caught.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feature_is_a_script_that_a_browser_can_read(tmp_path: Path, language: str) -> None:
    for feature in features():
        script = tmp_path / f"{feature}.js"
        script.write_text(bundle(feature, catalogue(language)), encoding="utf-8")
        subprocess.run([node(), "--check", script], check=True)


def test_the_run_of_a_checklist_is_one_script(tmp_path: Path) -> None:
    shutil.copytree(MODULES, tmp_path, dirs_exist_ok=True)
    entry = """import { reduce, applied, unstarted } from "../flow/run.js";
import { offers } from "../flow/beside.js";
import { timerAt } from "../flow/timer.js";
import { progress } from "../flow/ahead.js";
import { evidence, readEvidence } from "../flow/evidence.js";
import { evidenceCsv } from "../flow/csv.js";
import { faultWords } from "../flow/evidence_words.js";

print([reduce, applied, unstarted, offers, timerAt, progress, evidence, readEvidence].map((one) => typeof one).length);
print(faultWords("empty"));
print(evidenceCsv({}, { nodes: [], edges: [] }, []).split(",").length);
"""
    (tmp_path / "features" / "flow-alone.js").write_text(entry, encoding="utf-8")
    script = bundle("flow-alone", catalogue("zh-TW"), Modules(tmp_path))
    assert printed(script) == [8, catalogue("zh-TW").text("web.evidence.fault.empty"), 20]
    assert len(gzip.compress(script.encode())) < 20_000

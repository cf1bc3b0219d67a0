import json

import pytest
from jsonschema import Draft202012Validator

from sop_plugin.words.catalogue import LANGUAGES
from tests.cli.conftest import Command


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("arguments", "required"), [([], "steps"), (["--organisation"], "name")])
def test_a_json_schema_is_printed(run: Command, arguments: list[str], required: str, language: str) -> None:
    code, out, err = run("schema", *arguments, "--lang", language)
    schema = json.loads(out)
    Draft202012Validator.check_schema(schema)
    assert (code, err) == (0, "")
    assert required in schema["required"]

from pathlib import Path

import pytest

from tests.checks.folder import make_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_content(tmp_path)

"""A published site is the last good one or the new one, never less."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sop_plugin import publishing
from sop_plugin.publishing import publish

PAGES = 40
KILLS = 50

ENDLESS_BUILDS = f"""
import sys
from pathlib import Path
from sop_plugin import publishing

if sys.argv[2] == "two renames":
    publishing._exchange = lambda one, other: False

def build(number):
    def write(directory):
        for page in range({PAGES}):
            folder = directory / str(page % 4)
            folder.mkdir(exist_ok=True)
            (folder / f"{{page}}.html").write_text(f"build {{number}}")
    return write

print("ready", flush=True)
number = 0
while True:
    number += 1
    site = Path(sys.argv[1])
    publishing.publish(build(number), site, site.with_name("spare"))
"""


def pages_of(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*.html")}


def page(text: str) -> Callable[[Path], None]:
    def write(directory: Path) -> None:
        (directory / "index.html").write_text(text)

    return write


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to swap: in one step, and with two renames where the system has no such call."""
    if request.param == "two renames":
        monkeypatch.setattr(publishing, "_exchange", lambda _one, _other: False)
    elif sys.platform != "linux":
        pytest.skip("renameat2 is a call of Linux")
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_replaces_the_last_site_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    site = tmp_path / "out" / "site"
    publish(page("first"), site)
    (site / "gone.html").write_text("only in the first")
    publish(page("second"), site)
    assert pages_of(site) == {"index.html": "second"}
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.lock", "site"]


@pytest.mark.usefixtures("way")
def test_leaves_the_site_that_was_replaced_as_the_spare_one(tmp_path: Path) -> None:
    site, spare = tmp_path / "out" / "site", tmp_path / "cache" / "spare"
    publish(page("first"), site, spare)
    assert not spare.exists()
    for text, replaced in (("second", "first"), ("third", "second")):
        publish(page(text), site, spare)
        assert pages_of(spare) == {"index.html": replaced}
    assert pages_of(site) == {"index.html": "third"}
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.lock", "site"]


@pytest.mark.usefixtures("way")
def test_where_no_spare_site_can_be_left_it_is_removed(tmp_path: Path) -> None:
    site = tmp_path / "out" / "site"
    (tmp_path / "file").touch()
    publish(page("first"), site)
    publish(page("second"), site, tmp_path / "file" / "spare")
    assert pages_of(site) == {"index.html": "second"}
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.lock", "site"]


@pytest.mark.usefixtures("way")
def test_a_failed_build_leaves_the_last_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(page("good"), site)

    def fails(directory: Path) -> None:
        (directory / "index.html").write_text("half")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        publish(fails, site)
    assert pages_of(site) == {"index.html": "good"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is a call of Linux")
def test_linux_swaps_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert publishing._exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other").exists()
    assert (tmp_path / "other" / "one").exists()


def test_the_site_can_be_read_by_others(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(page("good"), site)
    (tmp_path / "usual").mkdir()
    assert site.stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_site_behind_a_symlink_stays_behind_it(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    publish(page("new"), tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert pages_of(tmp_path / "real") == {"index.html": "new"}


def test_takes_back_the_last_site_when_killed_between_two_renames(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(page("good"), site)
    site.rename(tmp_path / ".site.old")
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / "index.html").write_text("half")

    def fails(_directory: Path) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        publish(fails, site)
    assert pages_of(site) == {"index.html": "good"}


def test_a_second_publication_waits_for_the_first(tmp_path: Path) -> None:
    site = tmp_path / "site"
    second = (
        "import sys; from pathlib import Path; from sop_plugin.publishing import publish;"
        "publish(lambda d: (d / 'index.html').write_text('second'), Path(sys.argv[1]))"
    )

    def first(directory: Path) -> None:
        processes.append(subprocess.Popen([sys.executable, "-c", second, str(site)], env=environment()))
        time.sleep(0.5)
        assert processes[0].poll() is None
        (directory / "index.html").write_text("first")

    processes: list[subprocess.Popen[bytes]] = []
    publish(first, site)
    assert processes[0].wait(timeout=30) == 0
    assert pages_of(site) == {"index.html": "second"}


@pytest.mark.slow
@pytest.mark.parametrize("swap", ["exchange", "two renames"])
def test_killed_at_any_moment_the_site_is_whole(tmp_path: Path, swap: str) -> None:
    site = tmp_path / "site"
    moment = random.Random(20240229)
    builds_seen: set[str] = set()
    for _ in range(KILLS):
        command = [sys.executable, "-c", ENDLESS_BUILDS, str(site), swap]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment())
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moment.uniform(0.005, 0.06))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if swap == "two renames" and not site.exists():
            # Killed in the one moment there is no site: what the next run would do first.
            publishing._recover(site, tmp_path / ".site.new", tmp_path / ".site.old")
        if not site.exists():
            continue  # killed before the very first build was done
        pages = pages_of(site)
        assert len(pages) == PAGES
        assert len(set(pages.values())) == 1, "a mixture of two builds"
        builds_seen.update(pages.values())
    assert builds_seen


def environment() -> dict[str, str]:
    root = Path(__file__).resolve().parent.parent
    return os.environ | {"PYTHONPATH": str(root)}

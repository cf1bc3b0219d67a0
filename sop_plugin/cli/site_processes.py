"""The processes in which MkDocs makes sites: this room does not know MkDocs.

To import it with the plugin takes longer than many an edit. So where a process can be forked, each has what this one
has loaded to check the content.
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from sop_plugin.pipeline.build_inputs import BUILDER, LANGUAGE
from sop_plugin.pipeline.garbage import collect_seldom
from sop_plugin.pipeline.processes import forked_if_possible


class BuildFailedError(Exception):
    """A site could not be made; MkDocs has said why."""


@dataclass(frozen=True, slots=True)
class SiteToMake:
    """A site by its configuration file and the folder it is made in; `told` is added to the environment."""

    config: Path
    place: Path
    told: Mapping[str, str]


def make_sites(sites: Iterable[SiteToMake]) -> None:
    """Makes sites side by side, as many at a time as there are processors.

    Raises BuildFailedError when all have ended, if one failed.
    """
    context: Any = forked_if_possible()  # typeshed gives a context no processes
    waiting = [context.Process(target=_make, args=(site,)) for site in reversed(list(sites))]
    running: list[BaseProcess] = []
    has_failed = False
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            running.append(waiting.pop())
            running[-1].start()
        wait([process.sentinel for process in running])
        ended = [process for process in running if process.exitcode is not None]
        has_failed |= any(process.exitcode != 0 for process in ended)
        running = [process for process in running if process not in ended]
    if has_failed:
        raise BuildFailedError


def _make(site: SiteToMake) -> None:
    """Does in a process of its own what `python -m mkdocs build` does."""
    collect_seldom()
    environment = build_environment(site.told)
    os.environ.clear()
    os.environ.update(environment)
    builder = os.environ.get(BUILDER, "mkdocs")
    sys.path.insert(0, str(Path.cwd()))
    sys.argv = [builder, "build", "--quiet", "--config-file", str(site.config), "--site-dir", str(site.place)]
    runpy.run_module(builder, run_name="__main__", alter_sys=True)


def build_environment(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process that builds. Without SOURCE_DATE_EPOCH, times would make every build differ."""
    return {
        "SOURCE_DATE_EPOCH": "0",
        **{name: value for name, value in os.environ.items() if name != LANGUAGE},
        "NO_MKDOCS_2_WARNING": "1",
        "SOP_DIAGNOSTICS_SAID": "1",
        **more,
    }

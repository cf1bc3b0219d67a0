"""Where the plugin speaks: below MkDocs' own loggers, so that `--strict` counts what is said."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from sop_plugin.model.diagnostic import Severity

if TYPE_CHECKING:
    from sop_plugin.pipeline.site import Site

log = logging.getLogger("mkdocs.plugins.sop")

ALREADY_SAID = "SOP_DIAGNOSTICS_SAID"
"""Set by `sop build`, which reports in its own, longer form before it lets MkDocs build."""

LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}


def log_diagnostics(site: Site) -> None:
    """Say every diagnostic of a site, each at the level of its severity, unless `sop build` has said them all."""
    if os.environ.get(ALREADY_SAID):
        return
    for diagnostic in site.diagnostics:
        log.log(LEVELS[diagnostic.severity], site.describe(diagnostic))

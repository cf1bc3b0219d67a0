"""In which language a subcommand speaks."""

from __future__ import annotations

import argparse

from sop_plugin.words.catalogue import Catalogue, catalogue


def words_for(options: argparse.Namespace) -> Catalogue:
    """The language asked for, else that of the organisation, else English."""
    if options.lang:
        return catalogue(options.lang)
    from sop_plugin.pipeline.checking import language_of

    return catalogue(language_of(options.content))

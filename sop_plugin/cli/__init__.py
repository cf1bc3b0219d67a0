"""The `sop` command."""

from sop_plugin.cli.command import main

__all__ = ["main"]

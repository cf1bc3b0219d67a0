"""The Chromium or Chrome that is installed on this machine, and how the tests start it."""

import os
import shutil
import subprocess
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Chromium without its windows, which opens a page with a third of the processor time; Debian's package of that name."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)


def find_chromium() -> Path | None:
    """The browser to test with: what CHROME names, else the first known one that runs, else None.

    A CHROME that does not run is None too: another browser in its place would not be what was asked for.
    """
    named = os.environ.get("CHROME")
    if named:
        found = shutil.which(named)
        return Path(found) if found and _runs(Path(found)) else None
    installed = [Path(found) for name in NAMES if (found := shutil.which(name))]
    for path in (*installed, *MAC_APPLICATIONS):
        if path.exists() and _runs(path):
            return path
    return None


def find_page_browser() -> Path | None:
    """The browser to test pages with: Chromium without its windows where it is installed and CHROME names none."""
    if not os.environ.get("CHROME") and (shell := shutil.which(SHELL)) and _runs(Path(shell)):
        return Path(shell)
    return find_chromium()


def _runs(path: Path) -> bool:
    """Whether it starts: some systems have a `chromium-browser` that only says how to install one."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def launch_arguments() -> list[str]:
    """Command-line switches: no name but localhost resolves, and the browser asks nothing of its maker."""
    arguments = [
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        "--no-proxy-server",  # a proxy would resolve names for the browser
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium refuses to sandbox for root
    return arguments

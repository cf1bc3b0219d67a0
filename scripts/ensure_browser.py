"""See that the tests have a browser, a Chinese font and what PDFs need; root on Debian gets what is missing."""

import os
import shutil
import subprocess
import sys

from tests.support.chromium import SHELL, find_chromium, find_page_browser


def has_chinese_font() -> bool:
    """Whether Chinese text would be drawn with a real font. Only Linux systems come without one."""
    if sys.platform != "linux":
        return True
    if not shutil.which("fc-list"):
        return False
    fonts = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
    return bool(fonts.stdout.strip())


def can_make_pdfs() -> bool:
    """Whether the libraries of the system are there that WeasyPrint loads; what it only warns of counts too."""
    strict = "error::DeprecationWarning:weasyprint.text.ffi"
    found = subprocess.run([sys.executable, "-W", strict, "-c", "import weasyprint"], capture_output=True, check=False)
    return found.returncode == 0


def missing_packages() -> list[str]:
    """The Debian packages that would bring what is not there."""
    packages = []
    if find_chromium() is None:
        packages.append("chromium")
    if not has_chinese_font():
        packages += ["fontconfig", "fonts-noto-cjk"]
    if not can_make_pdfs():
        packages += ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
    return packages


QUICKLY = ("-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=15", "-o", "Acquire::https::Timeout=15")
"""What keeps apt-get from waiting long for a network that is not there."""


def install_shell() -> None:
    """Get Chromium without its windows too; where that fails, the tests take the whole browser and more time."""
    try:
        install([SHELL], QUICKLY)
    except subprocess.CalledProcessError:
        print(f"No {SHELL}: the tests open pages in {find_chromium()}, which takes longer.", flush=True)


def install(packages: list[str], options: tuple[str, ...] = ()) -> None:
    """Install with apt-get, given options of its own; raises CalledProcessError where that fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *options, "update"], env=environment, check=True)
    subprocess.run(
        ["apt-get", "-qq", "-y", *options, "--no-remove", "install", "--no-install-recommends", *packages],
        env=environment,
        check=True,
    )


def main() -> int:
    """0 when tests can run in a browser and make PDFs, 1 with instructions when they cannot."""
    if os.environ.get("CHROME") and find_chromium() is None:
        print(f"CHROME={os.environ['CHROME']} does not start.", file=sys.stderr)
        return 1
    packages = missing_packages()
    can_install = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get")
    if packages and can_install:
        print(f"Installing {' '.join(packages)}", flush=True)
        install(packages)
        packages = missing_packages()
    if can_install and not packages and not os.environ.get("CHROME") and not shutil.which(SHELL):
        install_shell()
    if packages:
        print("The tests need a Chromium or Chrome, a Chinese font and Pango. On Debian:", file=sys.stderr)
        print(f"    sudo apt-get update && sudo apt-get install {' '.join(packages)}", file=sys.stderr)
        print("A browser elsewhere: CHROME=/path/to/chrome make test", file=sys.stderr)
        return 1
    print(f"Browser: {find_chromium()}; for pages: {find_page_browser()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

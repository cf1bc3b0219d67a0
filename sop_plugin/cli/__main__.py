"""`python -m sop_plugin.cli` is the `sop` command."""

import sys

from sop_plugin.cli import main

sys.exit(main())

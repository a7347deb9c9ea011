"""`python -m timeline`: the command line, for a timeline that has no build.py."""

import sys

from timeline.cli import main

sys.exit(main())

"""`python -m timeline`: the command line, for a timeline that has no build.py."""

import sys

from timeline.cli import main

if __name__ == "__main__":
    sys.exit(main())

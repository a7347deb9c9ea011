"""The command line, and the file that MkDocs loads as its hook."""

import sys

from timeline.cli import main

if __name__ == "__main__":
    sys.exit(main())

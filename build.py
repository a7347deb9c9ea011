"""The command line, and the file that MkDocs loads as its hook."""

import sys

from timeline.cli import main

if __name__ == "__main__":
    sys.exit(main())

# Only MkDocs comes this far: a command ends above, so that a check of one file need not wait for MkDocs to be imported.
from timeline.mkdocs_hooks import on_config, on_files, on_page_markdown, on_post_build, on_pre_build, on_startup

__all__ = ["main", "on_config", "on_files", "on_page_markdown", "on_post_build", "on_pre_build", "on_startup"]

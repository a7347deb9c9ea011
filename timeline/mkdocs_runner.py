"""Runs MkDocs on a timeline as a program of its own: `python -m timeline.mkdocs_runner build`, started by the builder.

It brings the engine's hook and theme where the settings name none, so that a timeline needs only its own words.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from pathlib import Path
from typing import Any

from mkdocs.__main__ import State
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from timeline import mkdocs_hooks
from timeline.project import settings
from timeline.website import frame

HOOK = Path(mkdocs_hooks.__file__)


def brought(root: Path) -> dict[str, Any]:
    """Return the settings that the engine brings to the timeline in `root`, because its own say nothing of them."""
    own = settings.read(root)
    found: dict[str, Any] = {}
    hooks = own.get("hooks") or []
    if not any(_is_engine(root / name) for name in hooks):
        found["hooks"] = [*hooks, str(HOOK)]
    if not own.get("theme"):
        found["theme"] = frame.material()
    return found


def _is_engine(hook: Path) -> bool:
    return hook.is_file() and mkdocs_hooks.__name__ in hook.read_text(encoding="utf-8", errors="replace")


def main(argv: list[str]) -> int:
    """Build or serve the timeline in the current folder; return 0, or 1 when MkDocs says why it did not."""
    parser = argparse.ArgumentParser(prog="timeline.mkdocs_runner")
    parser.add_argument("command", choices=("build", "serve"))
    parser.add_argument("--site-dir")
    parser.add_argument("--dev-addr")
    parser.add_argument("--lenient", action="store_true", help="only warn of links that lead nowhere")
    parser.add_argument("--with-parent", action="store_true", help="end when standard input ends")
    options = parser.parse_args(argv)
    if options.with_parent:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    log = State()  # type: ignore[no-untyped-call]  # what MkDocs says goes to the terminal while this lives
    more = brought(Path.cwd())
    try:
        if options.command == "serve":
            serve(settings.FILE, dev_addr=options.dev_addr, strict=False, **more)
        else:
            config = load_config(settings.FILE, site_dir=options.site_dir, strict=not options.lenient, **more)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        log.logger.error(str(error))
        return 1
    except OSError as error:
        log.logger.error(f"{error.filename or 'the disk'}: {error.strerror or error}")
        return 1
    return 0


def _end_with_parent() -> None:
    """End this process when the pipe closes that its parent holds open, however that one ended."""
    while os.read(0, 1024):  # not by sys.stdin, whose lock would be held when the interpreter goes
        pass
    os._exit(1)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    sys.exit(main(sys.argv[1:]))

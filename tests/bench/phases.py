"""Where the time of one build goes: run by the benchmark in a process of its own, prints JSON.

The engine has no stopwatch in it. This wraps the functions below from the outside; one that the engine no longer
has is left out, and its time goes to the rest.
"""

import functools
import importlib
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parents[2]

PHASES = {
    "load": ("timeline.mkdocs_hooks", "load"),
    "check": ("timeline.mkdocs_hooks", "check"),
    "catalogue": ("timeline.mkdocs_hooks", "build"),
    "assemble": ("timeline.mkdocs_hooks", "assemble"),
    "render": ("timeline.pages.renderer", "Renderer.pages"),
    "fill": ("timeline.website.shell", "Shell.fill"),
    "write": ("timeline.website.assembly", "_write"),
    "fragments": ("timeline.website.assembly", "fill_fragments"),
    "search and sitemap": ("timeline.website.search", "extend_search"),
    "links": ("timeline.website.link_check", "check"),
    "Markdown": ("timeline.pages.markdown", "Converter.block"),
}
"""Name of a phase -> module and function."""

WITHIN = {
    "render": "assemble",
    "fill": "assemble",
    "write": "assemble",
    "fragments": "assemble",
    "search and sitemap": "assemble",
    "links": "assemble",
    "Markdown": "render",
}
"""Phase -> the phase that it is a part of."""


class Stopwatch:
    """Processor seconds by phase, and by template for what the renderer renders."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.templates: defaultdict[str, list[float]] = defaultdict(lambda: [0, 0.0])

    def wrap(self, phase: str, module: str, path: str) -> None:
        owner: Any = importlib.import_module(module)
        *outer, name = path.split(".")
        for part in outer:
            owner = getattr(owner, part, None)
        function = getattr(owner, name, None)
        if function is not None:
            setattr(owner, name, self._timed(phase, function))

    def _timed(self, phase: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            started = time.process_time()
            result = function(*arguments, **named)
            self.spent[phase] += time.process_time() - started
            return self._each(phase, result) if isinstance(result, Iterator) else result

        return timed

    def _each(self, phase: str, items: Iterator[Any]) -> Iterator[Any]:
        while True:
            started = time.process_time()
            item = next(items, self)
            self.spent[phase] += time.process_time() - started
            if item is self:
                return
            yield item

    def wrap_templates(self) -> None:
        """Time each template by name, fragments of handwritten pages included."""
        renderer: Any = importlib.import_module("timeline.pages.renderer").Renderer
        render = getattr(renderer, "_render", None)
        if render is None:
            return

        def timed(self_: Any, template: str, *arguments: Any, **named: Any) -> Any:
            started = time.process_time()
            result = render(self_, template, *arguments, **named)
            self.templates[template][0] += 1
            self.templates[template][1] += time.process_time() - started
            return result

        renderer._render = timed


def main(root: Path) -> dict[str, Any]:
    """Build the timeline in `root` with the stopwatch on; return seconds by phase and by template."""
    sys.path.insert(0, str(REPO))
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    watch = Stopwatch()
    for phase, (module, path) in PHASES.items():
        watch.wrap(phase, module, path)
    watch.wrap_templates()
    with tempfile.TemporaryDirectory() as site:
        started = time.process_time()
        config = load_config(str(root / "mkdocs.yml"), site_dir=site, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        whole = time.process_time() - started
    spent = dict(watch.spent)
    parts = sum(seconds for phase, seconds in spent.items() if WITHIN.get(phase) == "assemble")
    return {
        "whole": whole,
        "MkDocs": whole - sum(spent.get(phase, 0) for phase in ("load", "check", "catalogue", "assemble")),
        **spent,
        "rest of assemble": spent.get("assemble", 0) - parts,
        "templates": dict(watch.templates),
    }


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1])), sys.stdout)

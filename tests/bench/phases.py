"""Where the time of one build goes: run by the benchmark in a process of its own, prints JSON.

The engine has no stopwatch in it. This wraps the functions below from the outside; one that the engine no longer
has is left out, and its time goes to the rest.
"""

import functools
import importlib
import json
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parents[2]

PHASES = {
    "load": ("timeline.website.builder", "load"),
    "check": ("timeline.website.builder", "check"),
    "catalogue": ("timeline.website.builder", "catalogue_of"),
    "frame": ("timeline.website.rendered", "Frame.place"),
    "fill": ("timeline.website.assembly", "fill"),
    "render": ("timeline.pages.renderer", "Renderer.pages"),
    "shell": ("timeline.website.shell", "Shell.fill"),
    "write": ("timeline.website.assembly", "_write"),
    "fragments": ("timeline.website.assembly", "_complete"),
    "exports": ("timeline.exports.write", "write"),
    "handouts": ("timeline.handouts.write", "write"),
    "search and sitemap": ("timeline.website.search", "extend_search"),
    "links": ("timeline.website.link_check", "check"),
    "memory": ("timeline.website.keeping", "Keeping.leave"),
    "Markdown": ("timeline.pages.markdown", "Converter.block"),
}
"""Name of a phase -> module and function."""

WITHIN = {
    "render": "fill",
    "shell": "fill",
    "write": "fill",
    "fragments": "fill",
    "exports": "fill",
    "handouts": "fill",
    "search and sitemap": "fill",
    "links": "fill",
    "memory": "fill",
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
    from timeline.website import builder

    watch = Stopwatch()
    for phase, (module, path) in PHASES.items():
        watch.wrap(phase, module, path)
    watch.wrap_templates()
    for name in ("pages", "maps"):
        shutil.rmtree(root / ".cache" / name, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        if builder.build(root, Path(folder) / "site"):
            raise SystemExit("the build failed")
        whole = time.process_time() - started
    spent = dict(watch.spent)
    parts = sum(seconds for phase, seconds in spent.items() if WITHIN.get(phase) == "fill")
    outer = ("load", "check", "catalogue", "frame", "fill")
    return {
        "whole": whole,
        "rest": whole - sum(spent.get(phase, 0) for phase in outer),
        **spent,
        "rest of fill": spent.get("fill", 0) - parts,
        "templates": dict(watch.templates),
    }


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1])), sys.stdout)

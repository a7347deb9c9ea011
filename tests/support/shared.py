"""What the workers of one run share: sites that are built once, by whoever asks first, and served by one process."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import campaigns
from alone import alone
from harness import REPO, Server, Site, run_build


@dataclass(frozen=True)
class Timeline:
    """A timeline to build: its folder below a place for copies, and whether the site knows its own address."""

    prepare: Callable[[Path], Path]
    placed: bool


def second(_copy: Path) -> Path:
    """Return the folder of the second timeline, which is built where it stands."""
    return REPO / "tests/timelines/waterloo"


def repository(_copy: Path) -> Path:
    """Return the folder of the timeline of this repository, which is built where it stands."""
    return REPO


TIMELINES: Mapping[str, Timeline] = {
    "site": Timeline(repository, placed=False),
    "placed": Timeline(repository, placed=True),
    "campaigns": Timeline(campaigns.prepare, placed=False),
    "waterloo": Timeline(second, placed=False),
}


@dataclass(frozen=True)
class Shared:
    """The folder of a run and the addresses at which its sites are served; the same in every worker."""

    folder: Path
    addresses: Mapping[str, str]

    def site(self, name: str) -> Site:
        """Return the site of that name; the first worker that asks builds it, and the others wait."""
        target = self.folder / name
        with alone(self.folder / f"{name}.lock"):
            if not target.exists():
                self._build(name, self.folder / f"{name}.part").rename(target)
        return Site(target, self.addresses[name])

    def _build(self, name: str, target: Path) -> Path:
        timeline = TIMELINES[name]
        address = self.addresses[name] if timeline.placed else ""
        root = timeline.prepare(self.folder / f"{name}.source")
        environment = {**os.environ, "SITE_URL": address}
        result = run_build("-C", root, "build", "--site-dir", target, cwd=REPO, timeout=600, environment=environment)
        assert result.code == 0, f"build.py build exited with {result.code}:\n{result.stdout}{result.stderr}"
        return target


class Host:
    """The one process that serves what the workers build, and clears it away in the end."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="timeline-tests-"))
        self._servers = {name: Server(self._folder / name) for name in TIMELINES}
        self.shared = Shared(self._folder, {name: server.url for name, server in self._servers.items()})

    def close(self) -> None:
        """Stop serving and delete the sites: no run sees those of another."""
        for server in self._servers.values():
            server.close()
        shutil.rmtree(self._folder)

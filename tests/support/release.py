"""What goes with a release, into a folder: the sources, the built site for a disk, the list of packages, checksums.

Usage: python tests/support/release.py SITE DIST. The same commit gives the same bytes, whatever the machine.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import sbom

NAME = "timeline"
SUMS = "SHA256SUMS"


def sources(root: Path) -> bytes:
    """Return the tree of the last commit as an archive, without the time of its packing."""
    command = ["git", "-C", str(root), "-c", "tar.umask=0022", "archive", "--format=tar", f"--prefix={NAME}/", "HEAD"]
    tar = subprocess.run(command, check=True, capture_output=True).stdout
    return gzip.compress(tar, mtime=0)


def write(root: Path, site: Path, target: Path) -> None:
    """Write the files of a release of the repository in `root`, whose site was built and packed into `site`."""
    bill = json.dumps(sbom.bill(root / "requirements.lock"), indent=1, ensure_ascii=False) + "\n"
    files = {
        f"{NAME}-sources.tar.gz": sources(root),
        f"{NAME}-site.zip": (site / "data/offline.zip").read_bytes(),
        f"{NAME}-sbom.cdx.json": bill.encode(),
    }
    files[SUMS] = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()
    target.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (target / name).write_bytes(data)


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2], Path(sys.argv[1]), Path(sys.argv[2]))

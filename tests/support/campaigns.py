"""The third timeline, as large as a real one: tests/timelines/campaigns, most of whose events are rows of a table."""

import csv
import shutil
from pathlib import Path

from harness import REPO

ROOT = REPO / "tests/timelines/campaigns"
TABLE = "events.csv"

EVENT = """\
title: {title}
date: {date}
summary: {summary}
topics: [{topics}]
importance: {importance}
{took_part}body: |
  {summary} [@esdaile-2008; @roberts-2014]
citations:
  - key: esdaile-2008
  - key: roberts-2014
"""


def prepare(folder: Path) -> Path:
    """Copy the timeline into a folder and write a record for each row of its table."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(TABLE))
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("../../..", REPO.as_posix()), encoding="utf-8")
    with (ROOT / TABLE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="|"):
            path = folder / "events" / f"{row['date'][:4]}-{row['id']}.yaml"
            took_part = f"actors: [{row['actors']}]\n" if row["actors"] else ""
            path.write_text(EVENT.format(**row, took_part=took_part), encoding="utf-8")
    return folder

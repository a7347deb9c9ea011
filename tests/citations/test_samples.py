"""The samples in each style, to the letter: quick, where the comparison with citeproc (test_cite_styles.py) is slow.

`pytest tests/citations/test_samples.py --update-golden` writes them anew; the comparison then says if they are right.
"""

from test_cite_styles import samples

import citeproc
from timeline.catalogue import Item
from timeline.citations.bibtex import bibtex
from timeline.citations.cite_this import citations
from timeline.citations.ris import ris
from timeline.citations.work import of_source

GOLDEN = citeproc.CSL / "samples.txt"


def written():
    """Return the text of all samples in all styles, and as records for reference managers."""
    parts = []
    for key, record in samples().items():
        item = Item(f"sample-{key}", "source", record, "x.yaml")
        lines = [f"{name}: {text}\n    note: {note}" for name, text, note in citations(of_source(record))]
        parts.append("\n".join([key, *lines, bibtex(item).strip(), ris(item).strip().replace("\r\n", "\n")]))
    return "\n\n".join(parts) + "\n"


def test_every_sample_reads_as_it_did(request):
    text = written()
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")

    assert text.split("\n\n") == GOLDEN.read_text(encoding="utf-8").split("\n\n")

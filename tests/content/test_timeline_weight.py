"""What the timeline weighs as served: script and style together, compressed as a server does."""

import gzip
import re
import subprocess

from tools import program

MOST = 15_000


def test_script_and_style_stay_within_their_budget(site):
    files = sorted((site.directory / "assets").glob("timeline*"))
    assert [path.name for path in files] == ["timeline.css", "timeline.js"]
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in files}
    assert sum(sizes.values()) <= MOST, sizes


def test_our_assets_are_short_and_complete(site):
    for path in sorted((site.directory / "assets").glob("*.[cj]s*")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(/\*|\*|//) ", text, re.MULTILINE), path.name
        if path.suffix == ".js":
            node = program(["node", "nodejs"], variable="NODE", package="nodejs")
            subprocess.run([node, "--check", path], check=True)
        else:
            assert text.count("{") == text.count("}"), path.name


def test_no_page_asks_for_a_script_that_is_not_there(site):
    source = (site.directory / "index.html").read_text(encoding="utf-8")
    for name in re.findall(r'<script src="(assets/[^"]+)"', source):
        assert (site.directory / name).is_file(), name


def test_scripts_come_after_the_list(site):
    """Nothing blocks the first paint of the list."""
    source = (site.directory / "index.html").read_text(encoding="utf-8")
    head = source[: source.index("</timeline-view>")]
    without_inline = re.sub(r"(<script[^>]*>).*?</script>", r"\1", head, flags=re.DOTALL)
    assert re.findall(r"<script[^>]* src=", without_inline) == []

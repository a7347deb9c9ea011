"""What the timeline and the map weigh as served: their scripts together, compressed as a server does."""

import gzip
import re
import subprocess

from tools import program

MOST = 23_000
"""Of the scripts that draw time and space. It was 15,000 for lanes alone; the timeline for telephones, the legend, the
names of eras, clusters that count every event, figures above a list and the map cost the rest, and names as other
languages spell them 400, and asking for names 200, which saves 20 kB of page."""


def test_script_and_style_stay_within_their_budget(site):
    files = sorted(path for path in (site.directory / "assets").glob("[mt]*.*s") if path.stem in ("timeline", "map"))
    assert [path.name for path in files] == ["map.css", "map.js", "timeline.css", "timeline.js"]
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in files}
    assert sizes["timeline.js"] + sizes["map.js"] <= MOST, sizes
    assert sizes["timeline.css"] + sizes["map.css"] <= 5_000, sizes


def test_our_assets_are_short_and_complete(site):
    for path in sorted((site.directory / "assets").glob("*.[cj]s*")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(/\*|\*|//) ", text, re.MULTILINE), path.name
        if path.suffix == ".js":
            node = program(["node", "nodejs"], variable="NODE", package="nodejs")
            subprocess.run([node, "--check", path], check=True)
        else:
            assert text.count("{") == text.count("}"), path.name


def assets(site, path):
    """What a page loads; not what its inline scripts name, which only a disk or a browser that keeps nothing needs."""
    source = (site.directory / path / "index.html").read_text(encoding="utf-8")
    source = re.sub(r"<script>.*?</script>", "", source, flags=re.DOTALL)
    return set(re.findall(r"assets/([\w-]+\.(?:css|js))\"", source))


def test_a_page_loads_only_what_its_kind_needs(site):
    """Charts and maps may stand on any page that has some; what else a page loads goes by its kind."""
    frame = {"fonts.css", "topics.css", "site.css", "print.css", "site.js"}
    names = ("timeline", "form", "classroom", "charts", "map", "lists", "cards", "story")
    of = {name: {f"{name}.css", f"{name}.js"} for name in names}
    event = next((site.directory / "events").glob("*/index.html")).parent.relative_to(site.directory)
    pack = next((site.directory / "teach").glob("*/slides/index.html")).parent.parent.relative_to(site.directory)
    kinds = {"": "timeline", "embed": "timeline", "contribute/new": "form"}
    kinds |= dict.fromkeys(("teach", pack, "story"), "classroom") | dict.fromkeys((event, "about", "people"), "")
    for path, name in kinds.items():
        source = (site.directory / path / "index.html").read_text(encoding="utf-8")
        shown = {"charts": "data-chart=" in source, "map": "<map-view" in source, "lists": "<list-filter" in source}
        shown |= {"cards": bool(re.search(r'role="doc-noteref"|class="tl-(?:term|named)"', source))}
        shown |= {"story": "<walk-steps" in source}
        extra = set().union(*(of[part] for part, there in shown.items() if there))
        assert shown["lists"] == (path == "people") and shown["story"] == (path == "story")
        assert assets(site, path) == frame | of.get(name, set()) | extra, path


def test_no_page_asks_for_what_is_not_there(site):
    for path in ("", "embed", "contribute/new", "teach"):
        for name in assets(site, path):
            assert (site.directory / "assets" / name).is_file(), name


def test_nothing_of_the_theme_reaches_a_reader(site):
    """What Material brings is a script of 37 kB and styles of 25 kB (docs/adr/0022)."""
    theirs = [path.name for path in site.directory.glob("assets/*/*.[cj]s")]
    assert theirs == []


def test_scripts_come_after_the_list(site):
    """Nothing blocks the first paint of the list."""
    source = (site.directory / "index.html").read_text(encoding="utf-8")
    head = source[: source.index("</timeline-view>")]
    without_inline = re.sub(r"(<script[^>]*>).*?</script>", r"\1", head, flags=re.DOTALL)
    assert re.findall(r"<script[^>]* src=", without_inline) == []

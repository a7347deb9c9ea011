"""The form says of every event of this repository what the check says."""

from formverdict import Timeline, form, open_form
from harness import REPO
from timeline.reading import yamlfile


def test_the_events_of_this_repository_are_right_or_wrong_by_both(browser):
    """Under another id, so that whatever may stand once stands twice."""
    tab = browser.new_page()
    timeline = Timeline.of(REPO)
    open_form(tab, timeline)
    different = {}
    for path in sorted((REPO / "events").glob("*.yaml")):
        values = yamlfile.parse(path.read_bytes(), f"events/{path.name}").data
        id_ = f"{path.stem}-again"
        said, expected = form(tab, values, id_), timeline.check(values, id_)
        if said != expected:
            different[path.stem] = (said, expected)
    tab.close()
    assert different == {}

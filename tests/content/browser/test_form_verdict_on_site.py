"""The form says of every event of this repository what the check says."""

from formverdict import Timeline, form, open_form
from harness import REPO
from timeline.reading import yamlfile


def test_the_events_of_this_repository_are_right_or_wrong_by_both(browser):
    """Under another id, so that whatever may stand once stands twice."""
    tab = browser.new_page()
    timeline = Timeline.of(REPO)
    open_form(tab, timeline)
    written = {}
    for path in sorted((REPO / "events").glob("*.yaml")):
        written[f"{path.stem}-again"] = yamlfile.parse(path.read_bytes(), f"events/{path.name}").data
    said = {id_: form(tab, values, id_) for id_, values in written.items()}
    tab.close()
    assert len(said) > 100
    assert said == timeline.check_all(written)

"""Notes: sources are numbered as they are first cited, and lead back to where they are cited."""

from timeline.pages.notes import Notes
from timeline.records.texts import Cite


def link(anchor, number, locator=None):
    where, title = (f", {locator}", f' title="{locator}"') if locator else ("", "")
    return (
        f'<a id="{anchor}" href="#source-{number}" role="doc-noteref" aria-label="Source {number}{where}"{title}>'
        f"{number}</a>"
    )


def test_citation_is_a_bracketed_number_that_leads_to_the_source():
    assert f'<span class="tl-cite">[{link("cite-1-1", 1)}]</span>' == Notes().cite((Cite("a"),))


def test_sources_of_one_group_share_the_brackets():
    expected = f'<span class="tl-cite">[{link("cite-1-1", 1)}, {link("cite-2-1", 2)}]</span>'

    assert expected == Notes().cite((Cite("a"), Cite("b")))


def test_source_keeps_its_number_and_gets_an_anchor_for_each_mention():
    notes = Notes()
    notes.cite((Cite("a"), Cite("b")))

    again = notes.cite((Cite("b", "p. 4"),))

    assert f'<span class="tl-cite">[{link("cite-2-2", 2, "p. 4")}]</span>' == again
    assert [(note.key, note.number) for note in notes] == [("a", 1), ("b", 2)]
    assert list(notes)[1].mentions == [("cite-2-1", None), ("cite-2-2", "p. 4")]
    assert list(notes)[1].anchor == "source-2"
    assert len(notes) == 2


def test_locator_is_escaped():
    html = Notes().cite((Cite("a", 'p. <1> & "2"'),))

    assert 'title="p. &lt;1&gt; &amp; &#34;2&#34;"' in html


def test_keys_of_a_list_are_cited_with_their_locators():
    expected = f'<span class="tl-cite">[{link("cite-1-1", 1, "p. 4")}, {link("cite-2-1", 2)}]</span>'

    assert expected == Notes().cite_keys(("a, p. 4", "@b"))


def test_expected_sources_are_numbered_before_they_are_cited():
    notes = Notes()
    notes.expect([Cite("a"), Cite("b"), Cite("a")])

    notes.cite((Cite("b"),))

    assert [(note.key, note.number) for note in notes] == [("a", 1), ("b", 2)]

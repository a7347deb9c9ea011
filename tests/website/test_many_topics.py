"""A ninth topic is a topic like the others: on pages, in the styles and on the cards that only a placed site has."""

import re

import waterloo

TOPICS = tuple(f"topic-{number}" for number in range(1, 10))


def test_a_timeline_with_nine_topics_builds_with_its_cards(tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://host.example/nine/")
    project = waterloo.copy(tmp_path / "timeline")
    more = "".join(f"{topic}:\n  title: {topic}\n  description: The same.\n" for topic in TOPICS[3:])
    project.write({"reference/topics.yaml": project.read("reference/topics.yaml") + more})
    event = "events/1826-lions-mound.yaml"
    project.write({event: project.read(event).replace("topics: [print]", "topics: [topic-9]")})

    result = project.run("build")

    assert result.code == 0, result.stderr
    page = project.read("site/events/1826-lions-mound/index.html")
    assert 'data-topic="9"' in page
    [card] = re.findall(r'<meta property="og:image" content="https://host.example/nine/([^"]+)"', page)
    assert (project.root / "site" / card).stat().st_size > 1000
    assert re.search(r'\[data-topic="?9"?\]', project.read("site/assets/topics.css"))

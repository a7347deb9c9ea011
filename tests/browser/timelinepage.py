"""What the tests of the timeline share: opening it, what it shows, and what it ought to show."""

from urllib.parse import parse_qs, urlsplit

SMALL = {"viewport": (360, 740), "has_touch": True, "is_mobile": True}
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
LABELS = ".tv-links a"
STOP = ".tv-links [tabindex='0']"
VIEW = "document.querySelector('timeline-view').view"


def open_timeline(page, address, **options):
    """Open a page and wait until its timeline is drawn."""
    tab = page(address, **options)
    ready(tab)
    return tab


def ready(tab):
    tab.wait_for_selector(".tv-status:not(:empty)", state="attached")
    tab.evaluate("() => document.fonts.ready.then(() => {})")
    settle(tab)


def settle(tab):
    """Wait for what the next frame draws."""
    tab.evaluate(FRAMES)


def query(tab):
    """The state in the address, by name."""
    return {name: values[0] for name, values in parse_qs(urlsplit(tab.url).query).items()}


def wait_for_query(tab, **expected):
    """Wait until the address holds exactly this state; `...` stands for any value."""
    tab.wait_for_function(
        """expected => {
            const found = Object.fromEntries(new URLSearchParams(location.search));
            return Object.keys({...found, ...expected}).every(name =>
                name in found && name in expected && (expected[name] === null || expected[name] === found[name]));
        }""",
        arg={name: None if value is ... else value for name, value in expected.items()},
    )
    settle(tab)


def period(tab):
    """The period in view, in float years."""
    found = tab.evaluate(f"({{...{VIEW}.range()}})")
    return found["from"], found["to"]


def rests(tab):
    """Wait until the address says what is in view, and return the period."""
    tab.wait_for_timeout(500)
    settle(tab)
    return period(tab)


def events(tab):
    """The events of the page's list, in order of time, with those who took part."""
    who = learn(tab)["events"]
    found = tab.evaluate("""() => Array.from(document.querySelectorAll("timeline-view li.tl-item"), item => ({
        ...item.dataset, title: item.querySelector("a").textContent, start: Number(item.dataset.start), end: Number(item.dataset.end),
        topics: item.dataset.topics.split(" "),
        summary: item.querySelector(".tl-item__summary").textContent.trim(), date: item.querySelector(".tl-item__date").textContent.trim(),
    }))""")
    for event in found:
        event["actors"] = who[event["id"]][0].split()
    return sorted(found, key=lambda event: event["start"])


def learn(tab):
    """Have the timeline ask for names and figures, and return them."""
    told = tab.evaluate(f"async () => {{ await {VIEW}.learn(); return __names; }}")
    settle(tab)
    return told


def names(tab):
    return {**tab.evaluate("JSON.parse(document.querySelector('[data-names]').textContent)"), **learn(tab)}


def focused(tab):
    """The title of the label that has the focus, or None."""
    return tab.evaluate("document.activeElement.closest('.tv-links a')?.textContent ?? null")


def listed(tab):
    """Titles of the events that the list does not hide, in order of time."""
    return [event["title"] for event in events(tab) if event["id"] in shown_ids(tab)]


def shown_ids(tab):
    return tab.evaluate("Array.from(document.querySelectorAll('li.tl-item:not([hidden])'), item => item.dataset.id)")


def matching(tab):
    """Ids of the events that the filters leave, whatever the period."""
    return tab.evaluate(f"{VIEW}.events.filter((_, i) => {VIEW}.index.shown[i]).map(event => event.id)")


def mark(tab, event_id):
    """Where an event's mark stands on the page; None where a cluster holds it."""
    return tab.evaluate(
        f"""id => {{
            const view = {VIEW}, i = view.indexOf(id), box = view.area.getBoundingClientRect();
            const spot = view.spots.find(one => one.i === i);
            return spot && [box.left + Math.max(spot.x, 0), box.top + spot.y];
        }}""",
        event_id,
    )


def box(tab, selector):
    """Left, top, width and height of the first element that matches, in the viewport."""
    tab.locator(selector).first.scroll_into_view_if_needed()
    found = tab.locator(selector).first.bounding_box()
    return found["x"], found["y"], found["width"], found["height"]


def drag(tab, start, *points):
    tab.mouse.move(*start)
    tab.mouse.down()
    for point in points:
        tab.mouse.move(*point, steps=5)
    tab.mouse.up()
    settle(tab)

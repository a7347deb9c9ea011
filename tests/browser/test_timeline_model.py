"""The timeline's arithmetic, in the browser that runs it."""

import calendar
import itertools
import random

import pytest

from modules import exposed

MODEL = {
    "timeline/calendar.js": ["fromYear", "isoDate", "parseDate", "rangeWords", "toYear", "words"],
    "timeline/digest.js": ["digest"],
    "timeline/eras.js": ["placeEras"],
    "find.js": ["fold"],
    "timeline/layout.js": ["arrange"],
    "timeline/marks.js": ["Index", "density", "nearest", "next", "tracks", "visible"],
    "timeline/page.js": ["PAD", "inLanes"],
    "timeline/series.js": ["depth", "scaleWords"],
    "timeline/share.js": ["filled"],
    "timeline/state.js": ["LEAST", "clamp", "decode", "encode", "zoom"],
    "timeline/ticks.js": ["ticks"],
}


@pytest.fixture(scope="module")
def model(browser):
    """model("fold(a)", a="É") -> what the expression gives, with the model's functions and the arguments in scope."""
    tab = browser.new_page()
    tab.add_script_tag(content=exposed("TimelineModel", MODEL))

    def run(expression, **given):
        return tab.evaluate(
            "([code, given]) => Function('scope', `with (scope) return (${code})`)({...TimelineModel, ...given})",
            [expression, given],
        )

    yield run
    tab.close()


def days():
    """Many days: the ends of every month of leap and common years, and others by chance."""
    for year in (-4712, -400, -44, -1, 0, 1, 4, 100, 400, 1582, 1900, 1791, 1799, 1800, 1820, 2100, 9999, 12024):
        for month in range(1, 13):
            length = 29 if month == 2 and leap(year) else 28 if month == 2 else calendar.mdays[month]
            yield from ((year, month, day) for day in (1, 2, length - 1, length))
    chance = random.Random(1)
    yield from ((chance.randint(-5000, 5000), chance.randint(1, 12), chance.randint(1, 28)) for _ in range(3000))


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def iso(year, month, day):
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def marks(*rows):
    """Marks of (start, end, lane, weight), sorted."""
    keys = ("start", "end", "lane", "weight")
    return [dict(zip(keys, row, strict=True)) for row in sorted(rows)]


def test_a_day_is_read_and_written_as_the_same_day(model):
    texts = [iso(*day) for day in days()]
    assert model("texts.map(text => isoDate(parseDate(text, false)))", texts=texts) == texts


def test_every_instant_of_a_day_belongs_to_it(model):
    texts = [iso(*day) for day in days()]
    for part in (0.001, 0.5, 0.999):
        found = model(
            "texts.map(text => isoDate(parseDate(text, false) * (1 - part) + parseDate(text, true) * part))",
            texts=texts,
            part=part,
        )
        assert found == texts


def test_the_end_of_a_day_is_the_start_of_the_next(model):
    pairs = [("1820-02-28", "1820-02-29"), ("1820-02-29", "1820-03-01"), ("1821-02-28", "1821-03-01")]
    pairs += [("1799-12-31", "1800-01-01"), ("-0001-12-31", "0000-01-01"), ("1900-02-28", "1900-03-01")]
    for day, after in pairs:
        ends, starts = model("[parseDate(day, true), parseDate(after, false)]", day=day, after=after)
        assert ends == pytest.approx(starts, abs=1e-9), day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1820", "1820-01-01", "1820-12-31"),
        ("1820-02", "1820-02-01", "1820-02-29"),
        ("1821-12", "1821-12-01", "1821-12-31"),
        ("-0043", "-0043-01-01", "-0043-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
    ],
)
def test_a_coarse_date_covers_its_whole_period(model, text, first, last):
    found = model("[isoDate(parseDate(text, false)), isoDate(parseDate(text, true) - 1e-6)]", text=text)
    assert found == [first, last]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20",
        "abc",
        "1820-13",
        "1820-00",
        "1820-1",
        "1821-02-29",
        "1820-04-31",
        "1820-01-00",
        "1820-01-01T00",
        "1e5",
        " 1820",
        "+1820",
    ],
)
def test_what_is_no_date_is_refused(model, text):
    assert model("parseDate(text, false)", text=text) is None
    assert model("parseDate(text, true)", text=text) is None


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("1791", "1822", "1791 – 1822"),
        ("1810", "1813", "Jan 1810 – Dec 1813"),
        ("1820-08", "1820-08", "1 Aug 1820 – 31 Aug 1820"),
        ("1820-08-09", "1820-08-09", "9 Aug 1820"),
        ("-0263", "-0145", "264 BCE – 146 BCE"),
        ("0000", "0000", "1 Jan 1 BCE – 31 Dec 1 BCE"),
    ],
)
def test_periods_in_words(model, first, last, expected):
    found = model("rangeWords({from: parseDate(first, false), to: parseDate(last, true)})", first=first, last=last)
    assert found == expected


@pytest.mark.parametrize(
    ("start", "end", "width", "expected"),
    [
        (1791, 1823, 1000, ["1795", "1800", "1805", "1810", "1815", "1820"]),
        (
            1818,
            1821,
            1000,
            ["1818", "Apr", "Jul", "Oct", "1819", "Apr", "Jul", "Oct", "1820", "Apr", "Jul", "Oct", "1821"],
        ),
        (1819.9, 1820.2, 400, ["Dec", "1820", "Feb", "Mar"]),
        (-500, 500, 600, ["400 BCE", "200 BCE", "1", "200", "400"]),
        (-3, 3, 700, ["4 BCE", "3 BCE", "2 BCE", "1 BCE", "1", "2", "3"]),
    ],
)
def test_ticks(model, start, end, width, expected):
    found = model("ticks({from: start, to: end}, width, 72).map(tick => tick.text)", start=start, end=end, width=width)
    assert [text for text in found if text] == expected


def test_ticks_of_a_month_are_its_days(model):
    found = model("ticks({from: parseDate('1820-08', false), to: parseDate('1820-09', false)}, 1000, 72)")
    assert [tick["text"] for tick in found] == ["Aug", "6", "11", "16", "21", "26", "Sep"]
    found = model("ticks({from: parseDate('1820-02-26', false), to: parseDate('1820-03-02', true)}, 1000, 72)")
    assert [tick["text"] for tick in found] == ["26", "27", "28", "29", "Mar", "2", "3"]


def test_ticks_never_crowd_and_are_few(model):
    chance = random.Random(2)
    for _ in range(300):
        middle, span = chance.uniform(-9000, 9000), 10 ** chance.uniform(-1.7, 4)
        found = model("ticks({from: a, to: b}, 1000, 72).map(tick => tick.t)", a=middle - span / 2, b=middle + span / 2)
        gaps = [(b - a) / span * 1000 for a, b in itertools.pairwise(found)]
        assert len(found) <= 15 and all(gap > 55 for gap in gaps), (middle, span)


def test_the_period_stays_within_its_bounds(model):
    bounds = {"from": 1791, "to": 1823}
    cases = [(1780, 1790), (1830, 1840), (1800, 1800), (1822.999, 1823.5), (1810, 1801), (1795, 1799)]
    least = model("LEAST")
    for start, end in cases:
        found = model("clamp({from: start, to: end}, bounds)", start=start, end=end, bounds=bounds)
        assert 1791 - 1e-9 <= found["from"] < found["to"] <= 1823 + 1e-9
        assert found["to"] - found["from"] >= least * 0.999
    assert model("[clamp({from: 1900, to: 2100}, bounds), clamp(bounds, bounds)]", bounds=bounds) == [None, None]
    assert model("clamp({from: 1795, to: 1799}, bounds)", bounds=bounds) == {"from": 1795, "to": 1799}
    assert model("clamp({from: 1780, to: 1790}, bounds)", bounds=bounds) == {"from": 1791, "to": 1801}


def test_zoom_holds_the_instant_under_the_hand(model):
    assert model("zoom({from: 1800, to: 1810}, 2, 1802)") == {"from": 1801, "to": 1806}
    back = model("zoom(zoom({from: 1800, to: 1810}, 4, 1803), 0.25, 1803)")
    assert back == pytest.approx({"from": 1800, "to": 1810})


ARRANGED = """((index, period) => { tracks(index, rows - 1); const seen = visible(index, period);
    const made = arrange(index, seen, period, width, {first, rows, most, widthOf: i => widths ? widths[i] : 60 + i * 37 % 300});
    return {...made, seen, lane: Array.from(index.lane), at: Array.from(index.at, t => (t - range[0]) * width / (range[1] - range[0]))};
    })(new Index(marks), {from: range[0], to: range[1]})"""


def arranged(model, rows, range_=(1800, 1810), width=1000, widths=None, rows_a_lane=3, first=(), most=56):
    given = {"marks": rows, "range": range_, "width": width, "widths": widths, "rows": rows_a_lane, "first": [*first]}
    given |= {"most": most}
    return model(ARRANGED, **given)


def dotted(*starts, lane=0, weight=1):
    return [(start, start, lane, weight) for start in starts]


def gathered(found):
    return sorted(sorted(one["members"]) for one in found["clusters"])


def test_three_near_marks_make_a_cluster_and_two_do_not(model):
    two = arranged(model, marks(*dotted(1801, 1801.05)), most=0)
    assert two["clusters"] == [] and len(two["dots"]) == 2
    three = arranged(model, marks(*dotted(1801, 1801.05, 1801.1, 1805)), most=0)
    assert gathered(three) == [[0, 1, 2]] and [dot["index"] for dot in three["dots"]] == [3]


def test_two_dots_that_would_cover_each_other_stand_on_levels_of_their_own(model):
    found = arranged(model, marks(*dotted(1801, 1801.02, 1802.4)), most=0)
    assert [dot["level"] for dot in found["dots"]] == [0, 1, 0]


def test_marks_as_far_apart_as_the_distance_stand_alone(model):
    rows = marks(*dotted(*(1801 + n * 0.115 for n in range(6))))  # 11.5 px apart
    assert arranged(model, rows, most=0)["clusters"] == []
    assert arranged(model, rows, most=0, width=900)["clusters"]  # 10.35 px


def test_clusters_do_not_grow_into_chains(model):
    """A mark every four pixels: one number would stand for all of them."""
    rows = marks(*dotted(*(1800 + n / 25 for n in range(250))))
    found = arranged(model, rows, most=0)
    assert len(found["clusters"]) >= 15
    for one in found["clusters"]:
        xs = [found["at"][i] for i in one["members"]]
        assert max(xs) - min(xs) <= 110


@pytest.mark.parametrize("count", [100, 500, 1000, 2000, 10000])
@pytest.mark.parametrize("width", [320, 719, 1068, 1820])
def test_every_event_in_view_is_a_mark_or_counted(model, count, width):
    """In the whole period and in parts of it each has exactly one place, and no two clusters meet."""
    rows = random_marks(count, count)
    for period in ((1800, 1813), (1803.3, 1804.1), (1805, 1805.02)):
        found = arranged(model, rows, period, width, first=[3, count // 2])
        own = [one["index"] for part in ("labels", "dots") for one in found[part] if not one.get("over")]
        bars = [bar["index"] for bar in found["bars"]]
        places = [i for i in own if i not in set(bars)] + bars
        places += [i for one in found["clusters"] for i in one["members"]]
        assert sorted(places) == sorted(found["seen"])
        by_lane = {}
        for one in found["clusters"]:
            half = 9 + 3 * len(str(len(one["members"])))
            assert one["x"] - half >= -0.5 and one["x"] + half <= width + 0.5
            by_lane.setdefault(one["lane"], []).append((one["x"] - half, one["x"] + half))
        for parts in by_lane.values():
            assert all(a[1] <= b[0] + 0.5 for a, b in itertools.pairwise(sorted(parts)))


def test_what_a_filter_hides_is_not_in_a_cluster(model):
    rows = marks(*dotted(1801, 1801.01, 1801.02))
    found = model(
        """((index, period) => { index.shown[1] = 0;
        return arrange(index, visible(index, period), period, 1000, {first: [], most: 0, widthOf: () => 9}).clusters.length;
        })(new Index(marks), {from: 1800, to: 1810})""",
        marks=rows,
    )
    assert found == 0


def test_clusters_hold_still_while_one_pans(model):
    rows = marks(*dotted(*(1795 + n / 20 for n in range(400))))
    before = arranged(model, rows, (1800, 1810), most=0)
    after = arranged(model, rows, (1800.1, 1810.1), most=0)
    inner = [group for group in gathered(before) if 1802 < rows[group[0]]["start"] < 1808]
    assert inner and all(group in gathered(after) for group in inner)


def random_marks(count, seed):
    chance = random.Random(seed)
    rows = []
    for _ in range(count):
        start = chance.uniform(1800, 1810)
        length = chance.choice([1 / 365, 1 / 365, 1 / 12, chance.uniform(0, 3)])
        rows.append((start, start + length, chance.randrange(4), chance.choice([1, 1, 1, 2, 2, 3])))
    return marks(*rows)


@pytest.mark.parametrize("seed", range(8))
def test_labels_stand_at_their_marks_and_never_overlap(model, seed):
    rows = random_marks(120, seed)
    found = arranged(model, rows, (1801, 1801 + 9 / (1 + seed)), 900)
    bars = {bar["index"]: bar for bar in found["bars"]}
    pad = model("PAD")
    assert found["labels"]
    for label in found["labels"]:
        at = min(max(found["at"][label["index"]], 0), 900)
        edge = label["x"] if label["index"] in bars else label["right"] - pad if label["before"] else label["x"] + pad
        assert edge == pytest.approx(at), "off its mark"
        assert label["x"] >= -pad and label["right"] <= 900 + pad and label["row"] in (0, 1, 2)
        lane = found["lane"][label["index"]]
        for other in [*found["labels"], *found["bars"]]:
            if other["index"] == label["index"] or (found["lane"][other["index"]], other["row"]) != (
                lane,
                label["row"],
            ):
                continue
            assert other["x"] >= label["right"] - 1e-6 or label["x"] >= other["right"] - 1e-6


def test_heavy_labels_come_before_light_ones(model):
    rows = marks((1801, 1801, 0, 1), (1801.4, 1801.4, 0, 2), (1801.8, 1801.8, 0, 3), (1802.2, 1802.2, 0, 1))
    found = arranged(model, rows, widths=[800] * 4, rows_a_lane=1)
    assert [label["index"] for label in found["labels"]][:2] == [2, 1]


def test_an_event_that_opens_moves_nothing(model):
    for seed in range(5):
        rows = random_marks(200, seed)
        before = arranged(model, rows)
        for i in before["seen"][::17]:
            after = arranged(model, rows, first=[i])
            extra = [label for label in after["labels"] if label not in before["labels"]]
            assert [one for one in before["labels"] if one not in after["labels"]] == []
            assert [(label["index"], label["over"]) for label in extra] in ([], [(i, True)])
            assert any(label["index"] == i for label in after["labels"])
            for part in ("dots", "bars", "clusters"):
                assert after[part] == before[part]


def test_labels_are_limited(model):
    rows = marks(*((1800.5 + n / 10, 1800.5 + n / 10, n % 4, 1) for n in range(90)))
    found = arranged(model, rows, width=100_000, widths=[50] * 90)
    assert len(found["labels"]) == 56 and len(found["dots"]) == 34


def test_bars_that_would_cover_each_other_take_another_row(model):
    rows = marks((1800, 1804, 0, 1), (1801, 1802, 0, 1), (1801.5, 1803, 0, 1), (1802, 1803, 0, 1), (1801, 1802, 1, 1))
    rows += marks((1803.5, 1803.5 + 1 / 365, 0, 1))
    found = model("(index => { tracks(index, 2); return Array.from(index.track); })(new Index(marks))", marks=rows)
    assert found == [1, 2, 1, 0, 2, 0]  # the fourth finds both rows taken, and the last is a day


def test_a_label_begins_or_ends_at_its_mark(model):
    def label(rows, widths):
        found = arranged(model, marks(*rows), widths=widths)["labels"]
        return [(one["index"], one["row"], round(one["x"]), round(one["right"]), one["before"]) for one in found]

    assert label(dotted(1804), [200]) == [(0, 0, 392, 608, False)]
    assert label(dotted(1809.5), [200]) == [(0, 0, 742, 958, True)]
    assert label([(1799, 1804, 0, 1)], [200]) == [(0, 2, 0, 200, False)]


def test_a_label_takes_another_row_whole_before_it_shrinks(model):
    rows = marks((1801, 1801, 0, 3), (1803, 1803, 0, 2))
    found = arranged(model, rows, widths=[400, 400])["labels"]
    assert [(one["index"], one["row"], round(one["right"] - one["x"])) for one in found] == [(0, 0, 416), (1, 1, 416)]


@pytest.mark.parametrize("width", [320, 640, 1068])
def test_names_of_eras_stand_beside_one_another_and_none_is_lost(model, width):
    chance = random.Random(width)
    ends = sorted([1100, 1990, *(chance.uniform(1990, 2026) for _ in range(9)), 2026])
    eras = [{"title": "x", "from": a, "to": b} for a, b in itertools.pairwise(ends)]
    found = model("placeEras(eras, {from: 1100, to: 2026}, width)", eras=eras, width=width)
    assert [band["n"] for band in found] == [*range(len(eras))]
    assert all(band["right"] - band["left"] >= 14 - 1e-6 for band in found)
    assert all(a["right"] <= b["left"] + 1e-6 for a, b in itertools.pairwise(found))
    assert found[0]["left"] >= 0 and found[-1]["right"] <= width


@pytest.mark.parametrize("count", [10, 100, 1000, 10000])
def test_on_a_phone_every_event_has_a_card_or_is_counted(model, count):
    chance = random.Random(count)
    weights = chance.choices([1, 2, 3], [6, 3, 1], k=count)
    chapters = sorted(chance.choices(range(9), k=count))
    found = model("digest(weights, chapters, 30)", weights=weights, chapters=chapters)
    assert sorted([*found["cards"], *(n for gap in found["gaps"] for n in gap)]) == [*range(count)]
    assert count < 30 or 15 <= len(found["cards"]) <= 30 + 40
    assert all(len(gap) > 1 and len({chapters[n] for n in gap}) == 1 for gap in found["gaps"])
    whole = model("digest(weights, chapters, Infinity)", weights=weights, chapters=chapters)
    assert whole == {"cards": [*range(count)], "gaps": []}


def test_an_event_of_several_topics_stands_in_each_that_is_asked_for(model):
    lanes = [{"id": name, "title": name, "n": n} for n, name in enumerate("abc", 1)]
    entry = {"topics": ["b", "c"], "lane": 0}
    script = "inLanes([entry], lanes, topics).map(one => one.lane)"
    for topics, expected in [([], [1]), (["c"], [2]), (["b", "c"], [1, 2]), (["a"], [1])]:
        assert model(script, entry=entry, lanes=lanes, topics=topics) == expected


def test_density_counts_what_is_shown(model):
    rows = marks((1800, 1800, 0, 1), (1800.5, 1809, 0, 1), (1805, 1805, 0, 1), (1810, 1810, 0, 1), (1799, 1804, 0, 1))
    expression = """(index => { index.shown[hide] = 0; const {all, counts, most} = density(index, {from: 1800, to: 1810}, 10);
        return [Array.from(all), Array.from(counts), most]; })(new Index(marks))"""
    whole = [2, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    assert model(expression, marks=rows, hide=0) == [whole, whole, 2]
    assert model(expression, marks=rows, hide=2) == [whole, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0], 2]


def test_what_is_visible_touches_the_period(model):
    rows = random_marks(200, 5)
    for start, end in [(1800, 1810), (1803, 1803.1), (1809, 1820), (1790, 1800)]:
        found = model("visible(new Index(marks), {from: start, to: end})", marks=rows, start=start, end=end)
        assert found == [i for i, mark in enumerate(rows) if mark["end"] > start and mark["start"] < end]


def test_next_and_nearest_skip_what_is_hidden(model):
    rows = marks(*((1800 + n, 1800 + n, n % 2, 1) for n in range(6)))
    script = "(index => { index.shown[2] = 0; return [%s]; })(new Index(marks))"
    steps = "next(index, 0, 1, 0), next(index, 0, 1, -1), next(index, 4, -1, 0), next(index, 5, 1, -1), next(index, 0, -1, -1)"
    assert model(script % steps, marks=rows) == [4, 1, 0, -1, -1]
    assert model(script % "nearest(index, 1801.9, 0), nearest(index, 1801.9, 1)", marks=rows) == [0, 1]
    assert model(script % "nearest(index, 1801.9, 7)", marks=rows) == [-1]


BOUNDS = {"from": 1791, "to": 1823}
EMPTY = {"range": None, "topics": [], "actors": [], "query": "", "event": "", "view": "", "data": ""}


@pytest.mark.parametrize(
    "search",
    [
        "",
        "?from=1820-08-01&to=1820-08-31",
        "?topics=state,protest&actors=a-b,c&find=%D0%93%D0%B0%D0%B7%26x&event=1799-union-treaty&view=list&data=polls",
        "?from=1791-01-01&to=1799-12-31&event=x",
    ],
)
def test_a_state_survives_the_address(model, search):
    state = model("decode(search, bounds)", search=search, bounds=BOUNDS)
    assert model("encode(state, '')", state=state, bounds=BOUNDS) == search
    assert model("decode(encode(state, ''), bounds)", state=state, bounds=BOUNDS) == state


def test_short_forms_of_dates_are_read(model):
    state = model("decode('?from=1819&to=1820-03', bounds)", bounds=BOUNDS)
    assert model("encode(state, '')", state=state, bounds=BOUNDS) == "?from=1819-01-01&to=1820-03-31"
    state = model("decode('?from=1819', bounds)", bounds=BOUNDS)
    assert model("encode(state, '')", state=state, bounds=BOUNDS) == "?from=1819-01-01&to=1822-12-31"


def test_parameters_of_others_are_kept(model):
    state = {**EMPTY, "topics": ["a"]}
    assert model("encode(state, '?q=1&topics=b&view=list')", state=state, bounds=BOUNDS) == "?q=1&topics=a"
    assert model("encode(state, '?topics=b')", state=EMPTY, bounds=BOUNDS) == ""


@pytest.mark.parametrize(
    "search",
    [
        "?from=x&to=y",
        "?from=1820&to=1810",
        "?from=1600&to=1700",
        "?from=2050",
        "?from=1791&to=1822",
        "?from=1900&to=2100",
        "?view=grid&from=1820-02-31",
        "?from&to&topics&actors&find&event&view&data",
        "?topics=,,&actors=,",
        "?%E0%A4%A=1&from=%00",
    ],
)
def test_what_is_wrong_in_an_address_is_left_out(model, search):
    assert model("decode(search, bounds)", search=search, bounds=BOUNDS) == EMPTY


def test_long_input_is_cut(model):
    search = "?find=" + "a" * 5000 + "&topics=" + ",".join("abc" for _ in range(500))
    state = model("decode(search, bounds)", search=search, bounds=BOUNDS)
    assert len(state["query"]) == 100 and len(state["topics"]) == 50


def test_search_compares_without_case_and_marks(model):
    assert model("fold('Łukašenka ŚWIĘTO’s ЁЖ й')") == "lukasenka swieto's еж и"


def test_a_series_is_drawn_on_the_scale_of_its_chart(model):
    """Places grow downwards, and what is below nothing stays within its band."""
    ranks = {"least": 0, "most": 10, "down": True}
    change = {"least": -4, "most": 6, "down": False}
    assert model("[1, 5, 10].map(value => depth(ranks, value))", ranks=ranks) == [0.1, 0.5, 1]
    assert model("[-4, 1, 6].map(value => depth(change, value))", change=change) == [1, 0.5, 0]
    assert model("[scaleWords(ranks), scaleWords(change)]", ranks=ranks, change=change) == ["0–10", "−4 to 6"]


def test_marks_in_a_text_are_filled_with_exactly_what_they_stand_for(model):
    """A path may hold what a replacement takes for a pattern, and a view what looks like a mark."""
    values = {"LINK": "https://example.org/$&/", "VIEW": "{LINK}"}
    assert model("filled('{VIEW}, {LINK} {OTHER}', values)", values=values) == "{LINK}, https://example.org/$&/ {OTHER}"

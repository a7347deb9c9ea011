"""Events out of values that would deceive, run or break something, for the tests that build them."""

HARM = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "%%content%%", "{{ 7*7 }}"]
HARM += [
    "<!-- timeline:foot -->",
    "=cmd|' /C calc'!A0",
    "\u202e",
    "\x07",
    "\ue000",
    "]]>",
    "\\",
    "{",
    "}",
    '"',
    "'",
    "&#8238;",
]
HARM += [
    "[x](javascript:alert(1))",
    "[x](https://a@b.example/)",
    "[x][y]\n\n[y]: data:text/html,x",
    "```",
    "* " * 9,
    "**a*b " * 9,
]
HARM += [
    "BEGIN:VEVENT",
    "\r\nATTACH:x",
    "a" * 400,
    "`" * 7,
    "\u0300" * 9,
    "й",
    "שלום!",
    "😀",
    "---",
    "...",
    "%0a",
    "~~~",
    "| a | b |",
]
SLY = [
    "javascript:alert(1)",
    "%%content%%",
    "{{ 7*7 }}",
    "=cmd|' /C calc'!A0",
    "]]>",
    "a \\",
    "{",
    "}",
    "a '' b",
    'a" onload="x',
]
SLY += [
    "<x onclick=alert(1)>",
    "< img src=x onerror=alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript>",
    "--><b",
]
SLY += [
    "BEGIN:VEVENT",
    "%0a%0d",
    "שלום!",
    "😀",
    "| a | b |",
    "$(id)",
    "${alert(1)}",
    "`x`",
    "klzzwxh:0001",
    "__proto__",
    "data:text/html,x",
]
"""What the check lets through in many fields, because it is text and nothing else."""

FIELDS = (
    "title",
    "summary",
    "date_note",
    "body",
    "claim",
    "label",
    "unit",
    "source",
    "publisher",
    "DOI",
    "ISBN",
    "URL",
    "change",
)


def event(values):
    said = {key: values.get(key) for key in FIELDS}
    body = "What happened there is told by two books, which do not copy each other [@fuzz-a; @fuzz-b]."
    source = {
        "key": "fuzz-a",
        "type": "book",
        "kind": "scholarship",
        "title": said["source"] or "A",
        "publisher": said["publisher"] or "B",
    }
    source |= {key: said[key] for key in ("DOI", "ISBN", "URL") if said[key]}
    other = {"key": "fuzz-b", "type": "book", "kind": "agency", "title": "C", "publisher": "D"}
    figure = {
        "label": said["label"] or "Men",
        "value": 3,
        "unit": said["unit"] or "men",
        "measured_by": "A",
        "citations": ["fuzz-a"],
    }
    positions = [{"claim": said["claim"] or "Yes.", "held_by": "A", "citations": ["fuzz-a"]}]
    positions.append({"claim": "No.", "held_by": "B", "citations": ["fuzz-b"]})
    record = {
        "title": said["title"] or "A day",
        "date": "1816-03-04",
        "summary": said["summary"] or "A day.",
        "topics": ["battle"],
    }
    record |= {"importance": "minor", "body": f"{said['body'] or ''} {body}", "figures": [figure]}
    record |= {"disputes": [{"question": "Why?", "positions": positions}], "citations": [source, other]}
    record |= {"corrections": [{"date": "2020-01-02", "change": said["change"] or "A slip."}]}
    return record | ({"date_note": said["date_note"]} if said["date_note"] else {})

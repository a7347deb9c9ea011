"""Words of the form for a new event: what each step and field asks, in words that a newcomer knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One of the steps of the form: its name, what it is for, and the keys of the event that it asks."""

    title: str
    lead: str
    keys: tuple[str, ...]


STEPS = (
    Step("What and when", "Say in a few words what happened, and when.", ("title", "date", "date_note")),
    Step("Where and who", "Names in any spelling will do; who is new here is added on the spot.", ()),
    Step(
        "Sources",
        "Two at least, which do not copy each other. You can paste what a catalogue or a reference manager gives you.",
        ("citations",),
    ),
    Step("The text", "One sentence for lists, and a few paragraphs for the page.", ("summary", "body")),
    Step("Look and send", "See the page, mend what is left, and take the file.", ()),
)
"""The steps in order. The second has what names other records; what no step has comes at the end of the fourth."""

LABELS: Mapping[str, str] = {
    "title": "What happened?",
    "date": "When?",
    "date_note": "A word on the date",
    "summary": "In one sentence",
    "topics": "Topics",
    "importance": "How large is it?",
    "places": "Where?",
    "actors": "Who took part?",
    "body": "The text of the page",
    "figures": "Numbers",
    "disputes": "Where sources disagree",
    "quotes": "In their own words",
    "links": "Other events that belong to it",
    "citations": "Sources",
    "citations.key": "Short name of the source",
    "citations.type": "What is it?",
    "citations.kind": "Who is behind it?",
    "citations.title": "Its title",
    "citations.title_translation": "What the title means",
    "citations.author": "Who wrote it?",
    "citations.editor": "Who edited it?",
    "citations.container-title": "The newspaper, journal, book or site it stands in",
    "citations.collection-title": "Series",
    "citations.publisher": "Who published it?",
    "citations.publisher-place": "Town of the publisher",
    "citations.page": "Pages",
    "citations.number": "Number of the report or law",
    "citations.issued": "When was it published?",
    "citations.accessed": "When did you read it?",
    "citations.language": "Its language",
    "citations.URL": "Its address on the web",
    "citations.archive_location": "Address of an archived copy",
    "citations.origin": "Who made it first?",
    "citations.note": "What a reader should know of it",
    "citations.locator": "Where in it?",
    "citations.checked": "How much of it did you read?",
    "figures.label": "What was counted?",
    "figures.value": "The number",
    "figures.low": "Lowest estimate",
    "figures.high": "Highest estimate",
    "figures.unit": "Of what? (people, votes, %)",
    "figures.base": "A share of what?",
    "figures.date": "When did the number hold?",
    "figures.measured_by": "Who counted, asked or estimated?",
    "figures.group": "Name of the group it is drawn in",
    "figures.citations": "Where does the number stand?",
    "figures.note": "A caveat",
    "disputes.question": "The question",
    "disputes.positions": "Answers",
    "disputes.positions.claim": "The answer",
    "disputes.positions.held_by": "Who holds it?",
    "disputes.positions.citations": "Where do they say so?",
    "disputes.note": "Why do they differ?",
    "quotes.text": "The words, as they were said",
    "quotes.language": "Their language",
    "quotes.translation": "What they mean",
    "quotes.translated_by": "Who translated them?",
    "quotes.speaker": "Who said it?",
    "quotes.date": "When?",
    "quotes.citations": "Where do they stand?",
    "quotes.unlocated": "Why can no place be named?",
    "quotes.context": "To whom, and why does it matter?",
    "actors.name": "Name, as this site should write it",
    "actors.kind": "What is it?",
    "actors.sort": "Name to sort by",
    "actors.description": "Who or what is it? In one sentence",
    "actors.variants": "Other spellings",
    "places.name": "Name, as this site should write it",
    "places.country": "Country today",
    "places.lat": "Latitude (north is +)",
    "places.lon": "Longitude (east is +)",
    "places.description": "What is it? In one sentence",
    "places.variants": "Other spellings",
}
"""What the form asks for a value, by the way to it; a key that is not here is called by its own name."""

HELP: Mapping[str, str] = {
    "date": "As you would say it; no more exactly than your sources do",
    "topics": "The first is the one under which it is drawn",
    "importance": "",
    "places": "Begin to write a name in any spelling",
    "actors": "People, bodies and states; begin to write a name in any spelling",
    "body": (
        "Your own, plain words: what happened, what it changed, what it left open. Leave a line empty between "
        "paragraphs; each ends in a source: put the cursor there and press “Cite here”"
    ),
    "summary": "It stands alone in lists and previews",
    "citations.key": "Made from maker, year and title",
    "citations.type": "",
    "citations.kind": "An office, a court, the press, scholars: it says who speaks, and is no mark",
    "citations.title": "In its own language; leave it out if you have not seen it",
    "citations.title_translation": "If the title is not in the language of this site",
    "citations.author": "“Family, Given”, or the name of a body",
    "citations.publisher": "If that is not what it stands in",
    "citations.issued": "As you would say it; leave it out if you do not know",
    "citations.accessed": "",
    "citations.language": "A tag such as en, de or sr-Latn",
    "citations.origin": "If this is a reprint, a copy or a translation: two copies of one text count as one source",
    "citations.note": "Such as a doubtful date or author",
    "places.country": "In whose borders it lies today",
    "places.lat": "In degrees, such as 50.68; a map shows both numbers where you press on the place",
    "places.lon": "In degrees, such as 4.41",
    "figures.date": "If that is not the date of the event",
    "quotes.language": "A tag such as en, de or sr-Latn",
    "quotes.date": "If that is not the date of the event",
    "actors.kind": "",
}
"""Help where the description of a field is written for those who edit files."""

EXPERT = frozenset(
    {
        *("key", "editor", "collection-title", "publisher-place", "volume", "issue", "page", "number", "DOI", "ISBN"),
        *("sort", "archive_location", "accessed", "origin", "note", "title_translation"),
    }
)
"""Keys that the form keeps in the fold for experts; whoever opens no fold misses none of them."""

TYPES: Mapping[str, str] = {
    "article-journal": "article in a journal",
    "article-magazine": "article in a magazine",
    "article-newspaper": "article in a newspaper or by an agency",
    "bill": "bill",
    "book": "book",
    "broadcast": "broadcast",
    "chapter": "chapter of a book",
    "dataset": "data",
    "document": "document of another kind",
    "entry-encyclopedia": "entry of an encyclopaedia",
    "interview": "interview",
    "legal_case": "judgment of a court",
    "legislation": "law or decree",
    "paper-conference": "paper for a conference",
    "post-weblog": "post on a blog",
    "regulation": "regulation",
    "report": "report",
    "speech": "speech",
    "thesis": "thesis",
    "treaty": "treaty",
    "webpage": "web page",
}
"""Types of sources in words."""

IMPORTANCE: Mapping[str, str] = {
    "landmark": "landmark: it would be in every short history",
    "major": "major: it changed what came after",
    "minor": "minor: it belongs to the story",
}

ACTORS: Mapping[str, str] = {
    "person": "person",
    "body": "body: an office, a party, a paper, an army",
    "state": "state",
}

CHECKED: Mapping[str, str] = {"full text": "all of it", "excerpt": "a part", "not seen": "nothing yet"}

NEXT = (
    "A person reads it: whoever keeps this timeline opens your sources and looks whether each statement is in them.",
    "You may be asked for a page number, for a second source, or for plainer words. Nobody asks who you are.",
    "How long that takes depends on who has time; a short event with two good sources is read soonest.",
    "If your text is changed you are told why. What you send is published under the licence of the site.",
)
"""What happens to what is sent, unless the settings say it better (`extra.next`)."""

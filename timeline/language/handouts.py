"""Words on the files of a classroom pack: headings of sheets, slides and questions for learning platforms."""

NAME = f"Name {'_' * 36}  Class {'_' * 10}  Date {'_' * 10}"
WORDS_TO_USE, WORDS_THAT_HELP = "Words to use", "Words that help"
QUESTIONS, FURTHER = "Find, explain, judge", "If you finish early"
EASIER, EASIER_QUESTIONS = "in plainer words", "Questions"
BOOKLET, CARDS, ORDER = "Source booklet", "Event cards", "Put them in order"
WHO, FOR, CONTEXT, KEPT = "Who and when", "For whom", "When it was said", "Where it is kept"
ASK, ALL = "Ask", "With all of them"
PLAY, FOR_ALL, ROUNDS, OVER = "Role play", "For all to hear", "The rounds", "When it is over"
WANTS, OFFERS, KEEPS = "You want", "You can offer", "You do not give up"
GAP = "____"
SOURCES = "Sources"
KEY, WHY = "Key to the order", "Why it could not have been the other way round"
HOLDS, LEVELS, MODEL = "A good answer holds", "Levels", "A model answer"
COMPARE = "Compare the sources"
ANSWERS = "answers"
BEGIN, END = "To begin with", "To end with"
CLOSE = "Give your answer, one event that supports it, and one that speaks against it. Whose word do you rely on?"
DISAGREE = "Sources disagree"
ORDER_TASK = "Put the events in order, the earliest first."
QUIZ, PACK, SLIDES, SHEETS = "Quiz", "The lesson on the web", "Slides", "Student sheets"
WHERE, FILL_IN, FILLED = "Where it happened", "Map to fill in", "The map filled in"
MAP, MAP_AND_PICTURES, PICTURES = "Map for the class", "Map and pictures", "Pictures"
EARTH = "Land, borders, lakes and rivers: Natural Earth, in the public domain. Borders of today"
LONGEST_TITLE = 80
"""Letters of a title in the list of a learning platform."""

RIGHT, WRONG = "Right.", "Not this one: look at the dates on the event pages."


def source(letter: str) -> str:
    """Return what a source of a booklet is called."""
    return f"Source {letter}"


def first_of(one: str, other: str) -> str:
    """Return the question which of two events came first."""
    return f"Which came first: “{one}” or “{other}”?"


def who_says(words: str) -> str:
    """Return the question whose words these are."""
    return f"Who says this? “{words}”"


def because(date: str, reason: str = "") -> str:
    """Return what a learner is told of an answer: the date, and the reason where one is known."""
    return f"{date}. {reason}".strip()


def speaker(name: str, date: str) -> str:
    """Return who spoke, and when where it is known."""
    return f"{name}, {date}" if date else name


def credit(site: str, licence: str, address: str) -> str:
    """Return the line at the end of a file: from where it is and on what terms."""
    return " · ".join(part for part in (site, licence, address) if part)


def map_alt(title: str, places: tuple[str, ...]) -> str:
    """Return what a map shows, for those who do not see it; one to fill in names nothing."""
    return f"{WHERE}: {title}. A map with {', '.join(places) or 'numbers in place of names'}."


def hatched(titles: tuple[str, ...]) -> str:
    """Return what stands beside a map on which land is hatched."""
    return f"Hatched, for it is disputed: {', '.join(titles)}" if titles else ""


def made_by(maker: str, rights: str, source: str) -> str:
    """Return who made a picture, and on what terms."""
    return ". ".join(part for part in (maker, rights, source) if part)


def numbered(number: int, name: str) -> str:
    """Return a place of a map with its number; without its name, a line to write it on."""
    return f"{number}  {name or '_' * 20}"


def counted(what: str, amount: str, by: str) -> str:
    """Return a figure with who measured it."""
    return f"{what}: {amount} ({by})"

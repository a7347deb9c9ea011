"""A built page as its reader's browser would get it: elements, headings and texts, read by the standard library."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
UNREAD = frozenset({"script", "style", "template"})


@dataclass
class Element:
    """One element with all that stands inside it."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, tag: str = "", class_: str = "", **attributes: str) -> "Iterator[Element]":
        """Every element below this one with that tag, class and attributes."""
        for child in self.children:
            if isinstance(child, str):
                continue
            if (
                tag in ("", child.tag)
                and (not class_ or class_ in child.classes)
                and all(child.attributes.get(name) == value for name, value in attributes.items())
            ):
                yield child
            yield from child.all(tag, class_, **attributes)

    @property
    def text(self) -> str:
        """The text that a reader sees, with single spaces."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in UNREAD:
                yield from child._texts()


def straight(text: str) -> str:
    """A text with the apostrophes of a keyboard, in which pages and index differ."""
    return text.replace("’", "'")


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.children.append(element)
        if tag not in VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.children.append(Element(tag, {name: value or "" for name, value in attrs}, self._open))

    def handle_endtag(self, tag: str) -> None:
        element: Element | None = self._open
        while element is not None and element.tag != tag:
            element = element.parent
        if element is not None and element.parent is not None:
            self._open = element.parent

    def handle_data(self, data: str) -> None:
        self._open.children.append(data)


class Document:
    """One HTML file of the site: `path` is its address below the root, such as `events/1815-waterloo/`."""

    def __init__(self, root: Path, file: Path) -> None:
        self.file = file
        self.path = file.relative_to(root).as_posix().removesuffix("index.html")
        self.source = file.read_text(encoding="utf-8")
        builder = _Builder()
        builder.feed(self.source)
        builder.close()
        self.root = builder.root
        self.elements = list(self.root.all())
        self.ids = Counter(element.attributes["id"] for element in self.elements if "id" in element.attributes)

    @property
    def kind(self) -> str:
        """The folder, for a page about one thing: events, people; otherwise `index`."""
        section, _, rest = self.path.partition("/")
        return section if rest else "index"

    @property
    def title(self) -> str:
        """What the browser's tab says; drawings have titles too."""
        [title] = self.one("head").all("title")
        return title.text

    @property
    def redirects(self) -> bool:
        return any(self.root.all("meta", **{"http-equiv": "refresh"}))

    def one(self, tag: str = "", class_: str = "", **attributes: str) -> Element:
        """The only element of that sort."""
        found = list(self.root.all(tag, class_, **attributes))
        assert len(found) == 1, f"{self.path}: {len(found)} × <{tag} class={class_} {attributes}>"
        return found[0]

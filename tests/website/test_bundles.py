"""Bundles: modules in the order of their imports, in one scope, as a script that runs from file://."""

import re

import pytest

from timeline.website import bundles
from timeline.website.bundles import BundleError, bundle

MODULES = {
    "a/main.js": 'import { b, c } from "./b.js";\nimport {\n  d,\n} from "../d.js";\n\nexport const a = b + c + d;\n',
    "a/b.js": 'import { d } from "../d.js";\n\nexport const b = d;\nexport function c() {}\nconst own = 1;\n',
    "d.js": "export const d = 1;\n",
}


def test_what_is_needed_stands_first_and_once():
    text = bundle("a/main.js", MODULES)

    assert [text.count(f"const {name} = ") for name in "abd"] == [1, 1, 1]
    assert text.index("const d") < text.index("const b") < text.index("const a")
    assert not re.search(r"^(import|export) ", text, re.MULTILINE)
    assert text.startswith('(() => {\n"use strict";\n') and text.endswith("})();\n")


def test_a_name_leaves_what_the_entry_exports():
    assert bundle("a/main.js", MODULES, "made").startswith("globalThis.made = (() => {")
    assert "return { a };\n})();" in bundle("a/main.js", MODULES, "made")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"d.js": "const own = 2;\nexport const d = own;\n"},
         'a/b.js: "own" has the name of one in d.js; call it otherwise'),
        ({"d.js": "export const e = 1;\n"}, 'a/b.js: d.js exports no "d"'),
        ({"d.js": 'import { a } from "./a/main.js";\nexport const d = a;\n'},
         "d.js: imports in a circle: a/main.js → a/b.js → d.js → a/main.js"),
        ({"a/b.js": 'import { x } from "./x.js";\nexport const b = x;\n'}, "a/b.js: there is no script a/x.js"),
        ({"d.js": "export default 1;\n"},
         'd.js: "export default 1;" cannot be joined: import {names}, export declarations by name'),
        ({"d.js": 'import * as all from "./e.js";\n'},
         'd.js: "import * as all from "./e.js";" cannot be joined: import {names}, export declarations by name'),
    ],
)  # fmt: skip
def test_what_cannot_share_a_scope_is_told(changed, message):
    with pytest.raises(BundleError) as error:
        bundle("a/main.js", {**MODULES, **changed})

    assert str(error.value) == message


def test_every_source_is_in_some_bundle():
    """A module that nothing imports, and a part that no style sheet names, are dead."""
    entries = [bundles._ordered(f"{name}/main.js", bundles.sources()) for name in bundles.SCRIPTS]
    reached = {module.path for modules in entries for module in modules}
    parts = {part for names in bundles.STYLES.values() for part in names}
    folder = bundles._HERE / "styles"

    assert reached == set(bundles.sources())
    assert parts == {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.css")}


def test_a_bundle_holds_only_the_words_that_it_uses():
    made = dict(bundles.assets())
    words = {"SHORT_MONTHS": ["timeline.js", "map.js"], "LONG_DATES": ["form.js"]}
    words |= {"LETTERS": ["timeline.js", "form.js", "search.js", "finder.js"]}

    for word, owners in words.items():
        assert [name for name, text in made.items() if f"const {word} = " in text] == owners

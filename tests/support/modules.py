"""Modules of scripts in a browser: what they export, under one name."""

from collections.abc import Mapping, Sequence

from timeline.website import bundles


def exposed(name: str, modules: Mapping[str, Sequence[str]]) -> str:
    """A classic script that leaves `name`, an object with these names out of these modules."""
    imports = [f'import {{ {", ".join(names)} }} from "./{path}";\n' for path, names in modules.items()]
    names = [name for part in modules.values() for name in part]
    entry = f"{''.join(imports)}export const all = {{ {', '.join(names)} }};"
    return bundles.bundle("test.js", {**bundles.sources(), "test.js": entry}, "made") + f"{name} = made.all;\n"

"""YAML as editors read it."""

import yaml


class Editor(yaml.CSafeLoader):
    """Reads YAML as editors do: by YAML 1.2, where a date is a text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

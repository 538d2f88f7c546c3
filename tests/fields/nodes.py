"""Located nodes as plain values and plain places, to stand in sight in a test."""

from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.fields import Fields, Mapping, Node, Scalar, Sequence, parse_toml
from generator.fields.yaml import parse_yaml


def of_yaml(text: str) -> Fields:
    """The keys of a story's front matter."""
    return Fields(parse_yaml(text, path="x.md")[0], path="x.md", what="a story")


def of_toml(text: str) -> Fields:
    """The keys of a site.toml."""
    return Fields(parse_toml(text, path="site.toml")[0], path="site.toml", what="site.toml")


def plain(node: Node) -> Any:
    """A node's values alone: dictionaries, lists, texts and TOML's other types."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key: plain(entry.value) for entry in node.entries}


def walk(node: Node) -> Iterator[Node]:
    """A node and all that stand in it."""
    yield node
    match node:
        case Sequence():
            for item in node.items:
                yield from walk(item)
        case Mapping():
            for entry in node.entries:
                yield from walk(entry.value)


def places(mapping: Mapping) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    """Line and column of each key of a mapping and of its value."""
    return {e.key: ((e.line, e.column), (e.value.line, e.value.column)) for e in mapping.entries}


def value_of(yaml: str) -> Any:
    """What one YAML value is read as, where it can be read without a problem."""
    mapping, problems = parse_yaml(f"key: {yaml}\n", path="x.md")
    assert not problems, shown(problems)
    return plain(mapping)["key"]


def shown(problems: tuple[Problem, ...]) -> list[str]:
    """Problems as the commands print them."""
    return [str(problem) for problem in problems]

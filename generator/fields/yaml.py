"""YAML 1.1 text to located nodes, by libyaml's composer without implicit types.

Composing stops short of constructing: nothing is guessed (`no` stays `no`), nothing is executed, and each node
keeps its mark. Anchors, aliases and tags have no use in front matter and are problems, so that a "billion
laughs" cannot unfold.
"""

import re
from typing import Any, cast

import yaml

from generator.errors import Location, Problem
from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence

try:
    from yaml import CSafeLoader as _BaseLoader
except ImportError:  # a PyYAML built without libyaml: slower, the same nodes
    from yaml import SafeLoader as _BaseLoader  # type: ignore[assignment]

_DEEPEST = 8
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))


class _TextLoader(_BaseLoader):
    """Every plain scalar is text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, Any]]] = {}  # noqa: RUF012 (PyYAML's own interface)


def parse_yaml(text: str, *, path: str, first_line: int = 1) -> tuple[Mapping, tuple[Problem, ...]]:
    """The mapping that the text holds, with the problems found; after a syntax error the mapping is empty.

    `first_line` is the line of the file on which the text starts; positions count from there.
    """
    try:
        root = yaml.compose(text, Loader=_TextLoader)
    except yaml.YAMLError as error:
        return Mapping((), first_line, 1), (_syntax_problem(error, text, path, first_line),)
    reading = _Reading(path, first_line)
    if root is None:
        return Mapping((), first_line, 1), ()
    node = reading.node(root, depth=0)
    if not isinstance(node, Mapping):
        at = Location(path, first_line, 1)
        wrong = Problem(at, "the front matter is not a list of keys.", "Write one 'key: value' a line.")
        return Mapping((), first_line, 1), (*reading.problems, wrong)
    return node, tuple(reading.problems)


class _Reading:
    """One conversion of composed nodes; keeps the problems met and the nodes seen."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def node(self, node: yaml.Node, *, depth: int) -> Node:
        line, column = self.first_line + node.start_mark.line, node.start_mark.column + 1
        if id(node) in self.seen:
            self.problem(line, column, "anchors and aliases (&x, *x) are not used here.", "Write the value out.")
            return Scalar("", line, column)
        self.seen.add(id(node))
        if depth > _DEEPEST:
            self.problem(line, column, f"lists or keys are nested more than {_DEEPEST} deep.", "")
            return Scalar("", line, column)
        if node.tag not in _PLAIN_TAGS:
            self.problem(line, column, f"YAML tags such as {node.tag!r} are not used here.", "Write the value alone.")
        match node:
            case yaml.ScalarNode():
                return Scalar(cast(str, node.value), line, column)
            case yaml.SequenceNode():
                return Sequence(tuple(self.node(item, depth=depth + 1) for item in node.value), line, column)
            case _:
                return Mapping(self.entries(cast(yaml.MappingNode, node), depth), line, column)

    def entries(self, mapping: yaml.MappingNode, depth: int) -> tuple[Entry, ...]:
        found: dict[str, Entry] = {}
        for key, value in mapping.value:
            line, column = self.first_line + key.start_mark.line, key.start_mark.column + 1
            if not isinstance(key, yaml.ScalarNode):
                self.problem(line, column, "a key is not a plain word.", "Write one 'key: value' a line.")
            elif key.value in found:
                first = found[key.value].line
                message = f"{key.value} stands here twice; the first is on line {first}."
                self.problem(line, column, message, "Keep one of them.")
            else:
                found[key.value] = Entry(key.value, self.node(value, depth=depth + 1), line, column)
        return tuple(found.values())

    def problem(self, line: int, column: int, message: str, hint: str) -> None:
        self.problems.append(Problem(Location(self.path, line, column), message, hint))


def _syntax_problem(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "not YAML"
    else:  # libyaml's reader names an offset in bytes, not a line
        found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
        offset = found.start() if found else 0
        line = text.count("\n", 0, offset)
        at = Location(path, first_line + line, offset - text.rfind("\n", 0, offset))
        return Problem(at, "a control character stands in the front matter.", "Delete it.")
    line, column = (mark.line, mark.column + 1) if mark else (0, 1)
    written = text.splitlines()[line] if line < len(text.splitlines()) else ""
    return Problem(
        Location(path, first_line + line, column),
        f"the front matter is not YAML: {said}.",
        _hint(said, written),
    )


def _hint(said: str, line: str) -> str:
    if "\t" in line:
        return "Indent with spaces, not tabs."
    if "mapping values are not allowed" in said:
        return "A value that contains ': ' needs quotes around it."
    if "cannot start any token" in said or "expected alphabetic or numeric character" in said:
        return "A value that starts with a special character needs quotes around it."
    if "end of stream" in said or "quoted scalar" in said or "document separator" in said:
        return "Is a closing quote or bracket missing?"
    if "could not find expected ':'" in said or "expected <block end>" in said:
        return "Write one 'key: value' a line; quote values that contain quotes or start with one."
    return "Quote the value if it contains special characters."

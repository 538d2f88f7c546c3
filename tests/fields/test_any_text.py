"""Whatever a file holds, reading it gives nodes or located problems, never an exception, and places within the text."""

from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings

from generator.errors import Problem
from generator.fields import Mapping, parse_toml
from generator.fields.front_matter import parse_front_matter
from generator.fields.yaml import parse_yaml
from tests.fields.any_text import ANY_TEXT, FRONT_MATTER
from tests.fields.nodes import walk

many = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_places_within(lines: list[str], mapping: Mapping, problems: Iterable[Problem]) -> None:
    nodes = tuple(walk(mapping))
    entries = [entry for node in nodes if isinstance(node, Mapping) for entry in node.entries]
    for place in (*nodes, *entries, *(problem.at for problem in problems)):
        assert place.line is not None or place.column is None
        if place.line is not None and place.column is not None:
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@many
@given(FRONT_MATTER)
def test_any_text_is_front_matter_and_body_or_has_located_problems(text: str) -> None:
    matter = parse_front_matter(text, path="s.md")
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert_places_within(lines, matter.fields, matter.problems)
    assert all(problem.at.path == "s.md" and problem.at.line for problem in matter.problems)
    if matter.body:
        assert "\n".join(lines[matter.body_line - 1 :]).strip() == matter.body.strip()


@many
@given(ANY_TEXT)
def test_any_text_is_yaml_or_has_located_problems(text: str) -> None:
    mapping, problems = parse_yaml(text, path="s.md")
    assert_places_within(text.split("\n"), mapping, problems)


@many
@given(ANY_TEXT)
def test_any_text_is_toml_or_has_located_problems(text: str) -> None:
    mapping, problems = parse_toml(text, path="x.toml")
    assert not (mapping.entries and problems)
    assert_places_within(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), mapping, problems)

"""docs/architecture.md shows the layers that the code has, and every decision."""

import re

from generator.cache import _SHAPING  # the page promises that these are part of the key
from tests.docs.reading import ARCHITECTURE, DOCS, blocks, links, read, section
from tests.test_architecture import FLOORS


def test_the_diagram_shows_the_layers_that_the_tests_hold_the_code_to() -> None:
    diagram = blocks(section(ARCHITECTURE, "Layers").text)[0].text
    rows = [tuple(re.split(r" {3,}", line)[0].split()) for line in diagram.splitlines()]
    assert rows == [tuple(row) for row in FLOORS]


def test_every_decision_is_listed_with_its_title() -> None:
    text = section(ARCHITECTURE, "Decisions").text
    for record in (DOCS / "decisions").glob("*.md"):
        number, _, title = read(record).split("\n")[0].removeprefix("# ").partition(": ")
        assert f"[{number}](decisions/{record.name}) {title}" in text


def test_the_modules_and_functions_that_the_page_names_are_there() -> None:
    text = read(ARCHITECTURE)
    for path in set(re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.py)`", text)):
        root = ARCHITECTURE.parent.parent
        assert any((folder / path).is_file() for folder in (root, root / "generator")), path
    assert _SHAPING
    assert "decisions/0001-records.md" in links(ARCHITECTURE)

"""The floors of the house: which part may know of which. These rows are the diagram."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.modules import CHECKOUT, Module, changed_globals, imported, modules, room_of, worldly

FLOORS = (
    ("__main__",),
    ("cli",),  # one file a command: the only prints, exits, clock and environment
    ("serve",),  # the preview
    ("build",),  # build_site(): the whole story on one screen
    ("pipeline",),  # its steps: load, plan, compare, render, report
    ("pages", "checks"),  # one file a kind of page · one a check
    ("site",),  # stories → the linked Site
    ("load", "theme", "images", "output", "starter"),  # what touches the disk
    ("cache",),  # remembered results of pure functions
    ("story", "comment", "company", "author", "tag", "page", "record"),  # the frozen types of the field
    ("content_file", "picture"),  # what their files share
    ("markup", "feeds"),  # Markdown → Body · FeedView → XML and JSON
    ("config",),  # site.toml → SiteConfig
    ("fields",),  # YAML and TOML → located, typed values
    ("errors", "urls", "digests", "quoting", "shown", "disk_errors", "held_files"),
)

HOMES = {
    "PIL": {"images"},
    "babel": {"theme"},
    "click": {"cli"},
    "feedgen": {"feeds"},
    "frontmatter": {"fields"},
    "jinja2": {"theme"},
    "lxml": {"feeds"},
    "markdown": {"markup"},
    "nh3": {"markup"},
    "rich": {"cli"},
    "selectolax": {"markup", "checks", "feeds"},
    "sqlite3": {"cache"},
    "starlette": {"serve"},
    "tomllib": {"fields", "theme"},
    "uvicorn": {"serve"},
    "yaml": {"fields"},
}
"""The rooms that may know a library: a change of library is a change of one room."""

MODULES = modules()
NAMES = frozenset(module.name for module in MODULES)


def test_every_room_has_a_floor_and_every_floor_its_rooms() -> None:
    rooms = [room for row in FLOORS for room in row]
    assert len(rooms) == len(set(rooms))
    assert set(rooms) == {module.room for module in MODULES if module.room}


def test_a_module_imports_only_from_floors_below_its_own() -> None:
    floor = {room: number for number, row in enumerate(FLOORS) for room in row}
    wrong = {
        f"{module.name} imports {name}"
        for module in MODULES
        for name in _own(module)
        if room_of(name) not in ("", module.room) and floor[room_of(name)] <= floor.get(module.room, len(FLOORS))
    }
    assert wrong == set()


def test_no_imports_go_in_a_circle() -> None:
    edges = {module.name: _own(module) - {module.name} for module in MODULES}
    circles = {name for name in edges if name in _reachable(name, edges)}
    assert not circles


def test_each_library_is_known_in_its_own_room_alone() -> None:
    known = {
        (library, module.room)
        for module in MODULES
        for library in {name.split(".")[0] for name in imported(module, NAMES)}
        if library in HOMES
    }
    assert {(library, room) for library, room in known if room not in HOMES[library]} == set()
    assert {library for library, _ in known} == set(HOMES)


def test_nothing_below_the_commands_reads_clock_or_environment_prints_or_exits() -> None:
    below = [module for module in MODULES if module.room not in ("", "__main__", "cli")]
    found = {(module.room, what.partition(": ")[2]) for module in below for what in worldly(module.tree)}
    assert found - {("held_files", "time.sleep")} == set(), "only there does a pause help: on Windows, for a moment"


def test_no_module_holds_anything_that_a_function_changes() -> None:
    assert {module.name: found for module in MODULES if (found := list(changed_globals(module.tree)))} == {}


def test_a_module_is_short_says_what_it_is_for_and_is_named_for_an_idea() -> None:
    assert {module.name for module in MODULES if module.text.count("\n") >= 350} == set()
    assert {module.name for module in MODULES if not ast.get_docstring(module.tree)} == set()
    vague = {"utils", "util", "helpers", "helper", "misc", "tools"}
    assert {module.name for module in MODULES if module.path.stem in vague} == set()


def test_no_template_turns_off_escaping() -> None:
    templates = [path for folder in ("themes", "generator/starter") for path in _text_files(CHECKOUT / folder)]
    assert [path for path in templates if path.suffix == ".html"], "there are no templates to look at"
    for template in templates:
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|\bautoescape\b|\bMarkup\b", text), template.relative_to(CHECKOUT)


@pytest.mark.parametrize(
    "line",
    [
        "dt.datetime.now(dt.UTC)",
        "datetime.utcnow()",
        "dt.date.today()",
        "time.time()",
        "from time import time",
        "os.environ['X']",
        "from os import environ",
        "os.getenv('X')",
        "print('x')",
        "sys.exit(1)",
        "exit()",
        "sys.stdout.write('x')",
        "import click",
        "from click import echo",
        "import random",
    ],
)
def test_the_watch_over_clock_and_prints_sees(line: str) -> None:
    assert list(worldly(ast.parse(f"def f():\n    {line}")))


@pytest.mark.parametrize("line", ["settings.now", "view.print", "os.scandir(x)", "due <= now", "f(now=now)"])
def test_the_watch_over_clock_and_prints_lets_be(line: str) -> None:
    assert not list(worldly(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["HELD[1] = 2", "HELD.append(1)", "HELD.setdefault(1, 2)", "del HELD[1]", "HELD.x = 1", "global HELD"]
)
def test_the_watch_over_state_sees(line: str) -> None:
    assert list(changed_globals(ast.parse(f"HELD = {{}}\ndef f():\n    {line}")))


def test_the_watch_over_state_lets_a_local_of_the_same_name_be() -> None:
    assert not list(changed_globals(ast.parse("found = {}\ndef f():\n    found = []\n    found.append(1)")))


def _own(module: Module) -> frozenset[str]:
    """The modules of the package that a module imports."""
    return frozenset(name for name in imported(module, NAMES) if name.split(".")[0] == "generator")


def _reachable(start: str, edges: dict[str, frozenset[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(edges[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += edges.get(name, frozenset())
    return found


def _text_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".xml", ".md", ".toml"))

"""Commands that have nothing heavy to do load nothing heavy."""

import json
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.running import python
from tests.sites import DOT, story

HEAVY = ("markdown", "feedgen", "lxml", "PIL", "starlette", "uvicorn", "jinja2", "babel", "selectolax", "nh3", "rich")

RUN_AND_TELL = """
import json, sys
from generator.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code
print(json.dumps(sorted(sys.modules)))
"""

SITE = {
    "content/stories/2024-01-01-first.md": story("First", "A *word*.", company="Acme", tags="[phone]"),
    "content/stories/2099-01-01-later.md": story("Later"),
    "content/authors/dana.md": "---\nname: Dana\n---\nA bio.\n",
    "content/static/logo.png": DOT,
}


def loaded(*arguments: str, at: Path) -> tuple[str, set[str]]:
    """What a command printed, and the heavy modules that it loaded."""
    ran = python("-c", RUN_AND_TELL, *arguments, at=at)
    assert ran.returncode == 0, ran.stderr
    *said, modules = ran.stdout.splitlines()
    return "\n".join(said), {module.split(".")[0] for module in json.loads(modules)} & set(HEAVY)


def test_a_build_with_nothing_to_do_loads_nothing_heavy(make_site: MakeSite) -> None:
    site = make_site(SITE)
    _, at_first = loaded("build", at=site.root)
    assert {"markdown", "jinja2", "selectolax", "PIL"} <= at_first, "the names are those that a build loads"
    said, again = loaded("build", at=site.root)
    assert " 0 pages written" in said
    assert again == set()


@pytest.mark.parametrize("arguments", [(), ("--help",), ("build", "--help"), ("new", "A title")])
def test_what_renders_nothing_loads_nothing_heavy(arguments: tuple[str, ...], make_site: MakeSite) -> None:
    assert loaded(*arguments, at=make_site().root)[1] == set()

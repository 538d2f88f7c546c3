"""docs/reference/site-toml.md lists every setting of site.toml, and no other."""

import re

import pytest

from generator.config import parse_config
from generator.errors import errors_in
from tests.docs.known import known_keys
from tests.docs.reading import SITE_SETTINGS, code, section, sections, table
from tests.modules import modules

BASE = {"site": 'title = "T"\nurl = "https://name.github.io/repo/"\n'}
DEFAULTS = {"site.id": '"name.github.io/repo"'}
"""The defaults that the page tells in words, as site.toml would write them for BASE."""

NO_VALUE = ("required", "none", "never")
"""What the column of defaults says where there is none."""

ATTRIBUTES = {"search.enabled": "search", "site.branch": "branch"}
ATTRIBUTES |= {"stories.minimum_for_order": "minimum_for_order"}
"""Where SiteConfig holds the keys that have no effect yet."""


def toml(name: str, lines: str, *, double: bool = False) -> str:
    """A site.toml that works, with lines in one of its sections."""
    parts = {"site": BASE["site"]} | ({} if name == "site" else {name: ""})
    parts[name] = parts.get(name, "") + lines
    head = {key: f"[[{key}]]" if double and key == name else f"[{key}]" for key in parts}
    return "\n".join(f"{head[key]}\n{text}" for key, text in parts.items())


def documented_sections() -> dict[str, bool]:
    """The sections that the page shows, and whether their brackets are double."""
    titles = [one.title for one in sections(SITE_SETTINGS)]
    return {found[2]: found[1] == "[[" for title in titles if (found := re.fullmatch(r"`(\[\[?)(\w+)\]\]?`", title))}


SECTIONS = documented_sections()


def title_of(name: str) -> str:
    return f"`[[{name}]]`" if SECTIONS[name] else f"`[{name}]`"


def rows(name: str) -> dict[str, dict[str, str]]:
    found = table(section(SITE_SETTINGS, title_of(name)).text, "Setting")
    return {code(row["Setting"]): dict(row) for row in found}


def values_of(name: str) -> list[tuple[str, str]]:
    return [(f"{name}.{key}", row["Default"]) for key, row in rows(name).items() if row["Default"] not in NO_VALUE]


def test_every_section_of_site_toml_has_its_own_and_no_section_is_of_another() -> None:
    known = known_keys(lambda text: parse_config(text)[1], lambda key: f"{key} = 1\n[site]\n{BASE['site']}")
    assert set(SECTIONS) == known


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_the_table_of_a_section_has_its_keys_and_no_other(name: str) -> None:
    double = SECTIONS[name]
    known = known_keys(lambda text: parse_config(text)[1], lambda key: toml(name, f"{key} = 1", double=double))
    assert set(rows(name)) == known


@pytest.mark.parametrize(("key", "default"), [value for name in sorted(SECTIONS) for value in values_of(name)])
def test_writing_the_default_of_a_key_is_the_same_as_leaving_it_out(key: str, default: str) -> None:
    name, _, inner = key.partition(".")
    value = DEFAULTS.get(key) or code(default)
    written, problems = parse_config(toml(name, f"{inner} = {value}"))
    assert problems == ()
    assert written == parse_config(toml("site", ""))[0]


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_a_key_without_a_default_is_required_or_may_be_left_out(name: str) -> None:
    for key, row in rows(name).items():
        if name == "nav":
            text = toml(name, "".join(f'{other} = "/x/"\n' for other in rows(name) if other != key), double=True)
        else:
            text = "\n".join(line for line in toml(name, "").split("\n") if not line.startswith(f"{key} ="))
        missing = bool(errors_in(parse_config(text)[1]))
        assert missing == (row["Default"] == "required"), f"{name}.{key}"


def test_keys_marked_as_without_effect_are_those_that_nothing_reads() -> None:
    marked = {
        f"{name}.{key}" for name in SECTIONS for key, row in rows(name).items() if "No effect yet" in row["Meaning"]
    }
    attributes = {ATTRIBUTES.get(key) or key.split(".")[0] for key in marked}
    read = {
        name for module in modules() if module.room != "config" for name in re.findall(r"config\.(\w+)", module.text)
    }
    assert not attributes & read, "these have an effect now: the page has to say which"
    known = set(parse_config(toml("site", ""))[0].__struct_fields__)
    assert attributes <= known
    # `engine` and `check` are read; what else nobody reads must be marked.
    assert known - read - {"paginate"} <= attributes | {"title"}

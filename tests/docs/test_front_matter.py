"""docs/reference/front-matter.md lists every key of front matter, and what it says is so."""

import re

import pytest

from generator.errors import errors_in
from generator.fields.front_matter import LONGEST
from generator.story.model import CHANNELS, DISCLOSURES, SOURCE_TYPES
from tests.docs.kinds import KINDS, Kind
from tests.docs.known import known_keys
from tests.docs.quotes import MISTAKE, keys
from tests.docs.reading import FRONT_MATTER, Section, below, blocks, code, section, table, tables

KEYS = keys()
NAMES = [f"{kind.source.split('/')[1]}-{code(one.title)}" for kind, one in KEYS]


def inner_keys(kind: Kind, key: str) -> frozenset[str]:
    """The keys that can be below a key; empty if there are none."""
    return known_keys(kind.problems, lambda foreign: f"{key}:\n  {foreign}: x") | known_keys(
        kind.problems, lambda foreign: f"{key}:\n  - {foreign}: x"
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.source)
def test_the_page_has_a_section_for_each_key_and_no_section_for_another(kind: Kind) -> None:
    known = known_keys(kind.problems, lambda foreign: f"{foreign}: x")
    assert {code(one.title) for one in below(FRONT_MATTER, kind.title)} == known


def test_the_overview_of_a_story_s_keys_lists_each_once() -> None:
    rows = table(section(FRONT_MATTER, "Keys of a story").text, "Topic")
    listed = [key for row in rows for key in re.findall(r"`(\w+)`", row["Keys"])]
    assert sorted(listed) == sorted(code(one.title) for one in below(FRONT_MATTER, "Keys of a story"))


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_the_keys_below_a_key_are_those_of_its_table(kind: Kind, one: Section) -> None:
    shown = {code(row["Key"]) for rows in tables(one.text) for row in rows if "Key" in row}
    assert shown == inner_keys(kind, code(one.title))


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_a_key_has_its_value_its_default_an_example_and_a_common_mistake(kind: Kind, one: Section) -> None:
    for part in ("\n- **Value:** ", MISTAKE):
        assert part in one.text
    assert len(re.findall(r"\n- \*\*(?:Default:|Required)\*\*", one.text)) == 1
    example, *_ = blocks(one.text)
    assert re.match(rf"{code(one.title)}:", example.text)
    assert one.text.index(example.text) < one.text.index(MISTAKE)


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_the_example_of_a_key_is_right(kind: Kind, one: Section) -> None:
    assert kind.problems(blocks(one.text)[0].text) == ()


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_a_key_is_called_required_if_a_file_without_it_is_an_error(kind: Kind, one: Section) -> None:
    is_needed = kind.needed.startswith(f"{code(one.title)}:")
    problems = kind.problems_of("" if is_needed else kind.needed)
    assert bool(errors_in(problems)) == ("\n- **Required**" in one.text)


def test_the_page_shows_the_message_of_many_mistakes() -> None:
    shown = [block for _, one in KEYS for block in blocks(one.text) if block.language == "text"]
    assert len(shown) >= 25


def test_the_words_that_a_key_can_have_are_all_in_its_table() -> None:
    channels = {code(row["Word"]) for row in table(section(FRONT_MATTER, "`channel`").text, "Word")}
    ties = {word for row in table(section(FRONT_MATTER, "`disclosure`").text, "Word") for word in _words(row["Word"])}
    types = {code(row["Type"]) for row in table(section(FRONT_MATTER, "`source`").text, "Type")}
    assert (channels, ties, types) == (set(CHANNELS), set(DISCLOSURES), set(SOURCE_TYPES))


def test_what_a_type_of_source_needs_is_in_its_row() -> None:
    kind = KINDS[0]
    for row in table(section(FRONT_MATTER, "`source`").text, "Type"):
        lines = [f"source:\n  type: {code(row['Type'])}"]
        needed = re.findall(r"`(\w+)`", row["Also required"].replace("`title` or ", ""))
        lines += [f"  {key}: https://original.example/" for key in needed]
        assert kind.problems("\n".join(lines)) == ()
        for missing in lines[1:]:
            assert errors_in(kind.problems("\n".join(line for line in lines if line != missing)))


def test_the_limits_of_front_matter_are_those_of_the_code() -> None:
    assert f"at most {LONGEST:,} characters" in section(FRONT_MATTER, "Format").text
    within, beyond = ("a: " + "[" * deep + "]" * deep for deep in (8, 9))
    deepest = [any("deep" in problem.message for problem in KINDS[1].problems(text)) for text in (within, beyond)]
    assert deepest == [False, True]


def _words(cell: str) -> list[str]:
    return re.findall(r"`(\w+)`", cell)

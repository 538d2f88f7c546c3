"""docs/writing.md tells every key of front matter, and what it tells is so."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

import pytest

from generator.author import parse_author
from generator.comment import parse_comment
from generator.company import parse_company
from generator.errors import Problem
from generator.markup import MarkupOptions
from generator.page import parse_page
from generator.story import parse_story
from generator.tag import parse_tag
from tests.docs.known import known_keys
from tests.docs.reading import WRITING, Block, Section, below, blocks, code, section, table, tables
from tests.modules import modules


class Kind(NamedTuple):
    """A kind of content file: where the page tells its keys, how one is parsed, and the line that none can do without."""

    title: str
    source: str
    parse: Callable[..., object]
    needed: str = ""

    def problems(self, head: str) -> tuple[Problem, ...]:
        """What is wrong with a file that has this front matter and is whole otherwise."""
        key = self.needed.partition(":")[0]
        if key and not re.search(f"^{key}:", head, re.MULTILINE):
            head = f"{self.needed}\n{head}"
        parsed = self.parse(f"---\n{head.strip()}\n---\n\nIt went like this.\n", self.source, MarkupOptions())
        found: tuple[Problem, ...] = parsed.problems  # type: ignore[attr-defined]
        return found


COMMENT = "content/comments/2026-05-04-shoes/2026-05-06-bram.md"
KINDS = (
    Kind("The keys of a story", "content/stories/2026-05-04-shoes.md", parse_story, "title: A title"),
    Kind("The keys of a company", "content/companies/acme.md", parse_company),
    Kind("The keys of an author", "content/authors/dana.md", parse_author),
    Kind("The keys of a tag", "content/tags/phone-queues.md", parse_tag),
    Kind("The keys of a page", "content/pages/about.md", parse_page, "title: A title"),
    Kind("The keys of a comment", COMMENT, parse_comment, "author: Bram"),
)
KEYS = [(kind, one) for kind in KINDS for one in below(WRITING, kind.title)]
NAMES = [f"{kind.source.split('/')[1]}-{code(one.title)}" for kind, one in KEYS]


def inner_keys(kind: Kind, key: str) -> frozenset[str]:
    """The keys of the mapping that may stand under a key; empty where none may."""
    return known_keys(kind.problems, lambda foreign: f"{key}:\n  {foreign}: x") | known_keys(
        kind.problems, lambda foreign: f"{key}:\n  - {foreign}: x"
    )


def mistakes(text: str) -> Iterable[tuple[str, str]]:
    """The mistakes that a section shows, each with the message that it says one gets."""
    shown = blocks(text)
    for wrong, message in pairwise(shown):
        if (wrong.language, message.language) == ("yaml", "text"):
            yield wrong.text, message.text.strip()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.source)
def test_the_page_has_a_section_for_each_key_and_no_section_for_another(kind: Kind) -> None:
    known = known_keys(kind.problems, lambda foreign: f"{foreign}: x")
    assert {code(one.title) for one in below(WRITING, kind.title)} == known


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_the_keys_within_a_key_are_those_of_its_table(kind: Kind, one: Section) -> None:
    shown = {code(row["Key"]) for rows in tables(one.text) for row in rows}
    assert shown == inner_keys(kind, code(one.title))


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_a_key_is_told_with_value_default_example_and_typical_mistake(kind: Kind, one: Section) -> None:
    for part in ("**Value:** ", "**Left out:** ", "**A typical mistake:** "):
        assert part in one.text
    example, *_ = blocks(one.text)
    assert re.match(rf"{code(one.title)}:", example.text)
    assert one.text.index(example.text) < one.text.index("**A typical mistake:**")


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_the_example_of_a_key_is_right(kind: Kind, one: Section) -> None:
    assert kind.problems(blocks(one.text)[0].text) == ()


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_whether_a_key_may_be_left_out_is_told(kind: Kind, one: Section) -> None:
    key = code(one.title)
    others = "" if kind.needed.startswith(f"{key}:") else kind.needed
    missing = any(f"{key} is missing" in problem.message for problem in _without(kind, others))
    assert missing == ("**Left out:** an error" in one.text)


@pytest.mark.parametrize(("kind", "one"), KEYS, ids=NAMES)
def test_a_typical_mistake_gets_the_message_that_the_page_shows(kind: Kind, one: Section) -> None:
    for wrong, message in mistakes(one.text):
        said = [f"{problem.message} {problem.hint}".strip() for problem in kind.problems(wrong)]
        assert said == [message]


def test_the_page_shows_the_message_of_many_mistakes() -> None:
    shown: list[Block] = [block for _, one in KEYS for block in blocks(one.text)]
    assert len([block for block in shown if block.language == "text"]) >= 10


def test_the_messages_in_the_table_of_problems_are_said_somewhere() -> None:
    said = " ".join(module.text for module in modules())
    for row in table(section(WRITING, "Problems, and how to read them").text, "Message"):
        for part in re.split(r"…|warning: ", row["Message"]):
            words = part.strip(" ,")
            assert words in said or words.replace("a story", "{self._what}") in said, row["Message"]


def _without(kind: Kind, head: str) -> tuple[Problem, ...]:
    parsed = kind.parse(f"---\n{head}\n---\n\nIt went like this.\n", kind.source, MarkupOptions())
    found: tuple[Problem, ...] = parsed.problems  # type: ignore[attr-defined]
    return found

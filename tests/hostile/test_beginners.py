"""Files broken in thousands of ways: every message says in plain words what is wrong, where, and what to do."""

import re
from collections.abc import Callable, Iterable

import pytest

from generator.author import parse_author
from generator.comment import parse_comment
from generator.company import parse_company
from generator.config import parse_config
from generator.errors import Problem
from generator.markup import MarkupOptions
from generator.story import Story, parse_story
from tests.fields.mutations import broken, one_character_wrong

STORY = """\
---
title: "Three help lines: who picks up?"
date: 2026-04-22 18:30
company:
  - name: Saltfold Savings Bank
    verdict: good
  - name: Tallycrumb
    verdict: bad
tags: [phone queues, letters]
author: dana
happened: 2026-04
timeline:
  - date: 2026-03-02
    event: A letter.
  - date: 2026-03-09
    event: 'It''s another letter.'
updates:
  - date: 2026-05-19
    note: |
      They rang. It is settled: all of it.

      I did not ask why.
image: {src: box.png, alt: "A box"}
summary: >
  Two lines
  of it.
---
"""

COMPANY = """\
---
name: Saltfold Savings Bank
aliases:
  - Saltfold
  - The Bank
website: https://saltfold.example/
contacts: [desk@saltfold.example, "https://saltfold.example/help"]
---
"""

AUTHOR = "---\nname: Dana\nwebsite: https://dana.example\nemail: dana@dana.example\nphoto:\n  src: dana.jpg\n  alt: Dana\n---\n"

COMMENT = "---\nauthor: Kim\ndate: 2026-05-06 12:41\nwebsite: https://kim.example\nreply_to: 2026-05-05-bram\n---\nIt was the same with me.\n"

SITE = """\
# My site
[site]
title = "The \\"best\\" stories"
url = "https://name.github.io/repo/"
tagline = 'It works'
language = "en-GB"
timezone = "Europe/London"
email = "dana@example.org"
logo = "/images/logo.png"

[build]
paginate = 20

[comments]
open = true
banned = ["casino", "poker"]
how = "mailto:x@example.org?subject={title}"

[[nav]]
title = "About"
url = "pages/about.md"

[[nav]]
title = "Tags"
url = "/tags/"

[images]
untouched = [
  "static/press/",
  "static/drawings/",
]

[check.severity]
broken-link = "warning"
"""

PARSER_WORDS = re.compile(
    r"mapping|scalar|\bnodes?\b|pars(e|ing)|token|document|yaml|toml|indicator|anchor|sequence|\bflow\b|syntax|"
    r"expected|stream|hexad|context|collection|\bNone\b|null\b|boolean|string|integer|array|table|"
    r"decod|encod|invalid|illegal|statement|declar|escape seq",
    re.IGNORECASE,
)
"""Words of parsers and programmers, which say nothing to somebody who writes stories."""

PLAIN = {"site.toml", "theme.toml", "U+0000 is a null character", "U+0000, a null character", "the encoding"}


def in_our_words(problem: Problem, text: str) -> str:
    """A message and its hint without what they repeat of the file: quotations, and lines as they should be."""
    said = f"{problem.message} {problem.hint}"
    for plain in PLAIN:
        said = said.replace(plain, "")
    said = re.sub(r"'[^']*'|\"[^\"]*\"", "", said)
    return " ".join(word for word in said.split() if word.strip(".,:[]'\"") not in text)


def story_problems(text: str) -> Iterable[Problem]:
    story: Story = parse_story(text, "content/stories/2026-04-22-lines.md", MarkupOptions())
    in_bodies = {problem for body in story.bodies for problem in body.problems}
    return [problem for problem in story.problems if problem not in in_bodies]


def of_kind(parse: Callable[..., object], source: str) -> Callable[[str], Iterable[Problem]]:
    def problems(text: str) -> Iterable[Problem]:
        parsed = parse(text, source, MarkupOptions())
        in_body = set(parsed.body.problems)  # type: ignore[attr-defined]
        return [problem for problem in parsed.problems if problem not in in_body]  # type: ignore[attr-defined]

    return problems


KINDS: dict[str, tuple[str, Callable[[str], Iterable[Problem]], int]] = {
    "a story": (STORY, story_problems, 2500),
    "a company": (COMPANY, of_kind(parse_company, "content/companies/saltfold.md"), 700),
    "an author": (AUTHOR, of_kind(parse_author, "content/authors/dana.md"), 500),
    "a comment": (COMMENT, of_kind(parse_comment, "content/comments/2026-04-22-lines/kim.md"), 500),
    "site.toml": (SITE, lambda text: parse_config(text)[1], 2500),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_message_is_in_plain_words_and_ends_with_what_to_do(kind: str) -> None:
    text, problems_of, count = KINDS[kind]
    assert list(problems_of(text)) == [], "the file is right until it is broken"
    found = 0
    for wrong in broken(text, count=count, seed=8):
        lines = wrong.replace("\r", "\n").split("\n")
        for problem in problems_of(wrong):
            found += 1
            assert not PARSER_WORDS.search(in_our_words(problem, wrong)), f"{problem}\n{wrong}"
            assert re.fullmatch(r".+[.?]", problem.hint), f"{problem}\n{wrong}"
            assert problem.message.endswith("."), f"{problem}\n{wrong}"
            assert str(problem).isprintable(), f"{problem!r}\n{wrong}"
            assert problem.at.line is None or 1 <= problem.at.line <= len(lines), f"{problem}\n{wrong}"
    assert found > count / 2, "most of what is broken is noticed"


@pytest.mark.parametrize(("kind", "share"), [("a story", 0.97), ("site.toml", 0.96)])
def test_a_character_too_few_or_too_many_is_named_on_its_line_or_the_next(kind: str, share: float) -> None:
    """The rest are quotation marks and brackets that a later line seems to close."""
    text, problems_of, _ = KINDS[kind]
    noticed = near = 0
    for wrong, line in one_character_wrong(text, count=1200, seed=8):
        if lines := {problem.at.line or 1 for problem in problems_of(wrong)}:
            noticed += 1
            near += bool(lines & {line - 1, line, line + 1})
    assert noticed > 400
    assert near / noticed >= share

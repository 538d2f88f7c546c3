"""What people read is plain English: the theme's words, messages, docs and starter have none of the worst old tics.

Style is judged by readers, not by expressions. This list only keeps out phrases that sent readers back to the start of
the sentence, and that came back whenever somebody was in a hurry.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.docs.reading import all_pages, prose
from tests.modules import CHECKOUT, modules


class Tic(NamedTuple):
    """A phrase to avoid, and what to write instead."""

    phrase: str
    instead: str


TICS = (
    Tic(
        r"\bstands? (?:in|on|at|there|here|beside|above|below|twice)\b(?! for\b)",
        "things are in a place; they do not stand",
    ),
    Tic(
        r"\blies? (?:in|on|at|there|beside|above|below|elsewhere|directly)\b", "files are in a folder; they do not lie"
    ),
    Tic(r"\bbeside\b", "write 'next to', or 'in addition to'"),
    Tic(r"\b(?:that|those) of (?:it|its|the|a|an|each|all|one|[A-Z])", "say the noun again"),
    Tic(r"\btells? of\b|\b(?:is|are|was|were) told\b(?! that)", "write 'is about', 'says' or 'reports'"),
    Tic(r"\bas such\b|\bat last\b|\bin vain\b|\bhence\b|\bthere(?:by|in|of|upon)\b|\bwhereupon\b", "an everyday word"),
    Tic(r"\bwho(?:so)?ever\b", "write 'anyone who', or 'you'"),
    Tic(r"\bof (?:its|their) own\b", "write 'its own'"),
    Tic(
        r", for (?:it|they|he|she|there|nobody|nothing|this) (?:is|are|was|were|has|have|would|can)\b",
        "write 'because'",
    ),
    Tic(r"(?:^|[.!:] )(?:Was|Were|Had|Should) (?:it|they|the|a|your?|this|there)\b[^.?]*, ", "start with 'If'"),
    Tic(r"(?:^|[.!] )What (?:is|was|are|has|may|can|no|stands|lies|follows)\b[^.?!:]*\.(?: |$)", "name the thing"),
    Tic(r"\be-mail|\b[Ww]eb site|\b[Tt]elephone", "write 'email', 'website', 'phone'"),
    Tic(r"\bmost told of\b|\b(?:un)?served best\b|\bworst served\b|\bpasses over\b", "see the theme's words"),
)


def theme_words() -> Iterator[tuple[str, str]]:
    """The strings of the English theme, each with its key."""
    path = CHECKOUT / "themes/counter/strings/en.toml"
    yield from _texts(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


def _texts(table: dict[str, object], at: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _texts(value, f"{at} {key}")
        else:
            yield f"{at} {key}", str(value)


def messages() -> Iterator[tuple[str, str]]:
    """The texts in the code that people may see, each with its place; docstrings are for people who read code."""
    for module in modules():
        nodes = tuple(ast.walk(module.tree))
        seen = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        seen |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            text = _text(node) if id(node) not in seen else ""
            if " " in text:
                yield f"{module.name}:{getattr(node, 'lineno', 0)}", text


def _text(node: ast.AST) -> str:
    """A text with X for what is filled in; empty for other nodes."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def pages() -> Iterator[tuple[str, str]]:
    """The paragraphs of the docs, README and sample pages, each with its page. Decisions are minutes, written once."""
    starter = (CHECKOUT / "generator/starter").rglob("*.md")
    sample = (CHECKOUT / "content/pages").glob("*.md")
    for page in (*all_pages(), *starter, *sample):
        if "decisions" not in page.parts:
            for paragraph in prose(page).split("\n\n"):
                yield f"{page.relative_to(CHECKOUT)}", " ".join(re.sub(r"`[^`]*`", "X", paragraph).split())


@pytest.mark.parametrize("tic", TICS, ids=lambda tic: tic.instead)
def test_nothing_that_people_read_has_this_tic(tic: Tic) -> None:
    found = [
        f"{at}: …{text[max(0, match.start() - 30) : match.end() + 20]}…"
        for at, text in (*theme_words(), *messages(), *pages())
        for match in re.finditer(tic.phrase, text)
    ]
    assert not found, f"{tic.instead}:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "old",
    [
        "The stories stand in the order of their dates.",
        "It lies in the folder above.",
        "The form is that of Keep a Changelog.",
        "Was your Firsthand installed from a folder, `init` cannot know.",
        "What is wrong is told in one run.",
        "The company whose reply stands beside the story.",
        "1 story is not counted, for it is by its owner.",
    ],
)
def test_the_list_finds_what_it_is_for(old: str) -> None:
    assert any(re.search(tic.phrase, old) for tic in TICS)


@pytest.mark.parametrize("word", ["mapping", "scalar", "token", "parse", "node", "traceback", "exception"])
def test_no_message_has_a_word_that_only_programmers_know(word: str) -> None:
    """Of whole sentences, to leave out names in code: theme authors are told of Jinja's own words."""
    found = [f"{at}: {text}" for at, text in messages() if re.search(rf"(?i)\b{word}s?\b.*[.!] ?$", text)]
    assert not found

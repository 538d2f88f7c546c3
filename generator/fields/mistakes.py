"""Mistakes in the words of those who make them, with hints that show how the line should be."""

from collections.abc import Callable
from typing import NamedTuple

CLOSES = {"[": "]", "{": "}"}
"""The bracket that closes each."""

LONGEST_EXAMPLE = 100
"""Characters of a line that a hint shows; a longer one would bury the hint."""


class Mistake(NamedTuple):
    """What is wrong, where in the text, and what to do about it."""

    at: int
    message: str
    hint: str


def show(lead: str, example: str) -> str:
    """A hint that ends with the line as it should be, such as `Use a colon: title: Shoes.`; without a long one."""
    if len(example) > LONGEST_EXAMPLE or not example.isprintable():
        return f"{lead.rstrip(':')}."
    return f"{lead} {example}."


def rest_of_line(text: str, at: int) -> str:
    """The line from a place on."""
    end = text.find("\n", at)
    return text[at:] if end < 0 else text[at:end]


def closed_bracket(text: str, at: int, end_of_other: Callable[[str, int, str], int]) -> int | None:
    """Where the bracket at a place is closed: the place after the closing one, or None.

    `end_of_other` says where something ends that is not looked into, such as a text in quotes. It is given the text,
    a place, and the last character before it that is no blank; it returns the place itself where nothing such starts.
    """
    wanted: list[str] = []
    before = ""
    while at < len(text):
        c = text[at]
        end = end_of_other(text, at, before)
        if end > at:
            at = end
        else:
            at += 1
            if c in CLOSES:
                wanted.append(CLOSES[c])
            elif c in "]}" and c != wanted.pop():
                return None
            elif not wanted:
                return at
        before = before if c.isspace() else c
    return None

"""Mistakes in the words of those who make them, with hints that show how the line should be."""

from typing import NamedTuple

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

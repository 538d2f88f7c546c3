"""Files as people break them: a character too few or too many, lines moved, indented, torn and put together again."""

from collections.abc import Iterator
from random import Random

SIGNS = (" ", "  ", "\t", "-", "- ", "--", ":", ": ", "#", " #", "'", '"', "[", "]", "{", "}", ",", "|", ">", "@", "%", "*", "&", "!", "`", "?", "=", "\n", "\n\n", "“", "”", "„", "\u00a0", "\u200b", "\u3000", "—", "–", "\\", "<", "x", "1", "...", "---", "True", "[[", '"""')  # fmt: skip
"""What a slip of the keyboard, an editor that helps, or half an idea of another language puts into a file."""


def broken(text: str, *, count: int, seed: int) -> Iterator[str]:
    """The text with one to three mistakes in it, as many times as asked for; the same ones for a seed."""
    random = Random(seed)
    for _ in range(count):
        wrong = text
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            wrong = _broken_once(wrong, random)
        yield wrong


def one_character_wrong(text: str, *, count: int, seed: int) -> Iterator[tuple[str, int]]:
    """The text with one sign put in, taken out or replaced, and the line on which it is."""
    random = Random(seed)
    for _ in range(count):
        at, how = random.randrange(len(text)), random.randrange(3)
        sign = random.choice([sign for sign in SIGNS if "\n" not in sign]) if how else ""
        yield text[:at] + sign + text[at + (how != 1) :], text.count("\n", 0, at) + 1


def _broken_once(text: str, random: Random) -> str:
    if not text:
        return random.choice(SIGNS)
    at, lines = random.randrange(len(text)), text.split("\n")
    line = random.randrange(len(lines))
    match random.randrange(7):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + random.choice(SIGNS) + text[at:]
        case 2:
            return text[:at] + text[at + random.randrange(1, 9) :]
        case 3:
            lines.insert(line, lines.pop(random.randrange(len(lines))))
        case 4:
            lines[line] = random.choice(("  ", " ", "\t", "    ", "- ")) + lines[line]
        case 5:
            lines[line] = lines[line].lstrip(random.choice((" ", " -")))
        case _:
            lines.insert(line, lines[line])
    return "\n".join(lines)

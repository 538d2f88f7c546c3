"""What people do in front matter that cannot be read: a table of causes, each with what to do."""

import re
from collections.abc import Callable, Iterable

from generator.fields.mistakes import Mistake, rest_of_line, show
from generator.fields.yaml_lines import Block, Line, Place, closed_quote, places
from generator.fields.yaml_values import as_value, colon_inside, open_bracket, open_quote, special_start, uneven_text
from generator.quoting import any_of, is_invisible, named

_KEY = re.compile(r"[A-Za-z_]\w*")
_WITHOUT_SPACE = re.compile(rf"({_KEY.pattern}):(?!//)([^ \t].*)")
_SEPARATOR = re.compile(rf"({_KEY.pattern})[ \t]*(=>|->|=|-|–|—|;|：|∶)[ \t]*(\S.*)")
_SPECIAL = re.compile(r"[@`%?,:\]}&*!|>\[{]")
_NEXT_OR_SAME_ITEM = (
    "Remove the dash if the line belongs to the item above. If it starts the next item, start it in the column of the"
    " dash above."
)
_BULLET = re.compile(r"([-–—•‣▪·*+])[ \t]*(\S.*)")


def find_mistake(text: str, stumbled: int) -> Mistake | None:
    """The first mistake that has a name, up to the place where the reading stumbled; None where none has."""
    for place in places(text, stumbled):
        for cause in CAUSES:
            if mistake := cause(text, place):
                return mistake
    return None


def tab(text: str, place: Place) -> Mistake | None:
    """A tab in the indent."""
    start = place.line.start
    raw = rest_of_line(text, start)
    blank = raw[: len(raw) - len(raw.lstrip(" \t"))]
    if "\t" not in blank:
        return None
    return Mistake(start + blank.index("\t"), "a tab at the start of the line.", "Indent with spaces instead.")


def invisible(_: str, place: Place) -> Mistake | None:
    """An invisible character before a key, or where the space after a colon belongs."""
    line = place.line
    at = line.start + line.column
    if is_invisible(line.text[:1] or "x"):
        return Mistake(at, f"{named(line.text[0])}, at the start of the line.", "Delete it.")
    found = _WITHOUT_SPACE.match(line.text)
    if found and is_invisible(found[2][0]):
        message = f"{named(found[2][0])}, after '{found[1]}:'."
        return Mistake(at + found.start(2), message, "Replace it with a plain space.")
    return None


def no_space_after_colon(_: str, place: Place) -> Mistake | None:
    """`title:Shoes`."""
    line = place.line
    found = None if line.key or line.dashes else _WITHOUT_SPACE.fullmatch(line.text)
    if not found:
        return None
    at = line.start + line.column + found.start(2)
    return Mistake(at, f"no space after '{found[1]}:'.", show("Put one there:", f"{found[1]}: {found[2]}"))


def misplaced(_text: str, place: Place) -> Mistake | None:
    """A key or a dash in a column where nothing above lets it start."""
    line, blocks, above, _ = place
    if not (line.key or line.dashes) or not above:
        return None
    at, kind = line.start + line.indent, "list" if line.dashes else "keys"
    around = [block for block in blocks if block.column <= line.indent]
    same = [block.kind for block in around if block.column == line.indent]
    if kind in same:
        return None
    if same and kind == "keys":
        message = f"'{line.key}' is not indented far enough to belong to the list item above it."
        return Mistake(at, message, _same_column(_innermost(blocks)))
    if same and any(block.kind == "list" for block in around):
        return Mistake(at, "a dash inside a list item.", _NEXT_OR_SAME_ITEM)
    if same:
        allowed = above.is_open and above.column == line.indent
        hint = "Write a key above the list, such as tags:, with nothing after its colon."
        return None if allowed else Mistake(at, "a list item that belongs to no key.", hint)
    if len(around) < len(blocks):
        message = "an indented line that belongs to nothing: no line above it starts in this column."
        return Mistake(at, message, _same_column(*(block.last for block in around[-1:]), _innermost(blocks)))
    if above.is_open:
        return None
    message = "an indented line that belongs to nothing: the line above it has a value already."
    if kind == "keys":
        return Mistake(at, message, _same_column(above.key))
    return Mistake(at, message, _NEXT_OR_SAME_ITEM if above.dashes else "Remove the spaces and the dash before it.")


def _innermost(blocks: Iterable[Block]) -> str:
    """The last key of the innermost keys."""
    return next((block.last for block in reversed(tuple(blocks)) if block.last), "")


def _same_column(*keys: str) -> str:
    names = [f"'{key}'" for key in dict.fromkeys(keys) if key]
    return f"Start it in the same column as {any_of(names)}." if names else "Remove the spaces before it."


def bullet(_: str, place: Place) -> Mistake | None:
    """A list item that starts with another sign than a dash and a space."""
    line, above = place.line, place.above
    found = None if line.key or line.dashes else _BULLET.fullmatch(line.text)
    if not found or not above or not (above.dashes or above.is_open):
        return None
    message = (
        "no space after the dash of a list item." if found[1] == "-" else f"a list item that starts with {found[1]}."
    )
    return Mistake(line.start + line.column, message, show("Write a dash and a space:", f"- {found[2]}"))


def hash_in_key(_: str, place: Place) -> Mistake | None:
    """`title #1: x`, where all that follows the # is left out."""
    found = re.search(r" #", place.line.key)
    if not found:
        return None
    at = place.line.start + place.line.column + found.end() - 1
    return Mistake(at, "a # before the colon, so the rest of the line is left out.", "Delete it.")


def no_colon(_: str, place: Place) -> Mistake | None:
    """A line that is neither a key with its colon nor a list item."""
    line = place.line
    if line.key or line.dashes:
        return None
    at = line.start + line.column
    found = _SEPARATOR.fullmatch(line.text)
    if found and not line.after_blank:
        message = f"'{found[2]}' after '{found[1]}', where a colon belongs."
        return Mistake(at + found.start(2), message, show("Write a colon and a space:", f"{found[1]}: {found[3]}"))
    if line.text[0] in "\"'" and closed_quote(line.text, 0) == len(line.text) and ":" in line.text:
        key, _, value = line.text[1:-1].partition(":")
        hint = show("Put them around the value alone:", f"{key.strip()}: {as_value(value.strip())}")
        return Mistake(at, "quotation marks around the whole line.", hint)
    if place.above and place.above.dashes and place.blocks[-1].column == line.indent:
        return Mistake(at, "a list item without its dash.", show("Write a dash and a space:", f"- {line.text}"))
    if comment := re.match(r"//|/\*|<!--", line.text):
        return Mistake(at, f"a comment that starts with {comment[0]}.", "Start it with # instead.")
    if _SPECIAL.match(line.text):
        return Mistake(at, f"the line starts with {line.text[0]}.", "Start it with a key, such as title: My story.")
    message = "a line without a key and a colon."
    if line.after_blank or len(line.text.split()) > 6:
        return Mistake(at, message, "If the text of the file starts here, write --- on its own line above it.")
    return Mistake(at, message, show("Write a key, a colon, a space and a value:", _with_colon(line)))


def _with_colon(line: Line) -> str:
    key, _, value = line.text.partition(" ")
    return f"{key}: {as_value(value)}" if _KEY.fullmatch(key) and value else "title: My story"


CAUSES: tuple[Callable[[str, Place], Mistake | None], ...] = (
    tab,
    invisible,
    no_space_after_colon,
    misplaced,
    bullet,
    hash_in_key,
    no_colon,
    special_start,
    uneven_text,
    open_quote,
    open_bracket,
    colon_inside,
)
"""Asked of each line in this order: first how it starts, then what it holds."""

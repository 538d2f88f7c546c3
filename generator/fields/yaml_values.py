"""Values in front matter that cannot be read: quotation marks, brackets, colons and special characters."""

import re

from generator.fields.mistakes import CLOSES, Mistake, closed_bracket, rest_of_line, show
from generator.fields.yaml_lines import (
    BLOCK_TEXT,
    Line,
    Place,
    closed_quote,
    end_of_quote,
    key_below,
    text_lines,
)

_SPECIAL = re.compile(r"[@`%?,\]}&*!|>]|-$")
_ESCAPE = re.compile(r'\\(?:[0abt\tnvfre "/\\N_LP\n]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})?')
_READABLE = re.compile(r"[&*!][\w-]+([ \t].*)?|!")
"""What the reader itself takes for an anchor, an alias or a tag, and names."""
_PICTURE = re.compile(r"!\[.*\]\((\S+?)\)")
"""A picture as Markdown shows it."""
_CURLY = "“”„«»‘’‚‹›"
_NOTHING_MORE = re.compile(r"[ \t]*(#|$)")
_COMMENT = re.compile(r"[\s\[{,]#")
_IN_QUOTES = "Put the value in quotes:"


def as_value(text: str) -> str:
    """The text in quotation marks that make it one value, whatever is in it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def plain_start(line: Line) -> str:
    """What to do about a value that cannot start as it does."""
    if found := _PICTURE.fullmatch(line.value):
        return show("Write the name of the file alone:", f"{_start(line)}{found[1]}")
    return show(_IN_QUOTES, _written(line, line.value))


def special_start(_: str, place: Place) -> Mistake | None:
    """A value that starts with a character that means something else in this place."""
    line = place.line
    if not line.value:
        return None
    sign = line.value[0]
    if line.key and re.match(r"- +[^ ]", line.value):
        hint = show("Put the items in brackets:", f"{line.key}: [{line.value[1:].strip()}]")
        return Mistake(line.value_at, "a list item on the same line as its key.", hint)
    if not _SPECIAL.match(line.value) or BLOCK_TEXT.fullmatch(line.value):
        return None
    if _READABLE.fullmatch(line.value) and ": " not in line.value:
        return None
    hint = plain_start(line)
    if sign in "|>":
        hint += f" If it is a text of several lines, end the line after the {sign} and indent the lines below."
    return Mistake(line.value_at, f"a value cannot start with {sign}.", hint)


def uneven_text(text: str, place: Place) -> Mistake | None:
    """A text below | or > with a line that is less indented than its first."""
    if not BLOCK_TEXT.fullmatch(place.line.value):
        return None
    lines = [(start, raw) for start, raw in text_lines(text, place.line)[1:] if raw.strip(" ")]
    indents = [len(raw) - len(raw.lstrip(" ")) for _, raw in lines]
    for (start, raw), indent in zip(lines, indents, strict=True):
        if raw[indent] == "\t" and indent <= indents[0]:
            return Mistake(start + indent, "a tab at the start of the line.", "Indent with spaces instead.")
        if indent < indents[0]:
            hint = "Start it in the same column as the first line of that text."
            return Mistake(start + indent, "a line that is indented less than the text that it belongs to.", hint)
    return None


def open_quote(text: str, place: Place) -> Mistake | None:
    """A quotation mark that is not closed, or is closed before the value ends; a backslash that means something."""
    line, at, mark = place.line, place.line.value_at, place.line.value[:1]
    if not mark or mark not in "\"'":
        return None
    end = closed_quote(text, at)
    if end is None or key_below(text, line, end):
        lead = "Write one at the end of the value, too:"
        if mark == "'":
            lead = "Write one at the end of the value, too. If it is an apostrophe, put the value in double quotes:"
        whole = line.value if mark == "'" else line.value[1:]
        return Mistake(at, "a quotation mark that is not closed.", show(lead, _written(line, whole)))
    if not _NOTHING_MORE.match(rest_of_line(text, end)):
        whole = line.value[1:-1] if line.value.endswith(mark) and end < at + len(line.value) else line.value
        hint = show("Put the whole value in quotes of another kind:", _written(line, whole))
        return Mistake(end, "text after the closing quotation mark.", hint)
    wrong = next((found for found in _ESCAPE.finditer(text, at, end) if found[0] == "\\"), None)
    if mark == "'" or not wrong:
        return None
    hint = show("Put the value in single quotes:", _written(line, line.value[1:-1]))
    return Mistake(wrong.start(), "a backslash inside double quotes.", hint)


def open_bracket(text: str, place: Place) -> Mistake | None:
    """A list in brackets, or keys in braces, that cannot be read."""
    line, at = place.line, place.line.value_at
    if not line.value.startswith(("[", "{")):
        return None
    opening, closing = line.value[0], CLOSES[line.value[0]]
    end = closed_bracket(text, at, end_of_quote)
    if end is None:
        items = re.sub(r"[)\]}>,\s]+$", "", line.value)
        hint = f"Write {closing} after the last item, or put the whole value in quotes."
        if len(items) > 1:
            hint = show(f"Write {closing} after the last item:", _start(line) + items + closing)
        return Mistake(at, f"a {opening} without a {closing}.", hint)
    last_line = text.rfind("\n", at, end) + 1 or at
    comment = _COMMENT.search(text, last_line, end)
    if comment and place.stumbled >= end:
        hint = "Put the item in quotes."
        return Mistake(comment.end() - 1, "a # inside brackets, so the rest of the line is left out.", hint)
    rest = rest_of_line(text, end)
    if not _NOTHING_MORE.match(rest):
        after = end + len(rest) - len(rest.lstrip())
        hint = show(
            f"Put all items in one pair of brackets, or, if the {opening} is part of the text, all in quotes:",
            _written(line, line.value),
        )
        return Mistake(after, f"text after the closing {closing}.", hint)
    if not at < place.stumbled < end:
        return None
    if empty := re.search(r"[\[{,]\s*,", text[at:end]):
        return Mistake(at + empty.end() - 1, "a comma with nothing before it.", "Delete it.")
    hint = "Put a comma between two items, and quotes around an item with a colon or another special character."
    return Mistake(at, "brackets whose items cannot be told apart.", hint)


def colon_inside(_: str, place: Place) -> Mistake | None:
    """`title: Shoes: a story`."""
    line = place.line
    found = re.search(r":(?=[ \t]|$)", line.value) if line.is_plain else None
    if not found:
        return None
    if line.value[0] in _CURLY and line.value[-1] in _CURLY:
        message = "curly quotation marks around a value with a colon. Only straight ones count as quotes."
        return Mistake(line.value_at, message, show("Replace them:", _written(line, line.value.strip(_CURLY))))
    hint = show("Put it in quotes:", _written(line, line.value))
    if line.key and (key := re.match(r"([a-z_]{1,16}): +[^ ]", line.value)):
        hint += f" If '{key[1]}' is a key, write it on the next line, indented."
    return Mistake(line.value_at + found.start(), "this value contains a colon.", hint)


def _written(line: Line, value: str) -> str:
    """The line with its value in quotation marks."""
    return _start(line) + as_value(value.strip())


def _start(line: Line) -> str:
    dash = "- " if line.dashes else ""
    return f"{dash}{line.key}: " if line.key else dash

"""Values in a .toml file that cannot be read: quotation marks, brackets, and text without quotes."""

import re
import tomllib
from collections.abc import Callable

from generator.fields.mistakes import CLOSES, Mistake, closed_bracket, rest_of_line, show

_CURLY = "“”„«»‘’‚‹›"
_TEXT = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?!"")(?:\\.|[^"\\\n])*"|\'(?!\'\')[^\'\n]*\'', re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:u.{0,4}|U.{0,8}|[ \t]*\n|.)")
_NOTHING_MORE = re.compile(r"[ \t]*(#|$)")
_ONE_TOO_MANY = re.compile(r"[ \t]*[,;][ \t]*(#.*)?")
_COMMENT = re.compile(r"[ \t]*(//|/\*|--|<!--)")
_SECOND_KEY = re.compile(r"""[^"'#=\n]*?[ \t,;]([A-Za-z_][\w.-]*)[ \t]*=(?!=)""")
_ANSWERS = {**dict.fromkeys(("true", "yes", "on"), "true"), **dict.fromkeys(("false", "no", "off"), "false")}
_SIGNS = {",": "comma", ";": "semicolon"}


def is_readable(text: str) -> bool:
    """Whether the text can be read as it is."""
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def as_text(text: str) -> str:
    """The text in quotation marks that make it one value, whatever is in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def end_of_value(text: str, at: int) -> int:
    """The place after the value that starts here, so far as it is closed; else the place itself."""
    if text.startswith(("[", "{"), at):
        return closed_bracket(text, at, _end_of_other) or at
    found = _TEXT.match(text, at)
    return found.end() if found else at


def no_value(text: str, at: int, key: str) -> Mistake | None:
    """`title =`."""
    if not _NOTHING_MORE.match(rest_of_line(text, at)):
        return None
    return Mistake(at, f"no value after '{key} ='.", "Write one, or delete the line.")


def curly_quotes(text: str, at: int, key: str) -> Mistake | None:
    """`title = “Told”`."""
    value = rest_of_line(text, at).strip()
    if value[0] not in _CURLY:
        return None
    hint = show("Use straight ones:", f"{key} = {as_text(value.strip(_CURLY))}")
    return Mistake(at, "curly quotation marks around a value.", hint)


def quotation_marks(text: str, at: int, key: str) -> Mistake | None:
    """A quotation mark that is not closed, or is closed before the value ends; a backslash that means something."""
    mark = text[at]
    if mark not in "\"'":
        return None
    value, found = rest_of_line(text, at).strip(), _TEXT.match(text, at)
    several = text.startswith(mark * 3, at)
    if not found:
        message = f"{mark * 3} that is not closed." if several else "a quotation mark that is not closed."
        hint = f"Write {mark * 3} after the text, too." if several else "Write one at the end of the value, too."
        if not several and not re.search("[\"'\\\\]", value[1:]):
            hint = show("Write one at the end of the value, too:", f"{key} = {value}{mark}")
        return Mistake(at, message, hint)
    rest = rest_of_line(text, found.end())
    if _ONE_TOO_MANY.fullmatch(rest):
        return Mistake(found.end(), f"a {_SIGNS[rest.strip()[0]]} after the value.", "Delete it.")
    if comment := _COMMENT.match(rest):
        message = f"a comment that starts with {comment[1]}."
        return Mistake(found.end() + comment.start(1), message, "Start it with # instead.")
    if second := _SECOND_KEY.match(rest):
        return Mistake(found.end() + second.start(1), "a second key on the same line.", "Start a new line for it.")
    if rest.lstrip().startswith(","):
        return Mistake(at, "several values without brackets.", show("Put them in brackets:", f"{key} = [{value}]"))
    if not _NOTHING_MORE.match(rest):
        whole = value[1:-1] if value.endswith(mark) and len(value) > 1 else value
        hint = show("Put the whole value in quotes of another kind:", f"{key} = {as_text(whole)}")
        return Mistake(found.end(), "text after the closing quotation mark.", hint)
    escapes = _ESCAPE.finditer(text, at, found.end()) if mark == '"' else ()
    wrong = next((escape for escape in escapes if not is_readable(f'x = """{escape[0]}"""')), None)
    if not wrong:
        return None
    hint = show("Put the value in single quotes:", f"{key} = '{found[0].strip(mark)}'")
    return Mistake(wrong.start(), "a backslash inside double quotes.", hint)


def brackets(text: str, at: int, key: str) -> Mistake | None:
    """A list or a group of keys that cannot be read."""
    opening = text[at]
    if opening not in CLOSES:
        return None
    closing, end = CLOSES[opening], closed_bracket(text, at, _end_of_other)
    if end is None:
        items = re.sub(r"[)\]}>,\s]+$", "", rest_of_line(text, at))
        hint = show(f"Write {closing} after the last item:", f"{key} = {items}{closing}")
        hint = hint if len(items) > 1 else f"Write {closing} after the last item."
        return Mistake(at, f"a {opening} without a {closing}.", hint)
    rest = rest_of_line(text, end)
    if not _NOTHING_MORE.match(rest):
        after = end + len(rest) - len(rest.lstrip())
        hint = f"Start a new line for it, or move it in front of the {closing}."
        return Mistake(after, f"text after the closing {closing}.", hint)
    if is_readable(f"x = {text[at:end]}"):
        return None
    if opening == "{" and "\n" in text[at:end]:
        return Mistake(at, "braces that go over several lines.", "Write all of it on one line.")
    texts = [item.strip() for item in text[at + 1 : end - 1].split(",")]
    right = ", ".join(one if is_readable(f"x = {one}") else as_text(one.strip(_CURLY)) for one in texts)
    plain = all(one and (is_readable(f"x = {one}") or not re.search(r"[\"'{}\[\]]", one)) for one in texts)
    if opening == "[" and plain:
        return Mistake(at, "a list item without straight quotation marks.", show("Write", f"{key} = [{right}]"))
    hint = show("Put quotation marks around each text and a comma between two items, such as", '["one", "two"]')
    return Mistake(at, "brackets whose items cannot be told apart.", hint)


def no_quotation_marks(text: str, at: int, key: str) -> Mistake | None:
    """`open = True`, `title = Told`, `paginate = 1.000`."""
    value = re.sub(r"[ \t]+#.*$", "", rest_of_line(text, at)).strip()
    if is_readable(f"x = {value}") or text[at] in "\"'[{":
        return None
    if value.startswith("="):
        return Mistake(at, f"a second = after '{key} ='.", "Delete it.")
    if _ONE_TOO_MANY.fullmatch(value[-1]) and is_readable(f"x = {value[:-1]}"):
        return Mistake(at + len(value) - 1, f"a {_SIGNS[value[-1]]} after the value.", "Delete it.")
    if (second := _SECOND_KEY.match(value)) and is_readable(f"x = {value[: second.start(1)].rstrip(' ,;')}"):
        return Mistake(at + second.start(1), "a second key on the same line.", "Start a new line for it.")
    if answer := _ANSWERS.get(value.lower()):
        return Mistake(at, f"'{value}' where {answer} belongs.", show("Write", f"{key} = {answer}"))
    if re.match(r"[-+.]?\d", value):
        hint = show(
            "Write a number as 20 and a date as 2025-03-31; put a text in quotation marks:", f"{key} = {as_text(value)}"
        )
        return Mistake(at, f"'{value}' is neither a number nor a date.", hint)
    hint = show("Put the text in them:", f"{key} = {as_text(value)}")
    return Mistake(at, "a value without quotation marks.", hint)


def _end_of_other(text: str, at: int, _: str) -> int:
    """Where a text in quotes or a comment ends that starts at this place; the place itself where none does."""
    if text[at] == "#":
        return at + len(rest_of_line(text, at))
    if text[at] not in "\"'":
        return at
    found = _TEXT.match(text, at)
    return found.end() if found else len(text)


VALUES: tuple[Callable[[str, int, str], Mistake | None], ...] = (
    no_value,
    curly_quotes,
    quotation_marks,
    brackets,
    no_quotation_marks,
)
"""Asked of each value in this order."""

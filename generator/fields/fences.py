"""The two lines `---` around front matter: where they are, and what is wrong where one of them is not."""

import re

from generator.fields.mistakes import Mistake
from generator.quoting import is_invisible, named, quoted

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
START = "Start the file with a line ---. Write the keys below it, such as title: New shoes, and then another line ---."
"""What to do where there is nothing yet."""

_KEY = re.compile(r"[A-Za-z_]\w*[ \t]*:(\s|$)")
_BELONGS_TO_A_KEY = re.compile(r"[ \t]+\S|- |-$|#")
_NEARLY = re.compile(r"[-‐‑–—−]{2,6}|[–—−]|(- ?){3}|\.{3}|[*_=~]{3,}")
_ALONE = "Write three hyphens, ---, at the start of the line and nothing else on it."


def missing_opening(text: str) -> Mistake:
    """Why a text that does not start with `---` has no front matter."""
    first, _, rest = text.partition("\n")
    bare = _without_invisible(first)
    if bare == "---":
        at, strange = next((n, c) for n, c in enumerate(first) if is_invisible(c))
        return Mistake(at, f"{named(strange)}, next to the opening ---.", _ALONE)
    if re.match(r"---[^-]", bare):
        return Mistake(3, "text after the opening ---.", "Write --- alone on the first line, and the keys below it.")
    if bare == "+++":
        hint = "Write --- instead of each +++, and a colon after each key, such as title: My story."
        return Mistake(0, "the front matter is between two lines +++.", hint)
    if bare.startswith(("```", "~~~")):
        return Mistake(0, f"the file starts with {bare[:3]}.", "Delete that line and the one that closes it.")
    if _NEARLY.fullmatch(bare.strip("“”„\"'")) and _KEY.match(rest):
        return Mistake(0, f"{quoted(first)} does not open the front matter.", _ALONE)
    if _KEY.match(text):
        key = text.partition(":")[0].rstrip()
        return Mistake(0, "the opening --- is missing.", f"Write --- on its own line above '{key}'.")
    fence = FENCE.search(text)
    if fence and _KEY.match(text, fence.end() + 1):
        hint = "Move the opening --- to the first line of the file."
        return Mistake(fence.start(), "text above the front matter.", hint)
    return Mistake(0, "the front matter is missing.", START)


def missing_closing(text: str, *, first_line: int) -> Mistake:
    """Why front matter that starts with `---` does not end; `first_line` is the line on which it starts."""
    start, last = 0, 0
    for number, line in enumerate(text.split("\n")):
        bare, seen = _without_invisible(line), line.rstrip(" \t")
        if number and (bare == "---" or _NEARLY.fullmatch(bare)):
            return Mistake(start, f"{quoted(seen)} does not close the front matter.", _ALONE)
        if number and (at_the_end := re.search(r"\S\s+(---)$", seen)):
            return Mistake(start + at_the_end.start(1), "the closing --- is at the end of a line.", _ALONE)
        if number and bare and not (_KEY.match(line) or _BELONGS_TO_A_KEY.match(line)):
            break
        last = number if bare else last
        start += len(line) + 1
    where = f"after the last key, below line {first_line + last}" if last else "after the last key"
    return Mistake(0, "the front matter is not closed.", f"Write --- on its own line {where}.")


def _without_invisible(line: str) -> str:
    return "".join(c for c in line if not is_invisible(c)).strip()

"""YAML 1.1 text to located nodes, read from libyaml's events.

Events stop short of constructing: nothing is guessed (`no` stays `no`), nothing is executed, and each event keeps
its mark. Anchors, aliases and tags have no use in front matter and are problems, so that a "billion laughs" cannot
unfold; reading stops where nodes stand too deep, since libyaml before 0.2.6 takes half a minute for 90,000 open
brackets, and its composer, which calls itself for each, overflows the stack of the process.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

import yaml

from generator.errors import Location, Problem
from generator.fields.mistakes import Mistake, rest_of_line, show
from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence
from generator.fields.yaml_lines import read_line
from generator.fields.yaml_mistakes import find_mistake
from generator.fields.yaml_values import plain_start
from generator.quoting import is_invisible, named, quoted

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml: slower, the same events
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_DEEPEST = 8
_NOT_YAML = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TOO_DEEP = (f"lists or keys are more than {_DEEPEST} levels deep.", "Write them with fewer levels.")
_NO_KEYS = ("the front matter is not a list of keys.", "Write one key with its value a line, such as title: My story.")
_DASHES = ("a dash before a key.", "Delete it, and start each key in the first column, such as title: My story.")
_UNKNOWN = (
    "the front matter cannot be read from here on.",
    "Check this line and the one above it: put quotes around a value with special characters, and close every bracket.",
)
_UNSPACED = re.compile(r"-(?=\D)")
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _TooDeepError(Exception):
    """Ends the reading; the problem is noted already."""


def parse_yaml(text: str, *, path: str, first_line: int = 1) -> tuple[Mapping, tuple[Problem, ...]]:
    """The mapping that the text holds, with the problems found; where it cannot be read the mapping is empty.

    `first_line` is the line of the file on which the text starts; positions count from there.
    """
    reading = _Reading(text, path, first_line)
    root = reading.root()
    return (root if isinstance(root, Mapping) else Mapping((), first_line, 1)), tuple(reading.problems)


class _Reading:
    """One walk over the events of a text; keeps the problems met."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.problems: list[Problem] = []
        # Only \n counts, as in an editor; to YAML 1.1 a line ends at U+0085 and U+2028 too.
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.events: Iterator[yaml.Event] = iter(())

    def root(self) -> Node | None:
        """The text's one document; None where there is none or it cannot be read."""
        if unprintable := _NOT_YAML.search(self.text):
            self.problem(
                self.place(unprintable.start()), f"{named(unprintable[0])}, in the front matter.", "Delete it."
            )
            return None
        self.events = yaml.parse(self.text, Loader=_Loader)
        try:
            return self.document()
        except yaml.MarkedYAMLError as error:
            self.syntax_problem(error)
        except _TooDeepError:
            pass
        return None

    def document(self) -> Node | None:
        events = (event for event in self.events if not isinstance(event, yaml.StreamStartEvent))
        if isinstance(next(events), yaml.StreamEndEvent):
            return None
        root = self.node(next(events), depth=0)
        if not isinstance(root, Mapping):
            found = find_mistake(self.text, len(self.text))
            at = self.place(found.at) if found else (root.line, root.column)
            words = (found.message, found.hint) if found else _NO_KEYS
            self.problem(at, *(_DASHES if isinstance(root, Sequence) and not found else words))
            return root
        next(events)  # the end of the document
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            hint = "Write --- alone on its line if the keys end here, or delete the line."
            self.problem(self.start(after), "a line between the keys that starts with ---.", hint)
        return root

    def node(self, event: yaml.Event, *, depth: int) -> Node:
        line, column = at = self.start(event)
        self.check_plain(event, at)
        if depth > _DEEPEST:
            self.problem(at, *_TOO_DEEP)
            raise _TooDeepError
        match event:
            case yaml.ScalarEvent():
                self.check_list(event, at)
                return Scalar(event.value, line, column, event.style in ("|", ">"), self.comment(event))
            case yaml.SequenceStartEvent():
                return Sequence(tuple(self.node(item, depth=depth + 1) for item in self.members()), line, column)
            case yaml.MappingStartEvent():
                return Mapping(self.entries(depth), line, column)
            case _:  # an alias
                return Scalar("", line, column)

    def entries(self, depth: int) -> tuple[Entry, ...]:
        found: dict[str, Entry] = {}
        for key in self.members():
            line, column = at = self.start(key)
            word = key.value if isinstance(key, yaml.ScalarEvent) and key.value.isprintable() else ""
            if word:
                self.check_plain(key, at, "a key")
            else:
                self.problem(at, *_no_key(key))
                self.node(key, depth=depth + 1)
            value = self.node(next(self.events), depth=depth + 1)
            if word in found:
                message = f"{word} is here twice; the first is on line {found[word].line}."
                entries = ", or start each entry with a dash if there are several" if depth else ""
                self.problem(at, message, f"Keep one of them{entries}.")
            elif word:
                found[word] = Entry(word, value, line, column)
        return tuple(found.values())

    def members(self) -> Iterator[yaml.Event]:
        """The first event of each node up to the end of the list or mapping that is open."""
        while not isinstance(event := next(self.events), _ENDS):
            yield event

    def check_plain(self, event: yaml.Event, at: tuple[int, int], what: str = "a value") -> None:
        """Note anchors, aliases and tags: `company: &Sons` would lose its value without a word."""
        if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
            offset = _offset(event)
            start = self.text.rfind("\n", 0, offset) + 1
            line = read_line(rest_of_line(self.text, start), start)
            alone = line.key and line.value_at == offset
            hint = plain_start(line) if alone else f"Put {what.replace('a ', 'the ')} in quotes."
            self.problem(at, f"{what} cannot start with {self.text[offset]}.", hint)

    def check_list(self, event: yaml.ScalarEvent, at: tuple[int, int]) -> None:
        """Note list items that are not read as such: `-repairs` without a space is a text."""
        if event.style or not event.value:
            return
        start = _offset(event)
        lines = self.text[start : event.end_mark.index if event.end_mark else None].rstrip().split("\n")
        lines = [bare for line in lines if (bare := line.strip(" \t\r\n"))] or [event.value]
        first = not self.text[self.line_starts[at[0] - self.first_line] : start].strip()
        sign, *signs = (line[0] for line in lines)
        if first and (_UNSPACED.match(lines[0]) or (sign in "–—•‣▪·" and signs and {*signs} == {sign})):
            spaceless = "no space after the dash of a list item."
            message = spaceless if sign == "-" else f"a list item that starts with {sign}."
            self.problem(at, message, show("Write a dash and a space:", f"- {lines[0][1:].strip()}"))
        elif lines[1:] and all(line.startswith("- ") for line in lines[1:]):
            hint = "Write the key of the list above it, with nothing after its colon, or put the whole text in quotes."
            self.problem(self.place(self.text.find("- ", start)), "a list below a line that has a value.", hint)

    def comment(self, event: yaml.ScalarEvent) -> str:
        """What follows a # where a value could be."""
        if event.value or event.style:
            return ""
        rest = rest_of_line(self.text, _offset(event)).strip()
        return rest if rest.startswith("#") else ""

    def start(self, event: yaml.Event) -> tuple[int, int]:
        return self.place(_offset(event))

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return self.first_line + line - 1, offset - self.line_starts[line - 1] + 1

    def problem(self, at: tuple[int, int], message: str, hint: str) -> None:
        self.problems.append(Problem(Location(self.path, *at), message, hint))

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> None:
        """What the writer did, where the cause has a name; else one plain sentence where libyaml stumbled."""
        said, mark = error.problem or "", error.problem_mark or error.context_mark
        offset = mark.index if mark else 0
        if "maximum nesting depth" in said:  # libyaml from 0.2.6 on; it looks further ahead than we read
            self.problem(self.place(offset), *_TOO_DEEP)
        else:
            found = find_mistake(self.text, offset)
            line, _ = self.place(offset)
            if found or line not in {problem.at.line for problem in self.problems}:
                found = found or Mistake(offset, *_UNKNOWN)
                self.problem(self.place(found.at), found.message, found.hint)


def _offset(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _no_key(event: yaml.Event) -> tuple[str, str]:
    """What is wrong with a key that is not a word."""
    if not isinstance(event, yaml.ScalarEvent):
        return "brackets or braces where a key belongs.", "If they are part of a text, put the whole text in quotes."
    if not event.value.strip():
        return "a colon without a key before it.", "Write a key before it, such as title: My story."
    plain = "".join(c for c in event.value if not is_invisible(c))
    if event.value[0].isspace():
        return f"{named(event.value[0])}, before '{plain}:'.", "Replace it with plain spaces, or delete it."
    return f"the key {quoted(event.value)} has an invisible character.", show("Type the key again:", f"{plain}:")

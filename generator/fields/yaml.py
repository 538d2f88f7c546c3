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
from generator.fields.node import Entry, Mapping, Node, Scalar, Sequence

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml: slower, the same events
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_DEEPEST = 8
_NOT_YAML = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNCLOSED = "Is a closing quote or bracket missing?"
_TOO_DEEP = f"lists or keys are nested more than {_DEEPEST} deep."
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
            at = self.place(unprintable.start())
            self.problem(at, "a control character stands in the front matter.", "Delete it.")
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
            at = (root.line, root.column)
            self.problem(at, "the front matter is not a list of keys.", "Write one 'key: value' a line.")
        next(events)  # the end of the document
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            self.problem(self.start(after), "a second YAML document starts here.", "Delete the line.")
        return root

    def node(self, event: yaml.Event, *, depth: int) -> Node:
        line, column = at = self.start(event)
        self.check_plain(event, at)
        if depth > _DEEPEST:
            self.problem(at, _TOO_DEEP, "")
            raise _TooDeepError
        match event:
            case yaml.ScalarEvent():
                return Scalar(event.value, line, column, event.style in ("|", ">"))
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
                self.check_plain(key, at)
            else:
                self.problem(at, "a key is not a plain word.", "Write one 'key: value' a line.")
                self.node(key, depth=depth + 1)
            value = self.node(next(self.events), depth=depth + 1)
            if word in found:
                message = f"{word} stands here twice; the first is on line {found[word].line}."
                self.problem(at, message, "Keep one of them.")
            elif word:
                found[word] = Entry(word, value, line, column)
        return tuple(found.values())

    def members(self) -> Iterator[yaml.Event]:
        """The first event of each node up to the end of the list or mapping that is open."""
        while not isinstance(event := next(self.events), _ENDS):
            yield event

    def check_plain(self, event: yaml.Event, at: tuple[int, int]) -> None:
        """Note anchors, aliases and tags: `company: &Sons` would lose its value without a word."""
        if getattr(event, "anchor", None) is not None:
            hint = "Write the value out, or in quotes if it starts with & or *."
            self.problem(at, "anchors and aliases (&x, *x) are not used here.", hint)
        tag = getattr(event, "tag", None)
        if tag is not None:
            written = tag.replace("tag:yaml.org,2002:", "!!")
            hint = "Write the value alone, or in quotes if it starts with !."
            self.problem(at, f"YAML tags such as {written!r} are not used here.", hint)

    def start(self, event: yaml.Event) -> tuple[int, int]:
        return self.place(event.start_mark.index if event.start_mark else 0)

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return self.first_line + line - 1, offset - self.line_starts[line - 1] + 1

    def problem(self, at: tuple[int, int], message: str, hint: str) -> None:
        self.problems.append(Problem(Location(self.path, *at), message, hint))

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> None:
        """The place is where libyaml stumbled; or where that began which it looked for the end of in vain."""
        said = error.problem or error.context or "it cannot be read"
        mark = error.problem_mark or error.context_mark
        offset = mark.index if mark else 0
        if "maximum nesting depth" in said:  # libyaml from 0.2.6 on; it looks further ahead than we read
            self.problem(self.place(offset), _TOO_DEEP, "")
            return
        hint = _hint(said, self.text, offset)
        unclosed = hint == _UNCLOSED and not self.text[offset:].strip()
        if error.context_mark and (unclosed or "could not find expected ':'" in said):
            offset = error.context_mark.index
        self.problem(self.place(offset), f"the front matter is not YAML: {said}.", hint)


def _hint(said: str, text: str, offset: int) -> str:
    start = text.rfind("\n", 0, offset) + 1
    before, line = text[start:offset], text[start:].split("\n", 1)[0]
    if "\t" in line:
        return "Indent with spaces, not tabs."
    if "mapping values are not allowed" in said and ":" in before:
        return "A value that contains ': ' needs quotes around it."
    if "cannot start any token" in said or "expected alphabetic or numeric character" in said:
        return "A value that starts with a special character needs quotes around it."
    at_the_end = not text[offset:].strip()
    if "expected ','" in said or "end of stream" in said or ("node content" in said and at_the_end):
        return _UNCLOSED
    if "expected key" in said or "expected <document start>" in said:
        return "Put quotes around the whole value, or the key in the same column as the others."
    if "mapping values" in said or "could not find expected ':'" in said or "expected <block end>" in said:
        return "Write one 'key: value' a line; quote values that contain quotes or start with one."
    return "Quote the value if it contains special characters."

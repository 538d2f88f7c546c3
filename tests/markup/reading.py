"""What the tests of this room share: a text read as a story's, and addresses that show what was asked for."""

from dataclasses import dataclass

from generator.errors import Problem
from generator.markup import Body, MarkupOptions, parse_body, resolve
from generator.shown import ShownImage

STORY = "content/stories/2024-01-01-x/index.md"


@dataclass(frozen=True)
class Shown:
    """`/at/` before a file's path and `/base` before a path of the site; drafts are not published."""

    page: str = ""

    def file(self, path: str) -> str | None:
        return None if "draft" in path else f"/at/{path}"

    def picture(self, path: str) -> ShownImage | None:
        address = self.file(path)
        return None if address is None else ShownImage(address)

    def site(self, path: str) -> str:
        return f"/base{path}"


def body_of(text: str, *, source: str = STORY, first_line: int = 1, language: str = "en") -> Body:
    return parse_body(text, source=source, first_line=first_line, options=MarkupOptions(language=language))


def html_of(text: str, *, source: str = STORY, language: str = "en", prefix: str = "", page: str = "") -> str:
    return resolve(body_of(text, source=source, language=language), Shown(page), prefix=prefix)


def problems_of(text: str, *, source: str = STORY) -> tuple[Problem, ...]:
    return body_of(text, source=source).problems


def told(text: str, *, source: str = STORY) -> list[str]:
    """The problems of a text as people read them, without the file's name."""
    return [str(problem).removeprefix(source) for problem in problems_of(text, source=source)]

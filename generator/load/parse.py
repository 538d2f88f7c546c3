"""Read files become typed content; only what the cache does not remember is parsed."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

import msgspec

from generator.author import AuthorProfile, parse_author
from generator.cache import Cache, content_key
from generator.comment import Comment, parse_comment
from generator.company import CompanyProfile, parse_company
from generator.errors import Location, Problem
from generator.load.decode import decode
from generator.load.processes import map_in_processes
from generator.load.read import FOLDERS, SourceFile, Sources
from generator.load.unread import storyless_folders, unread_texts
from generator.markup import Body, MarkupOptions
from generator.page import ContentPage, parse_page
from generator.story import Story, parse_story
from generator.tag import TagProfile, parse_tag


class Content(NamedTuple):
    """The typed content. `files` are the others (pictures, static files) by their paths below content/."""

    stories: tuple[Story, ...]
    companies: tuple[CompanyProfile, ...]
    authors: tuple[AuthorProfile, ...]
    tags: tuple[TagProfile, ...]
    comments: tuple[Comment, ...]
    pages: tuple[ContentPage, ...]
    files: dict[str, SourceFile]
    problems: tuple[Problem, ...]

    @property
    def bodies(self) -> Iterator[Body]:
        """Every text of every file."""
        yield from (body for story in self.stories for body in story.bodies)
        yield from (one.body for group in (self.companies, self.authors, self.tags) for one in group)
        yield from (one.body for group in (self.comments, self.pages) for one in group)


Parsed = TypeVar("Parsed", Story, CompanyProfile, AuthorProfile, TagProfile, Comment, ContentPage)


def parse_content(sources: Sources, cache: Cache, options: MarkupOptions) -> Content:
    """Everything typed; only what the cache does not know is parsed."""
    texts: dict[str, list[SourceFile]] = {folder: [] for folder in FOLDERS}
    files: dict[str, SourceFile] = {}
    for file in sources.files:
        if file.data is None:
            files[file.path.removeprefix("content/")] = file
        else:
            texts[file.path.split("/")[1]].append(file)
    parsing = _Parsing(cache, options, files)
    content = Content(
        stories=parsing.all(parsing.stories(texts["stories"]), parse_story, Story),
        companies=parsing.all(parsing.directly_in(texts["companies"]), parse_company, CompanyProfile),
        authors=parsing.all(parsing.directly_in(texts["authors"]), parse_author, AuthorProfile),
        tags=parsing.all(parsing.directly_in(texts["tags"]), parse_tag, TagProfile),
        comments=parsing.all(parsing.comments(texts["comments"]), parse_comment, Comment),
        pages=parsing.all(texts["pages"], parse_page, ContentPage),
        files=files,
        problems=(),
    )
    return content._replace(problems=(*parsing.problems, *_unread(sources, content)))


def _unread(sources: Sources, content: Content) -> Iterator[Problem]:
    """What was meant to be read and is not."""
    read = frozenset(file.path for file in sources.files if file.data is not None)
    others = (f"content/{path}" for path in content.files if f"content/{path}" not in read)
    linked = frozenset(f"content/{reference.path}" for body in content.bodies for reference in body.files)
    linked |= {f"content/{story.image.path}" for story in content.stories if story.image}
    unread = tuple(unread_texts(others, read, linked))
    named = frozenset(problem.at.path for problem in (*sources.problems, *unread))
    yield from unread
    yield from storyless_folders(sources.folders, (file.path for file in sources.files), named | linked)


class _Job(NamedTuple):
    parse: Callable[[str, str, MarkupOptions], msgspec.Struct]
    text: str
    source: str
    options: MarkupOptions


def _parsed(job: _Job) -> bytes:
    """One text parsed, in the form in which it is remembered."""
    return msgspec.msgpack.encode(job.parse(job.text, job.source, job.options))


class _Parsing:
    """One run over the Markdown files: gathers the problems, and among `files` those that could not be decoded, so
    that a link to one of these is not called broken as well."""

    def __init__(self, cache: Cache, options: MarkupOptions, files: dict[str, SourceFile]) -> None:
        self.cache, self.options, self.files = cache, options, files
        self.problems: list[Problem] = []

    def all(
        self, files: Iterable[SourceFile], parse: Callable[[str, str, MarkupOptions], Parsed], type_: type[Parsed]
    ) -> tuple[Parsed, ...]:
        """Each file parsed or remembered, in the order of the files."""
        salt = msgspec.json.encode(self.options)
        keys = {content_key(type_.__name__, file.path, salt, file.digest): file for file in files}
        remembered = self.cache.get(keys)
        texts = {
            key: text for key, file in keys.items() if key not in remembered and (text := self.text(file)) is not None
        }
        jobs = [_Job(parse, texts[key], keys[key].path, self.options) for key in texts]
        new = dict(zip(texts, map_in_processes(_parsed, jobs), strict=True))
        self.cache.put(new)
        decode = msgspec.msgpack.Decoder(type_).decode
        known = {**remembered, **new}
        found = [decode(known[key]) for key in keys if key in known]
        self.problems += [problem for parsed in found for problem in parsed.problems]
        return tuple(found)

    def text(self, file: SourceFile) -> str | None:
        text = decode(file.data or b"", file.path)
        if isinstance(text, str):
            return text
        self.problems.append(text)
        self.files[file.path.removeprefix("content/")] = file
        return None

    def stories(self, files: Iterable[SourceFile]) -> Iterator[SourceFile]:
        """Story files: those directly in stories/, and the index.md of a folder there."""
        files = tuple(files)
        flat = {file.path.removesuffix(".md") for file in files}
        for file in files:
            folder, _, name = file.path.rpartition("/")
            depth = file.path.count("/")
            if depth == 3 and name == "index.md" and folder in flat:
                self.problem(file, f"{folder}.md is the same story.", "Keep one of the two.")
            elif depth == 2 or (depth == 3 and name == "index.md"):
                yield file
            else:
                hint = "Move it directly into content/stories/, or name it index.md in a folder there."
                self.problem(file, "a story cannot be in this place.", hint)

    def directly_in(self, files: Iterable[SourceFile]) -> Iterator[SourceFile]:
        for file in files:
            if file.path.count("/") == 2:
                yield file
            else:
                folder = "/".join(file.path.split("/")[:2])
                self.problem(file, "nothing reads a file in this place.", f"Move it directly into {folder}/.")

    def comments(self, files: Iterable[SourceFile]) -> Iterator[SourceFile]:
        """Comment files: those in a folder of comments/ that is named for a story."""
        for file in files:
            if file.path.count("/") == 3:
                yield file
            else:
                hint = "Move it into a folder of content/comments/ that has the name of the story's file, without .md."
                self.problem(file, "a comment cannot be in this place.", hint)

    def problem(self, file: SourceFile, message: str, hint: str) -> None:
        self.problems.append(Problem(Location(file.path), message, hint))

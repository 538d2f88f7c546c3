"""From text to Body: what parse_body does, step by step."""

from collections.abc import Iterable

from generator.errors import Problem, in_order
from generator.markup.body import Body, MarkupOptions
from generator.markup.engine import ENGINES
from generator.markup.facts import count_words, first_paragraph, summary, texts_of
from generator.markup.figures import make_figures
from generator.markup.guards import find_traps
from generator.markup.headings import number_headings
from generator.markup.notes import dress_notes, missing_notes
from generator.markup.sanitise import find_removed, sanitise
from generator.markup.source import Source, clean
from generator.markup.strangers import UNVOUCHED, humble
from generator.markup.tangle import find_tangle
from generator.markup.tree import DEEPEST, Element, TooDeepError, read
from generator.markup.typesetting import set_attributes, set_tree
from generator.markup.unclosed import find_unclosed
from generator.markup.writer import Writer


def parse(text: str, *, source: str, first_line: int, on_one_line: bool, options: MarkupOptions) -> Body:
    """What generator.markup.parse_body promises."""
    cleaned = Source(source, clean(text), first_line, on_one_line=on_one_line)
    if traps := find_traps(cleaned):
        return Body(problems=traps)
    try:
        html = ENGINES[options.engine](cleaned.text)
        unclosed = tuple(find_unclosed(cleaned))
    except Exception as error:  # noqa: BLE001 # what a foreign parser may raise is not known; one text must not end a build
        message = f"Firsthand cannot read the Markdown of this text ({type(error).__name__}: {error})."
        return Body(problems=(Problem(cleaned.file, message, "This is a mistake of ours: please report it."),))
    if tangle := find_tangle(html, cleaned):
        return Body(problems=tangle)
    try:
        elements = read(sanitise(html))
    except TooDeepError:
        message = f"tags, quotations or lists in this text are more than {DEEPEST} levels deep."
        return Body(problems=(Problem(cleaned.file, message, "Close every tag that you open."),))
    return _body(elements, cleaned, options, (*find_removed(html, cleaned), *unclosed))


def _body(elements: list[Element], source: Source, options: MarkupOptions, found: Iterable[Problem]) -> Body:
    """Shape the tree, whose first element holds all others, and write it."""
    root = elements[0]
    make_figures(elements)
    notes = (*missing_notes(elements, source), *dress_notes(elements, source))
    if options.by_strangers:
        humble(elements)
    set_tree(root, options.language)
    set_attributes(elements, options.language)
    headings = number_headings(elements)
    writer = Writer(source, folder_of(source.path), UNVOUCHED if options.by_strangers else "")
    writer.write(root)
    texts = texts_of(root)
    return Body(
        pieces=tuple(writer.pieces),
        words=count_words(texts),
        first_paragraph=first_paragraph(root),
        summary=summary(texts),
        headings=headings,
        links=tuple(writer.links),
        problems=in_order((*found, *notes, *writer.problems)),
    )


def folder_of(path: str) -> str:
    """The folder of a source, relative to content/: `content/stories/x/index.md` lies in `stories/x`."""
    return path.removeprefix("content/").rpartition("/")[0]

"""The one place that knows who reads Markdown: an engine is a function from text to HTML, raw HTML left in.

Whatever an engine lets through is sanitised afterwards, and whatever Firsthand adds is added afterwards (see
parsing.py), so that another engine can stand here.
"""

from collections.abc import Callable
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.htmlparser import HTMLExtractor

_WAY_BACK = "↩\N{VARIATION SELECTOR-15}"  # as text: some systems draw the bare arrow as a coloured picture


def python_markdown(text: str) -> str:
    """HTML by Python-Markdown (https://python-markdown.github.io), with the extensions in docs/reference/markdown.md.

    The guards (guards.py) must have passed the text: Python-Markdown is not safe from texts made to cost time.
    """
    return _converter().reset().convert(text)


ENGINES: dict[str, Callable[[str], str]] = {"markdown": python_markdown}
"""The engines by the name that site.toml gives them."""


def unclosed_block(text: str) -> tuple[str, int] | None:
    """The block of raw HTML that nothing closes, so that it takes all that follows: its tag, and its line from 1 on.

    The text is one without fenced code.
    """
    extractor = _Extractor(_converter())
    extractor.feed(text.expandtabs(4))
    extractor.close()
    return (extractor.opened, extractor.opened_at) if extractor.inraw else None


class _Extractor(HTMLExtractor):
    """Python-Markdown's own finder of raw HTML, which also remembers where the last block of it starts."""

    opened, opened_at = "", 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        was_in_raw = self.inraw
        super().handle_starttag(tag, attrs)
        if self.inraw and not was_in_raw:
            self.opened, self.opened_at = tag, self.lineno


@cache
def _converter() -> Markdown:
    # One a process: setting it up costs as much as converting some stories.
    converter = Markdown(
        extensions=[
            # Classes, not names: looking a name up reads the metadata of every installed package.
            TableExtension(use_align_attribute=True),  # a style would not survive sanitising
            _Footnotes(BACKLINK_TITLE="", BACKLINK_TEXT=_WAY_BACK, USE_DEFINITION_ORDER=False),
            DefListExtension(),
            AttrListExtension(),
            FencedCodeExtension(),
            SaneListExtension(),
        ],
        output_format="html",
    )
    fences = converter.preprocessors["fenced_code_block"]
    if isinstance(fences, FencedBlockPreprocessor):
        # Options of a highlighter that is not there: taken as true or false, they raise TypeError when written.
        fences.bool_options = []
    return converter


class _Footnotes(FootnoteExtension):
    """Footnotes, numbered in the order in which the text calls them."""

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802 # the name is Python-Markdown's
        notes = super().makeFootnotesDiv(root)
        for note in notes.findall("ol/li") if notes is not None else ():
            if not len(note):  # it has no text, so it gets no way back, which ordering the notes then looks for
                label = note.get("id", "").removeprefix("fn:")
                link = {"class": "footnote-backref", "href": f"#{self.makeFootnoteRefId(label)}"}
                SubElement(SubElement(note, "p"), "a", link).text = _WAY_BACK
        return notes

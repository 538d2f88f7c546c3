"""The one place that knows who reads Markdown: an engine is a function from text to HTML, raw HTML left in.

Whatever an engine lets through is sanitised afterwards, and whatever Firsthand adds is added afterwards (see
parsing.py), so that another engine can stand here.
"""

from collections.abc import Callable
from functools import cache

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension


def python_markdown(text: str) -> str:
    """HTML by Python-Markdown (https://python-markdown.github.io), with the extensions that docs/writing names.

    The guards (guards.py) must have passed the text: it is not safe from texts made to cost time.
    """
    return _converter().reset().convert(text)


ENGINES: dict[str, Callable[[str], str]] = {"markdown": python_markdown}
"""The engines by the name that site.toml gives them."""


@cache
def _converter() -> Markdown:
    # One a process: setting it up costs as much as converting ten stories.
    converter = Markdown(
        extensions=[
            # Classes, not names: looking a name up reads the metadata of every installed package.
            TableExtension(use_align_attribute=True),  # style would not survive sanitising
            FootnoteExtension(BACKLINK_TITLE="", BACKLINK_TEXT="↩\N{VARIATION SELECTOR-15}"),
            DefListExtension(),
            AttrListExtension(),
            FencedCodeExtension(),
            SaneListExtension(),
        ],
        output_format="html",
    )
    fences = converter.preprocessors["fenced_code_block"]
    if isinstance(fences, FencedBlockPreprocessor):
        # Its options for a highlighter that is not there: read as true or false they raise TypeError when written.
        fences.bool_options = []
    return converter

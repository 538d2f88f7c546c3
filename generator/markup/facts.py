"""What a tree says as plain text: its words, its first paragraph, its summary."""

import re
from collections.abc import Iterator

from generator.markup.policy import BLOCKS
from generator.markup.tree import MORE, Element

_BLANKS = re.compile(r"[ \t\n]+")  # but no no-break spaces, which typography may need
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")  # Kana and Han


def plain_text(element: Element) -> str:
    """The text of an element on one line; marks of footnotes and what is only for the eye left out."""
    return _joined(text for text in _texts(element) if text is not None)


def summary(root: Element) -> str:
    """The plain text before `<!-- more -->`, or the empty string where there is none."""
    before: list[str] = []
    for text in _texts(root):
        if text is None:
            return _joined(before)
        before.append(text)
    return ""


def first_paragraph(root: Element) -> str:
    """The plain text of the first paragraph that has any and stands in no quotation, list or table."""
    paragraphs = (plain_text(child) for child in root.elements() if child.tag == "p")
    return next(filter(None, paragraphs), "")


def count_words(text: str) -> int:
    """What stands between spaces, dashes on their own left out; each Han or Kana character, which know no spaces."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if unspaced:
        text = _UNSPACED.sub(" ", text)
    return unspaced + sum(1 for word in text.split() if word not in ("—", "–", "-"))


def _joined(texts: Iterator[str] | list[str]) -> str:
    return _BLANKS.sub(" ", "".join(texts)).strip(" ")


def _texts(element: Element) -> Iterator[str | None]:
    """The texts of an element in order, blanks around blocks, and None where the summary ends."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag == MORE:
            yield None
        elif not _is_note_mark(child):
            around = " " if child.tag in BLOCKS else ""
            yield around
            yield from _texts(child)
            yield around


def _is_note_mark(element: Element) -> bool:
    """Whether an element is the raised number of a footnote, or the way back from it."""
    link = next(element.elements(), None) if element.tag == "sup" else element
    return link is not None and link.attributes.get("class", "").startswith("footnote-")

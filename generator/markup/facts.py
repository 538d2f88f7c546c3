"""What a tree says as plain text: its words, its first paragraph, its summary."""

import re
from collections.abc import Iterable, Sequence

from generator.markup.policy import BLOCKS
from generator.markup.tree import MORE, Element

_BLANKS = re.compile(r"[\t\n][ \t\n]*| [ \t\n]+")  # but no no-break spaces, which typography may need
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")  # Kana and Han


def texts_of(element: Element) -> list[str | None]:
    """The texts of an element in order, with spaces around blocks, and None where the summary ends.

    Marks of footnotes are left out: they are no part of what is said.
    """
    texts: list[str | None] = []
    _gather(element, texts)
    return texts


def plain_text(element: Element) -> str:
    """The text of an element on one line."""
    return _on_one_line(filter(None, texts_of(element)))


def first_paragraph(root: Element) -> str:
    """The plain text of the first paragraph that has any and stands in no quotation, list or table."""
    paragraphs = (plain_text(child) for child in root.children if isinstance(child, Element) and child.tag == "p")
    return next(filter(None, paragraphs), "")


def summary(texts: Sequence[str | None]) -> str:
    """The plain text before `<!-- more -->`, or the empty string where there is none."""
    return _on_one_line(filter(None, texts[: texts.index(None)])) if None in texts else ""


def count_words(texts: Iterable[str | None]) -> int:
    """What stands between spaces, dashes on their own left out; each Han or Kana character, which know no spaces."""
    text = "".join(filter(None, texts))
    unspaced = len(_UNSPACED.findall(text))
    if unspaced:
        text = _UNSPACED.sub(" ", text)
    return unspaced + len(text.split()) - sum(text.count(f" {dash} ") for dash in "—–-")


def _on_one_line(texts: Iterable[str]) -> str:
    return _BLANKS.sub(" ", "".join(texts)).strip(" ")


def _gather(element: Element, texts: list[str | None]) -> None:
    for child in element.children:
        if isinstance(child, str):
            texts.append(child)
        elif child.tag == MORE:
            texts.append(None)
        elif "role" not in child.attributes or child.tag == "div":
            around = " " if child.tag in BLOCKS or child.tag == "br" else ""
            texts.append(around)
            _gather(child, texts)
            texts.append(around)

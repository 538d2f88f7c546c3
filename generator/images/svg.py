"""Reading an SVG: how large it is, and what in it does more than draw. Nothing is fetched, nothing expanded."""

import math
import re
from typing import NamedTuple
from xml.parsers import expat
from xml.parsers.expat import errors

from generator.images.model import Finding, RefusedError

LONGEST = 5_000_000
"""Bytes. Larger drawings are tracings of photos, which a browser takes seconds to draw."""
_MOST_ENTITY = 256
_LONGEST_LENGTH = 40
_LARGEST = 100_000

_UNITS = {"": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "pt": 96 / 72, "pc": 16.0}
"""CSS pixels in each absolute unit (CSS Values 4); the others depend on the page."""
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:[eE][+-]?\d{1,3})?)\s*([a-z]*)\s*")
_OUTSIDE = re.compile(r"(?:https?:|ftp:|file:|javascript:)?//|javascript:", re.IGNORECASE)
_STYLE_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?\s*(?:https?:|ftp:|file:)?//", re.IGNORECASE)
_PHOTO_INSIDE = re.compile(r"data:image/(?!svg)", re.IGNORECASE)

_SAVE_AGAIN = "Open it in a drawing program and save it again as plain SVG."
_BROKEN = {
    errors.codes[errors.XML_ERROR_SYNTAX]: "a character here is not allowed",
    errors.codes[errors.XML_ERROR_NO_ELEMENTS]: "the file ends too early",
    errors.codes[errors.XML_ERROR_INVALID_TOKEN]: "a character here is not allowed, such as & or < in a text",
    errors.codes[errors.XML_ERROR_UNCLOSED_TOKEN]: "the file ends inside a tag",
    errors.codes[errors.XML_ERROR_PARTIAL_CHAR]: "the file ends too early",
    errors.codes[errors.XML_ERROR_TAG_MISMATCH]: "tags are closed in the wrong order here",
    errors.codes[errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "a tag has one attribute twice",
    errors.codes[errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "something follows the end of the drawing",
    errors.codes[errors.XML_ERROR_UNDEFINED_ENTITY]: "the name between & and ; is not known in an SVG",
    errors.codes[errors.XML_ERROR_BAD_CHAR_REF]: "the number between &# and ; is not a character",
    errors.codes[errors.XML_ERROR_MISPLACED_XML_PI]: "something comes before <?xml",
    errors.codes[errors.XML_ERROR_INCORRECT_ENCODING]: "the file is not in the encoding that it names",
    errors.codes[errors.XML_ERROR_UNKNOWN_ENCODING]: "it names an unknown encoding",
    errors.codes[errors.XML_ERROR_UNCLOSED_CDATA_SECTION]: "<![CDATA[ is not closed",
    errors.codes[errors.XML_ERROR_XML_DECL]: "the line <?xml … ?> is wrong",
}
"""What is wrong with an SVG, by the number of the parser's error."""

_RUNS = Finding(
    "this drawing contains code, which runs when somebody opens the file itself.",
    "Save it as plain SVG, or delete <script>, <foreignObject> and attributes such as onclick.",
)
_LEADS_OUT = Finding(
    "this drawing uses other files, which browsers do not load for a picture.",
    "Embed those files in the drawing, and convert its text to paths.",
)
_HOLDS_PHOTO = Finding(
    "this drawing contains a photo, which is published with its metadata, such as where it was taken.",
    "Remove the photo's metadata before you put it into the drawing.",
)
_TELLS_FOLDER = Finding(
    "this drawing names a folder of the computer on which it was made.", "Save it as plain or optimized SVG."
)


class Drawing(NamedTuple):
    """Width and height in CSS pixels, None where the drawing names none."""

    width: int | None
    height: int | None
    findings: tuple[Finding, ...]


def read_svg(data: bytes) -> Drawing:
    """The size of a drawing and what is to be said about it. Raises RefusedError where it is not an SVG at all."""
    if len(data) > LONGEST:
        message = f"this drawing has {len(data):,} bytes, and browsers are slow to show more than {LONGEST:,}."
        raise RefusedError(message, "Simplify its paths, or export it as PNG.")
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler = reading.element
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.EntityDeclHandler = reading.entity
    reading.parser = parser
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no names: this is all
    except expat.ExpatError as error:
        message = f"this SVG is broken: {_BROKEN.get(error.code, 'something here does not belong in an SVG')}."
        raise RefusedError(message, _SAVE_AGAIN, error.lineno, error.offset + 1) from error
    except (LookupError, ValueError) as error:  # an encoding that Python does not know
        raise RefusedError("this SVG names an unknown encoding.", "Save it again with the encoding UTF-8.") from error
    return Drawing(*reading.size, tuple(reading.findings.values()))


class _Reading:
    """What one parser found so far."""

    parser: expat.XMLParserType

    def __init__(self) -> None:
        self.size: tuple[int | None, int | None] = (None, None)
        self.findings: dict[Finding, Finding] = {}
        self.depth = 0
        self.line = 0
        """Where the element begins that was met last."""
        self.in_style = False

    def element(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        self.line = self.parser.CurrentLineNumber
        if not self.depth:
            if kind != "svg":
                raise RefusedError("this file is not an SVG.", _SAVE_AGAIN, 1, 1)
            self.size = _size(attributes)
        self.depth += 1
        self.in_style = kind == "style"
        if kind in ("script", "foreignObject"):
            self.note(_RUNS)
        for attribute, value in attributes.items():
            self.attribute(attribute.rpartition(":")[2], value.strip())

    def attribute(self, name: str, value: str) -> None:
        if name.startswith("on") or (name == "href" and value.lower().startswith("javascript:")):
            self.note(_RUNS)
        elif (name in ("href", "src") and _OUTSIDE.match(value)) or _STYLE_OUTSIDE.search(value):
            self.note(_LEADS_OUT)
        elif _PHOTO_INSIDE.match(value):
            self.note(_HOLDS_PHOTO)
        elif name in ("export-filename", "docbase", "absref"):
            self.note(_TELLS_FOLDER)

    def end(self, _: str) -> None:
        self.depth -= 1
        self.in_style = False

    def text(self, data: str) -> None:
        if self.in_style and _STYLE_OUTSIDE.search(data):
            self.note(_LEADS_OUT)

    def entity(
        self, name: str, _parameter: int, value: str | None, _base: str | None, system: str | None, *_: object
    ) -> None:
        """Short texts are harmless (Illustrator names its namespaces so); by what leads on, small files grow large."""
        if system or value is None or len(value) > _MOST_ENTITY or "&" in value or "%" in value:
            message = f"this drawing declares the entity {name!r}, which Firsthand does not read."
            raise RefusedError(message, _SAVE_AGAIN, self.parser.CurrentLineNumber)

    def note(self, finding: Finding) -> None:
        """Say each thing once, where it is first met."""
        at = Finding(finding.message, finding.hint, line=self.line)
        self.findings.setdefault(finding, at)


def _size(attributes: dict[str, str]) -> tuple[int | None, int | None]:
    """Width and height as the root element names them, else those of its viewBox (SVG 2, section 8)."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    across, down = (_pixels(box[2]), _pixels(box[3])) if len(box) == 4 else (None, None)
    width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
    if across and down and (width is None or height is None):
        if width is not None:
            height = width * down / across
        elif height is not None:
            width = height * across / down
        else:
            width, height = across, down
    if width is None or height is None or not (0.5 <= width <= _LARGEST and 0.5 <= height <= _LARGEST):
        return None, None
    return round(width), round(height)


def _pixels(length: str) -> float | None:
    """A length in CSS pixels; None where it depends on the page or is none."""
    found = _LENGTH.fullmatch(length[:_LONGEST_LENGTH])
    pixels = float(found[1]) * _UNITS.get(found[2], 0) if found else 0
    return pixels if 0 < pixels < math.inf else None

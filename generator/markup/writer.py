"""Writing the tree as pieces: finished HTML where all is known, references where an address is open.

Nothing is written that the tree does not hold, and the tree holds only what the policy allows (tree.py). So this is
the last word of sanitising: texts and values are escaped here, once, and the HTML is not parsed again.
"""

from dataclasses import dataclass, field
from html import escape

from generator.errors import Location, Problem
from generator.markup import policy
from generator.markup.body import ExternalLink, FragmentReference, IdReference, ImageReference, Reference
from generator.markup.references import (
    External,
    Refused,
    and_write_its_name,
    as_id,
    image_target,
    link_target,
    own_id,
)
from generator.markup.source import Source
from generator.markup.tree import MORE, Element
from generator.quoting import quoted


@dataclass
class Writer:
    """Writes one tree. `folder` is the folder that relative targets are read from, relative to content/; `rel` is what
    links get that the writer makes itself."""

    source: Source
    folder: str
    rel: str = ""
    pieces: list[str | Reference] = field(default_factory=list)
    links: list[ExternalLink] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _html: list[str] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)
    _in_link: bool = False
    _is_first: bool = True

    def write(self, root: Element) -> None:
        """Add what stands in the outermost element to the pieces."""
        self._children(root)
        self._cut()

    def _children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._html.append(escape(child, quote=False))
            elif child.tag == "img":
                self._image(child)
            elif child.tag == "a":
                self._link(child)
            elif child.tag != MORE:
                self._element(child)

    def _element(self, element: Element) -> None:
        if not element.attributes:
            self._html.append(f"<{element.tag}>")
        else:
            self._start_tag(element)
        if element.tag in policy.VOID:
            return
        if element.tag == "pre" and element.children and str(element.children[0]).startswith("\n"):
            self._html.append("\n")  # a parser takes the first line end away
        self._children(element)
        self._html.append(f"</{element.tag}>")

    def _start_tag(self, element: Element) -> None:
        self._html.append(f"<{element.tag}")
        for name, value in element.attributes.items():
            if name == "id":
                if new := self._new_id(element):
                    self._refer(IdReference(new))
            elif name == "href":
                self._href(value, is_note="role" in element.attributes and value.startswith("#"))
            elif name != "cite" or External(value).is_web:
                self._html.append(f' {name}="{escape(value)}"')
        self._html.append(">")

    def _link(self, link: Element) -> None:
        outer, self._in_link = self._in_link, True
        self._element(link)
        self._in_link = outer

    def _href(self, target: str, *, is_note: bool) -> None:
        if is_note:  # Python-Markdown writes these, and does not encode them
            self._refer(FragmentReference(as_id(target[1:])))
            return
        line = self.source.line_of_target(target)
        match link_target(target, folder=self.folder, line=line):
            case Refused() as refused:
                self._refuse(refused, line)
            case External() as external:
                self._external(external, line)
            case reference:
                self._refer(reference)

    def _image(self, image: Element) -> None:
        if "src" not in image.attributes:
            return  # sanitising took its address away and said so
        target = image.attributes["src"]
        line = self.source.line_of_target(target)
        alt = image.attributes.get("alt", "")
        match image_target(target, folder=self.folder):
            case Refused() as refused:
                self._refuse(refused, line)
            case External(address) as external:
                instead = "its description" if self._in_link else "a link to it"
                message = f"the picture {quoted(address)} is on another website, so readers see {instead} instead."
                hint = f"Download it into the folder of this text{and_write_its_name(address)}."
                self._refuse(Refused(message, hint, "warning"), line)
                if self._in_link:
                    self._html.append(escape(alt, quote=False))
                else:
                    self._html.append("<a")
                    self._external(external, line)
                    self._html.append(f' rel="{self.rel}"' if self.rel else "")
                    self._html.append(f">{escape(alt or address, quote=False)}</a>")
            case path:
                title = image.attributes.get("title", "")
                self._refer(ImageReference(path, alt, title, self._new_id(image), self._is_first, line))
                self._is_first = False

    def _external(self, external: External, line: int | None) -> None:
        if external.is_web:
            self.links.append(ExternalLink(external.address, line))
        self._html.append(f' href="{escape(external.address)}"')

    def _new_id(self, element: Element) -> str:
        """The id of an element, as it may be written; empty, with a warning, if another element has it."""
        new = own_id(element.attributes.get("id", ""))
        if new in self._ids:
            line = self.source.line_of(f"#{new}") or self.source.line_of(new)
            message = f"the id {quoted(new)} is in this text twice, and a link leads to the first."
            self._refuse(Refused(message, "Give the second another id.", "warning"), line)
            return ""
        if new:
            self._ids.add(new)
        return new

    def _refuse(self, refused: Refused, line: int | None) -> None:
        at = Location(self.source.path, line)
        self.problems.append(Problem(at, refused.message, refused.hint, refused.severity))

    def _refer(self, reference: Reference) -> None:
        self._cut()
        self.pieces.append(reference)

    def _cut(self) -> None:
        if self._html:
            self.pieces.append("".join(self._html))
            self._html.clear()

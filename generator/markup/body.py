"""What a text becomes: HTML cut into pieces at its references, and the facts found on the way.

A Body knows no other file: where a link leads is decided when the whole site is known (see resolve.py).
Every string among the pieces is finished HTML; every reference is a place that still has to be filled in.
"""

import msgspec

from generator.errors import Problem


class MarkupOptions(msgspec.Struct, frozen=True):
    """What, beside the text, decides how a Body looks: a language tag (BCP 47) and the Markdown engine.

    `by_strangers` is for comments: their links vouch for nothing, and they have no headings.
    """

    language: str = "en"
    engine: str = "markdown"
    by_strangers: bool = False


class FileReference(msgspec.Struct, frozen=True, tag="file"):
    """The ` href` of a link to another file of content/.

    `path` is relative to content/, with forward slashes, and not percent-encoded (`stories/2024-01-01-x.md`);
    `query` and `fragment` stand as the author wrote them, with their `?` and `#`, or are empty.
    """

    path: str
    query: str = ""
    fragment: str = ""
    line: int | None = None


class SiteReference(msgspec.Struct, frozen=True, tag="site"):
    """The ` href` of a link to a path of the site, as the author wrote it: `/companies/acme/?q#f`."""

    path: str
    line: int | None = None


class FragmentReference(msgspec.Struct, frozen=True, tag="fragment"):
    """The ` href` of a link to an id in the same body, not percent-encoded; empty for the top of the page."""

    id: str
    line: int | None = None


class IdReference(msgspec.Struct, frozen=True, tag="id"):
    """An ` id` attribute: a reference too, because on a page with several bodies it gets a prefix."""

    id: str


class ImageReference(msgspec.Struct, frozen=True, tag="image"):
    """A whole `<img>`: its file (as in FileReference), text alternative, and title if no caption shows it.

    The first image of a body is marked, because it alone is not loaded lazily.
    """

    path: str
    alt: str = ""
    title: str = ""
    id: str = ""
    first: bool = False
    line: int | None = None


Reference = FileReference | SiteReference | FragmentReference | IdReference | ImageReference


class Heading(msgspec.Struct, frozen=True):
    """A heading as it stands in the page: level 1 to 6, id without prefix, plain text."""

    level: int
    id: str
    text: str


class ExternalLink(msgspec.Struct, frozen=True):
    """An http or https address a reader may follow from the text."""

    address: str
    line: int | None = None


class Body(msgspec.Struct, frozen=True):
    """A text, ready but for its addresses. Where a problem is an error, there are no pieces.

    `words` counts what stands between spaces, and each Han or Kana character, which know no spaces.
    `first_paragraph` and `summary` are plain text; `summary` is what stands before `<!-- more -->`, if that does.
    """

    pieces: tuple[str | Reference, ...] = ()
    words: int = 0
    first_paragraph: str = ""
    summary: str = ""
    headings: tuple[Heading, ...] = ()
    links: tuple[ExternalLink, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everything in the body that waits for an address or a prefix, in the order of the text."""
        return tuple(piece for piece in self.pieces if not isinstance(piece, str))

    @property
    def files(self) -> tuple[FileReference | ImageReference, ...]:
        """The content files the body links to or shows, with their lines: what a check looks for on disk."""
        return tuple(piece for piece in self.pieces if isinstance(piece, FileReference | ImageReference))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids a link can lead to, without prefix."""
        images = (piece.id for piece in self.pieces if isinstance(piece, ImageReference) and piece.id)
        return (*(piece.id for piece in self.pieces if isinstance(piece, IdReference)), *images)

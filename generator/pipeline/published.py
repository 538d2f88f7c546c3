"""Which files of content/ that are no texts become part of the site, and where."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.load import SourceFile
from generator.site import Site


class PublishedFile(NamedTuple):
    """A file with its path of the site."""

    path: str
    file: SourceFile


def published_files(site: Site, files: Mapping[str, SourceFile]) -> Mapping[str, PublishedFile]:
    """static/ whole, and of the other files those that something published refers to: nothing else leaves content/.

    By their paths below content/.
    """
    referred = set(_referred(site))
    return {
        below: PublishedFile(path, file)
        for below, file in files.items()
        if (path := site.files.get(below)) and (below.startswith("static/") or below in referred)
    }


def _referred(site: Site) -> Iterator[str]:
    """The files that published content links to or shows, by their paths below content/."""
    pictures = [story.story.image for story in site.stories]
    pictures += [author.profile.photo for author in site.authors if author.profile]
    yield from (reference.path for _, body in site.bodies for reference in body.files)
    yield from (picture.path for picture in pictures if picture)

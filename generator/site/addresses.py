"""The addresses of the site for what a body refers to."""

from urllib.parse import unquote

from generator.images import shown, untouched
from generator.shown import ShownImage
from generator.site.model import Site


class SiteAddresses:
    """The addresses of a site for what a body refers to: paths for pages, full addresses for feeds."""

    def __init__(self, site: Site, *, page: str = "", absolute: bool = False) -> None:
        self._files, self._pictures = site.files, site.pictures
        self._address = site.config.url.absolute if absolute else site.config.url.path
        self.page = page

    def file(self, path: str) -> str | None:
        """The address of a file below content/; None for one that is not published."""
        found = self._files.get(path)
        return None if found is None else self._address(found)

    def picture(self, path: str) -> ShownImage | None:
        """How to show a picture below content/; None for one that is not published."""
        address, image = self.file(path), self._pictures.images.get(path)
        if address is None:
            return None
        return shown(image, address, self._pictures.sizes) if image else untouched(address)

    def site(self, path: str) -> str:
        """The address of a path of the site that an author wrote, query and fragment kept.

        It may be percent-encoded already, as one copied from a browser is; it is not encoded twice.
        """
        bare, mark, rest = _cut(path)
        return self._address(unquote(bare)) + mark + rest


def _cut(path: str) -> tuple[str, str, str]:
    places = [place for place in (path.find("?"), path.find("#")) if place >= 0]
    if not places:
        return path, "", ""
    at = min(places)
    return path[:at], path[at], path[at + 1 :]

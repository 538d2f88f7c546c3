"""The pages that a site consists of, planned but not written."""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from generator.pages import INDEXES, KINDS, Page
from generator.pipeline.plan import plan_pages
from generator.site import Site
from tests.site.linking import link
from tests.sites import SiteUnderTest

View = TypeVar("View")

URLS = ("https://told.example/", "https://name.github.io/", "https://name.github.io/repo/")


class Plan(NamedTuple):
    site: Site
    pages: Mapping[str, Page]

    def view(self, path: str, type_: type[View]) -> View:
        """What stands at a path of the site."""
        view = self.pages[path].view
        assert isinstance(view, type_)
        return view

    def text(self, path: str) -> str:
        """A page that code renders, not a template."""
        page = self.pages[path]
        (render,) = (kind.render for kind in (*KINDS, *INDEXES) if kind.name == page.kind)
        assert render
        return render(page.view).decode()


def plan(folder: SiteUnderTest, *, include_held_back: bool = False) -> Plan:
    """Every page of a folder's site by its path; no two may have the same."""
    site = link(folder, include_held_back=include_held_back).site
    pages = plan_pages(site)
    assert len({page.path for page in pages}) == len(pages)
    return Plan(site, {page.path: page for page in pages})


def at(url: str, *lines: str) -> dict[str, str]:
    """A site.toml for an address, with more lines after it."""
    return {"site.toml": "\n".join(('[site]\ntitle = "Told"\nid = "told"', f'url = "{url}"', *lines, ""))}

"""Themes for tests: read from a site's folder, or put together in memory from one template."""

import datetime as dt
from collections.abc import Mapping

import msgspec
import pytest

from generator.errors import FirsthandError
from generator.pages import Html
from generator.theme import Asset, Theme, load_theme, theme_folders
from generator.theme.load import Template
from generator.theme.manifest import Plain
from generator.theme.render import Renderer
from generator.urls import SiteUrl
from tests.sites import SiteUnderTest

MANIFEST = "api = 1\n"


class Shown(msgspec.Struct, frozen=True):
    """A view as small as can be."""

    title: str = "The kettle"
    day: dt.date = dt.date(2024, 4, 22)
    body: Html = Html("<p>Told.</p>")
    count: int = 12345


class Frame(msgspec.Struct, frozen=True):
    title: str = "Told"


def load(site: SiteUnderTest, name: str = "mine", *, language: str = "en", **options: Plain) -> Theme:
    """A theme of the site's own folder, or one that comes with Firsthand."""
    return load_theme(theme_folders(site.root), name, language=language, options=options)


def load_problems(site: SiteUnderTest, name: str = "mine", **options: Plain) -> tuple[str, ...]:
    """The problems of a theme that cannot be loaded."""
    with pytest.raises(FirsthandError) as raised:
        load_theme(theme_folders(site.root), name, language="en", options=options)
    return tuple(map(str, raised.value.problems))


def page(theme: Theme, template: str = "page.html", view: object = Shown(), *, language: str = "en") -> str:
    """A view rendered by a template of the theme, as the page of content/stories/kettle.md."""
    renderer = Renderer(theme, Frame(), language=language, url=SiteUrl("https://told.example/repo/"))
    return renderer.render(template, view, source="content/stories/kettle.md").decode()


def theme_of(
    template: str,
    *,
    strings: Mapping[str, str | Mapping[str, str]] | None = None,
    assets: Mapping[str, Asset] | None = None,
    **options: Plain,
) -> Theme:
    """A theme with one template, page.html."""
    templates = {"page.html": Template(template, "themes/mine/templates/page.html")}
    return Theme("mine", templates, strings or {}, assets or {}, options, b"")


def shown(template: str, view: object = Shown(), *, language: str = "en", **strings: str | Mapping[str, str]) -> str:
    """What a template of one piece makes of a view."""
    return page(theme_of(template, strings=strings), view=view, language=language)


def refused(template: str, view: object = Shown(), *, language: str = "en", **strings: str | Mapping[str, str]) -> str:
    """The one problem of a template that cannot be rendered."""
    with pytest.raises(FirsthandError) as raised:
        shown(template, view, language=language, **strings)
    (problem,) = raised.value.problems
    return str(problem)

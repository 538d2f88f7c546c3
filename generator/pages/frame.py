"""The frame that stands around every page."""

import re

from generator.config import NavItem
from generator.errors import Problem, nearest
from generator.feeds import ATOM_TYPE, JSON_TYPE, RSS_TYPE
from generator.images import is_image
from generator.page import POLICY
from generator.pages.parts import FeedLink, Frame, Link
from generator.site import Site, SiteAddresses
from generator.site.files import nearest_file


def make_frame(site: Site) -> Frame:
    config, path = site.config, site.config.url.path
    logo = SiteAddresses(site).picture(f"static{config.logo}") if config.logo else None
    return Frame(
        title=config.title,
        tagline=config.tagline,
        description=config.description,
        language=config.language,
        direction=site.words.direction,
        root=path("/"),
        logo=logo.src if logo else (path(config.logo) if config.logo else ""),
        logo_width=logo.width if logo else None,
        logo_height=logo.height if logo else None,
        copyright=config.copyright,
        nav=tuple(Link(item.title, _address(site, item)) for item in config.nav),
        pages=tuple(Link(page.title, path(page.path)) for page in site.pages if page.nav is not None),
        policy=path(POLICY) if any(page.path == POLICY for page in site.pages) else "",
        feeds=(
            FeedLink(config.title, path("/feed.xml"), RSS_TYPE),
            FeedLink(config.title, path("/atom.xml"), ATOM_TYPE),
            FeedLink(config.title, path("/feed.json"), JSON_TYPE),
        ),
    )


def frame_problems(site: Site) -> tuple[Problem, ...]:
    """A problem for each file that site.toml names and content/ does not have: the logo, and files of the menu."""
    problems, places = [], site.config.places
    for number, item in enumerate(site.config.nav):
        at = places.at(f"nav[{number}].url")
        if item.url.endswith(".md") and _content_path(item.url) not in site.files:
            near = nearest_file(_content_path(item.url), (path for path in site.files if path.endswith(".md")))
            hint = f"Did you mean '{near}'?" if near else "Write a path below content/, such as pages/about.md."
            problems.append(Problem(at, f"nav: there is no file content/{_content_path(item.url)}.", hint))
        elif item.url.endswith(".md") and site.files[_content_path(item.url)] is None:
            message = f"nav: content/{_content_path(item.url)} is not published yet."
            problems.append(Problem(at, message, "Delete this entry of the menu until it is."))
    logo = site.config.logo
    if logo and logo not in site.files.values():
        message = f"site.logo: no file of the site has the address {logo!r}."
        problems.append(Problem(places.at("site.logo"), message, _logo_hint(logo, site)))
    return tuple(problems)


def _logo_hint(logo: str, site: Site) -> str:
    """How to write the address of the picture that is probably meant, or where to put it."""
    address = re.sub(r"^/?(content/)?(static/)?", "/", logo)
    pictures = [path for file, path in site.files.items() if path and file.startswith("static/") and is_image(file)]
    if address in pictures:
        return f'Write logo = "{address}".'
    names = {path.rpartition("/")[2]: path for path in pictures}
    if near := nearest(address.rpartition("/")[2], names):
        return f'Did you mean "{names[near]}"?'
    return f"Put the picture at content/static{address}" + (
        f' and write logo = "{address}".' * (address != logo) or "."
    )


def _content_path(url: str) -> str:
    return url.removeprefix("/").removeprefix("content/")


def _address(site: Site, item: NavItem) -> str:
    if item.url.endswith(".md"):
        return site.config.url.path(site.files.get(_content_path(item.url)) or "/")
    return SiteAddresses(site).site(item.url) if item.url.startswith("/") else item.url

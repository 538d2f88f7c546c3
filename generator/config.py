"""site.toml becomes a `SiteConfig`: typed, complete, validated, and all problems found at once."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import unquote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from generator.errors import Location, Places, Problem, Severity
from generator.fields import Fields, parse_toml
from generator.fields.guesses import guessed_address, guessed_zone
from generator.quoting import quoted
from generator.urls import SiteUrl, quote_path, stays_inside, web_address

CONFIG_FILE = "site.toml"
Plain = str | int | float | bool
ENGINES = ("markdown",)
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BACKSLASH = "\\"
_OF_THE_MACHINE = frozenset(("localtime", "posixrules", "posix", "right", "Factory"))
"""What stands beside the IANA names in a machine's own folder of time zones, and differs from machine to machine."""
TAKEN_FOLDERS = frozenset(("content", "themes", "generator", ".git", ".firsthand"))
"""Folders of a site that hold something else than what is built."""
NO_ADDRESS = "https://example.org/"
"""Stands where a site has none."""
OUTPUT_FLAG = Location("--output / FIRSTHAND_OUTPUT")
_URL_FLAG, _PAGES_URL_FLAG = Location("--url / FIRSTHAND_URL"), Location("--pages-url / FIRSTHAND_PAGES_URL")
"""Where what a command says instead of site.toml stands; who set which of the two is not known here."""


class NavItem(msgspec.Struct, frozen=True):
    """One entry of the navigation: `url` is a content file, a path of the site, or an address."""

    title: str
    url: str


class FeedsConfig(msgspec.Struct, frozen=True):
    entries: int
    content: Literal["full", "summary"]
    websub: str


class CommentsConfig(msgspec.Struct, frozen=True):
    open: bool
    max_links: int
    min_words: int
    closed_after_days: int | None
    banned: tuple[str, ...]
    how: str


class ImagesConfig(msgspec.Struct, frozen=True):
    """`untouched` are paths below content/ whose pictures are published as they are."""

    untouched: tuple[str, ...]


class CheckConfig(msgspec.Struct, frozen=True):
    ignore: tuple[str, ...]
    severity: tuple[tuple[str, Severity], ...]


class SiteConfig(msgspec.Struct, frozen=True):
    """Everything that site.toml says; docs/configuration.md explains each key. `places` are those in the file."""

    title: str
    url: SiteUrl
    tagline: str
    description: str
    language: str
    timezone: str
    author: str
    email: str
    id: str
    repository: str
    branch: str
    logo: str
    copyright: str
    output: str
    permalink: str
    paginate: int
    theme: str
    theme_options: tuple[tuple[str, Plain], ...]
    nav: tuple[NavItem, ...]
    images: ImagesConfig
    feeds: FeedsConfig
    comments: CommentsConfig
    republished: Literal["index", "noindex"]
    minimum_for_order: int
    search: bool
    engine: Literal["markdown"]
    check: CheckConfig
    places: Places = Places(CONFIG_FILE)

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.timezone)


def parse_config(
    text: str,
    *,
    url: str | None = None,
    pages_url: str | None = None,
    output: str | None = None,
    needs_url: bool = True,
) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """The configuration, with the problems found; where there are errors, only the problems are to be used.

    `url` and `output` are what the command or the environment says instead of site.toml. `pages_url` is the address
    that GitHub Pages gives; it stands in for site.toml's unless that names a domain of its own. What publishes
    nothing needs no address: where there is none, one that leads nowhere is taken.
    """
    mapping, problems = parse_toml(text, path=CONFIG_FILE)
    if problems:
        mapping, _ = parse_toml("", path=CONFIG_FILE)
    top = Fields(mapping, path=CONFIG_FILE, what=CONFIG_FILE)
    site, build, theme = top.section("site"), top.section("build"), top.section("theme")
    images, feeds = top.section("images"), top.section("feeds")
    comments, stories = top.section("comments"), top.section("stories")
    search, markdown, check = top.section("search"), top.section("markdown"), top.section("check")
    navigation = top.sections("nav")
    address, address_problems = _site_url(site, url, pages_url, required=needs_url and not problems)
    config = SiteConfig(
        title=site.text("title", example="" if problems else "My stories"),
        url=address,
        tagline=site.text("tagline"),
        description=site.text("description"),
        language=site.language("language", "en"),
        timezone=_timezone(site),
        author=site.text("author"),
        email=site.email("email"),
        id=site.text("id") or _default_id(address),
        repository=site.address("repository", under="https://github.com/"),
        branch=site.text("branch", "main"),
        logo=_logo(site),
        copyright=site.text("copyright"),
        output=_output(build, output),
        permalink=_permalink(build),
        paginate=build.integer("paginate", 20, lowest=1, highest=1000),
        theme=_theme_name(theme),
        theme_options=theme.free("options"),
        nav=tuple(_nav_item(item) for item in navigation),
        images=_images(images),
        feeds=FeedsConfig(
            entries=feeds.integer("entries", 20, lowest=1, highest=1000),
            content=feeds.choice("content", ("full", "summary")) or "full",
            websub=feeds.address("websub"),
        ),
        comments=_comments(comments),
        republished=stories.choice("republished", ("index", "noindex")) or "index",
        minimum_for_order=stories.integer("minimum_for_order", 5, lowest=1, highest=1_000_000),
        search=search.flag("enabled", default=True),
        engine=markdown.choice("engine", ("markdown",), noun="an engine") or "markdown",
        check=CheckConfig(ignore=check.texts("ignore"), severity=_severities(check)),
        places=top.places(),
    )
    for section in (site, build, theme, images, feeds, comments, stories, search, markdown, check, *navigation):
        top.absorb(section)
    return config, (*problems, *address_problems, *top.finish())


def _site_url(
    site: Fields, override: str | None, pages_url: str | None, *, required: bool
) -> tuple[SiteUrl, tuple[Problem, ...]]:
    """The address that counts; what is wrong with it is told where it was given."""
    needed = required and not (override or pages_url)
    written = site.text("url", example="https://name.github.io/repo/" if needed else "")
    on_pages = not written or SiteUrl(web_address(written)).host.endswith(".github.io")
    in_file = (site.at("url"), "site.url: ", written)
    given = ((_URL_FLAG, "", override), (_PAGES_URL_FLAG, "", pages_url if on_pages else ""), in_file)
    at, key, url = next((one for one in given if one[2]), in_file)
    url, faults = _checked_url((url or "").strip())
    return SiteUrl(url), tuple(Problem(at, f"{key}{message}", hint) for message, hint in faults)


def _checked_url(url: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """An address in the form in which pages need it, with messages and hints of what is wrong with it."""
    if not url:
        return NO_ADDRESS, ()
    bare = url.split("#")[0].split("?")[0]
    if not web_address(url) or bare != url or "@" in url.split("/")[2]:
        guess = guessed_address(bare)
        example = f": {guess.rstrip('/')}/." if guess else ", such as https://name.github.io/repo/."
        hint = f"Write the whole address at which people will read the site{example}"
        return NO_ADDRESS, ((f"{quoted(url)} is not the address of a site.", hint),)
    faults, hint = [], "Write it like https://name.github.io/repo/."
    scheme, _, host, encoded = f"{url.removesuffix('/')}/".split("/", 3)
    try:
        host = host.encode("idna").decode()  # feeds and CNAME know names of hosts in ASCII alone (RFC 3490)
    except UnicodeError:
        faults.append((f"{quoted(host)} cannot be the name of a website.", hint))
    path = unquote(encoded)
    if path and not stays_inside(f"/{path}"):
        faults.append((f"{quoted(url)} has //, /./ or /../ in its path.", hint))
    return f"{scheme}//{host}/{quote_path(path)}", tuple(faults)


def _logo(site: Fields) -> str:
    """The address of a picture under content/static/, such as `/images/logo.png`."""
    logo = site.text("logo")
    if not logo or logo.startswith("/"):
        return logo
    path = logo.replace(_BACKSLASH, "/").removeprefix("./")
    if _SCHEME.match(logo) or not stays_inside(f"/{path}"):
        hint = 'Put the file under content/static/ and write its path from there, such as logo = "/images/logo.png".'
        site.wrong("logo", f"{quoted(logo)} is not a file of this site.", hint)
        return ""
    path = path.removeprefix("content/").removeprefix("static/")
    site.wrong("logo", f"{quoted(logo)} does not start with a slash.", f'Write logo = "/{path}".')
    return ""


def _default_id(url: SiteUrl) -> str:
    return f"{url.host}{url.base_path}".rstrip("/").lower()


def _timezone(site: Fields) -> str:
    name = site.text("timezone", "UTC")
    try:
        if name.split("/")[0] in _OF_THE_MACHINE:
            raise ValueError
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        site.wrong("timezone", f"{quoted(name)} is not a time zone.", guessed_zone(name))
        return "UTC"
    return name


def _output(build: Fields, override: str | None) -> str:
    """A folder below the site's own, unless the command line or the environment names another."""
    written = build.text("output", "_site")
    if override:
        return override
    taken = written.split("/")[0].casefold() in TAKEN_FOLDERS
    if written.startswith("/") or not stays_inside(written) or taken:
        hint = "Name a new folder inside the site's folder, such as _site."
        build.wrong("output", f"{quoted(written)} cannot be the output folder.", hint)
        return "_site"
    return written


def _permalink(build: Fields) -> str:
    pattern = build.text("permalink", "/stories/{slug}/")
    hint = "Write it like /stories/{slug}/ or /{year}/{month}/{day}/{slug}/."
    plain = re.sub(r"\{(year|month|day|slug)\}", "x", pattern)
    if unknown := re.search(r"\{.*?\}|[{}]", plain):
        message = f"{quoted(unknown[0])} is an unknown placeholder."
        build.wrong("permalink", message, "Use {year}, {month}, {day} or {slug}.")
    elif "{slug}" not in pattern:
        build.wrong("permalink", f"{quoted(pattern)} has no {{slug}}, so all stories would have one address.", hint)
    elif not (plain.startswith("/") and plain.endswith("/") and stays_inside(plain)) or re.search(r"[%?#]", plain):
        build.wrong("permalink", f"{quoted(pattern)} cannot be the path of a page.", hint)
    else:
        return pattern
    return "/stories/{slug}/"


def _theme_name(theme: Fields) -> str:
    name = theme.text("name", "counter")
    if _NAME.fullmatch(name):
        return name
    theme.wrong("name", f"{quoted(name)} cannot be the name of a theme.", "Use small letters, digits and hyphens.")
    return "counter"


def _nav_item(item: Fields) -> NavItem:
    title, url = item.text("title", example="About"), item.text("url", example="/about/")
    if url and not _leads_somewhere(url):
        item.wrong("url", f"{quoted(url)} is neither a file, a path nor an address.", _nav_hint(url))
    return NavItem(title=title, url=url)


def _nav_hint(url: str) -> str:
    found = guessed_address(url)
    meant = f"Write {found} for another site." if found else f"Write /{url.strip('/')}/ for a page of this site."
    if not found and (_SCHEME.match(url) or not stays_inside(f"/{url.strip('/')}/")):
        meant = "Write a path such as /tags/, or a whole address such as https://example.org/."
    return f"{meant} A file of content/ ends with .md, such as pages/about.md."


def _leads_somewhere(url: str) -> bool:
    if _SCHEME.match(url):
        return bool(web_address(url)) or url.startswith("mailto:")
    # A browser reads `//name/` and `/\\name/` as another host.
    return (url.startswith("/") and url[1:2] not in ("/", "\\")) or url.endswith(".md")


def _images(images: Fields) -> ImagesConfig:
    untouched = images.texts("untouched")
    for path in untouched:
        if not path.startswith("static/") or not stays_inside(path):
            hint = "Write the path of a folder or file without content/ in front, such as static/press/."
            images.wrong("untouched", f"{quoted(path)} is not a path under content/static/.", hint)
    return ImagesConfig(untouched)


def _comments(comments: Fields) -> CommentsConfig:
    return CommentsConfig(
        open=comments.flag("open", default=True),
        max_links=comments.integer("max_links", 1, lowest=0, highest=1000),
        min_words=comments.integer("min_words", 5, lowest=0, highest=1000),
        closed_after_days=comments.optional_integer("closed_after_days", lowest=1, highest=100_000),
        banned=comments.texts("banned"),
        how=_how(comments),
    )


def _how(comments: Fields) -> str:
    """Where comments are sent: an address with places for what it is about."""
    how = comments.text("how")
    bare = re.sub(r"\{(url|title|slug)\}", "x", how)
    if how and not (web_address(bare) or re.match(r"mailto:[^@\s]+@[^@\s]+", bare)):
        hint = 'Write "mailto:name@example.org?subject={title}" or "https://…?story={url}".'
        comments.wrong("how", f"{quoted(how)} is not an email address after mailto:, nor a web address.", hint)
    elif unknown := re.search(r"\{.*?\}|[{}]", bare):
        comments.wrong("how", f"{quoted(unknown[0])} is an unknown placeholder.", "Use {url}, {title} or {slug}.")
    else:
        return how
    return ""


def _severities(check: Fields) -> tuple[tuple[str, Severity], ...]:
    section = check.section("severity")
    choices: tuple[Severity, Severity] = ("error", "warning")
    found: list[tuple[str, Severity]] = []
    for name in section.keys():  # noqa: SIM118 (not a dictionary)
        severity = section.choice(name, choices)
        if severity:
            found.append((name, severity))
    check.absorb(section)
    return tuple(found)

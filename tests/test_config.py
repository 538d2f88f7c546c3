"""site.toml: every key as it is written and every default, the site's time zone, and what overrides what."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from generator.config import CheckConfig, CommentsConfig, FeedsConfig, ImagesConfig, NavItem, SiteConfig, parse_config
from generator.errors import in_order
from generator.urls import SiteUrl

LEAST = '[site]\ntitle = "Told"\nurl = "https://told.example/"\n'


def config_of(text: str, **overrides: Any) -> SiteConfig:
    config, problems = parse_config(text, **overrides)
    assert [*map(str, problems)] == []
    return config


def problems_of(text: str, **overrides: Any) -> list[str]:
    return [str(problem) for problem in in_order(parse_config(text, **overrides)[1])]


def test_a_title_and_an_address_are_enough_and_everything_else_has_a_default() -> None:
    assert config_of(LEAST) == SiteConfig(
        title="Told",
        url=SiteUrl("https://told.example/"),
        tagline="",
        description="",
        language="en",
        timezone="UTC",
        author="",
        email="",
        id="told.example",
        repository="",
        branch="main",
        logo="",
        copyright="",
        output="_site",
        permalink="/stories/{slug}/",
        paginate=20,
        theme="counter",
        theme_options=(),
        nav=(),
        images=ImagesConfig(untouched=()),
        feeds=FeedsConfig(entries=20, content="full", websub=""),
        comments=CommentsConfig(open=True, max_links=1, min_words=5, closed_after_days=None, banned=(), how=""),
        republished="index",
        minimum_for_order=5,
        search=True,
        engine="markdown",
        check=CheckConfig(ignore=(), severity=()),
    )


def test_every_key_is_taken_as_it_is_written() -> None:
    text = """
    [site]
    title = "Told"
    url = "https://name.github.io/repo/"
    tagline = "As it was"
    description = "Good and bad service"
    language = "pt-BR"
    timezone = "Europe/Berlin"
    author = "dana"
    email = "desk@told.example"
    id = "told-2024"
    repository = "https://github.com/name/repo"
    branch = "trunk"
    logo = "/images/logo.png"
    copyright = "The tellers"
    [build]
    output = "public"
    permalink = "/{year}/{month}/{day}/{slug}/"
    paginate = 7
    [theme]
    name = "paper_2-x"
    [theme.options]
    accent = "plum"
    wide = true
    columns = 3
    ratio = 1.5
    [[nav]]
    title = "About"
    url = "pages/about.md"
    [[nav]]
    title = "Tags"
    url = "/tags/"
    [images]
    untouched = ["static/press/", "static/map.png"]
    [feeds]
    entries = 50
    content = "summary"
    websub = "https://hub.example/"
    [comments]
    open = false
    max_links = 0
    min_words = 0
    closed_after_days = 90
    banned = ["casino", "pills"]
    how = "https://forms.example/?story={slug}"
    [stories]
    republished = "noindex"
    minimum_for_order = 9
    [search]
    enabled = false
    [markdown]
    engine = "markdown"
    [check]
    ignore = ["long-title", "alt-text"]
    [check.severity]
    broken-link = "warning"
    no-verdict = "error"
    """
    assert config_of(text) == SiteConfig(
        title="Told",
        url=SiteUrl("https://name.github.io/repo/"),
        tagline="As it was",
        description="Good and bad service",
        language="pt-BR",
        timezone="Europe/Berlin",
        author="dana",
        email="desk@told.example",
        id="told-2024",
        repository="https://github.com/name/repo",
        branch="trunk",
        logo="/images/logo.png",
        copyright="The tellers",
        output="public",
        permalink="/{year}/{month}/{day}/{slug}/",
        paginate=7,
        theme="paper_2-x",
        theme_options=(("accent", "plum"), ("wide", True), ("columns", 3), ("ratio", 1.5)),
        nav=(NavItem("About", "pages/about.md"), NavItem("Tags", "/tags/")),
        images=ImagesConfig(untouched=("static/press/", "static/map.png")),
        feeds=FeedsConfig(entries=50, content="summary", websub="https://hub.example/"),
        comments=CommentsConfig(
            open=False,
            max_links=0,
            min_words=0,
            closed_after_days=90,
            banned=("casino", "pills"),
            how="https://forms.example/?story={slug}",
        ),
        republished="noindex",
        minimum_for_order=9,
        search=False,
        engine="markdown",
        check=CheckConfig(
            ignore=("long-title", "alt-text"), severity=(("broken-link", "warning"), ("no-verdict", "error"))
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        'site = {title = "Told", url = "https://told.example/"}',
        'site.title = "Told"\nsite.url = "https://told.example/"',
        '\ufeff[site]\r\ntitle = "Told"\r\nurl = "https://told.example/"\r\n',
        '[site]\ntitle = """\nTold"""\nurl = \'https://told.example/\'\n',
        '[site]\ntitle = "  Told\\n"\nurl = " https://told.example/ "\n[build]\n[theme]\n[feeds]\n',
        LEAST
        + 'tagline = ""\nlanguage = ""\nauthor = " "\nemail = ""\nid = ""\n[build]\noutput = ""\npermalink = ""\n[feeds]\ncontent = ""\n',
    ],
    ids=["inline", "dotted", "byte order mark, CRLF", "multi-line", "spaces, empty sections", "empty values"],
)
def test_the_forms_of_toml_are_the_same_and_what_is_left_empty_takes_its_default(text: str) -> None:
    assert config_of(text) == config_of(LEAST)


def test_the_navigation_may_be_one_list_of_inline_tables() -> None:
    text = 'nav = [\n  {title = "A", url = "/a/"},\n  {title = "B", url = "https://b.example/"},\n]\n' + LEAST
    assert config_of(text).nav == (NavItem("A", "/a/"), NavItem("B", "https://b.example/"))


def test_one_id_of_a_check_may_stand_without_a_list() -> None:
    assert config_of(LEAST + '[check]\nignore = "alt-text"\n').check.ignore == ("alt-text",)


def test_the_zone_is_that_of_the_name() -> None:
    zone = config_of(LEAST + 'timezone = "Europe/Berlin"\n').zone
    assert dt.datetime(2026, 7, 1, 12, tzinfo=zone).utcoffset() == dt.timedelta(hours=2)


@pytest.mark.parametrize(
    ("url", "site_id"),
    [
        ("https://told.example/", "told.example"),
        ("https://Told.Example", "told.example"),
        ("https://name.github.io/Repo/", "name.github.io/repo"),
        ("http://localhost:8000/", "localhost"),
    ],
)
def test_the_id_comes_from_host_and_base_path_where_none_is_written(url: str, site_id: str) -> None:
    assert config_of(LEAST.replace("https://told.example/", url)).id == site_id


def test_an_id_that_is_written_stays_whatever_the_address() -> None:
    assert config_of(LEAST + 'id = "told"\n', url="http://localhost:8000/").id == "told"


def test_an_output_given_by_the_command_takes_the_place_of_the_one_written() -> None:
    text = LEAST + '[build]\noutput = "public"\n'
    assert config_of(text).output == "public"
    assert config_of(text, output="../elsewhere").output == "../elsewhere"
    assert config_of(text, output="").output == "public"


def test_the_configuration_survives_the_cache() -> None:
    config = config_of(
        LEAST + '[theme.options]\na = 1\nb = 1.5\nc = true\nd = "x"\n[[nav]]\ntitle = "A"\nurl = "/a/"\n'
    )
    encoded = msgspec.msgpack.encode(config)
    assert msgspec.msgpack.decode(encoded, type=SiteConfig) == config


def test_nothing_of_it_can_be_changed() -> None:
    config: Any = config_of(LEAST)
    with pytest.raises(AttributeError):
        config.title = "Other"

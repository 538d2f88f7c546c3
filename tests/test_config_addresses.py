"""Which address, folder, pattern, zone and language a site may have, and which of several addresses counts."""

import pytest

from tests.test_config import LEAST, config_of, problems_of

WHOLE = "Write the whole address at which people will read the site"
FULL = f"{WHOLE}, such as https://name.github.io/repo/."
TOLD = f"{WHOLE}: https://told.example/."
PAGES = "https://name.github.io/repo"


def with_url(url: str) -> str:
    return LEAST.replace("https://told.example/", url)


def with_line(line: str) -> str:
    return f"{LEAST}{line}\n"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://told.example/", "https://told.example/"),
        ("https://told.example", "https://told.example/"),
        ("https://name.github.io/repo", "https://name.github.io/repo/"),
        ("http://localhost:8000/a/b/", "http://localhost:8000/a/b/"),
        ("https://told.example/geschäft", "https://told.example/gesch%C3%A4ft/"),
        ("https://told.example/gesch%C3%A4ft/", "https://told.example/gesch%C3%A4ft/"),
        ("https://told.example/~dana/", "https://told.example/~dana/"),
    ],
)
def test_the_address_of_the_site_ends_with_a_slash_and_its_path_is_percent_encoded(written: str, url: str) -> None:
    assert config_of(with_url(written)).url.text == url


@pytest.mark.parametrize(
    "url",
    ["/repo/", "ftp://told.example/", "javascript:alert(1)", "data:text/html,x", "file:///tmp/",
     "https://", "https://[::1", "https://told example/", "https://told.example:99999/", "https://.", "https://-/",
     "https://user@told.example/", "https://user:secret@told.example/", "https://a|b.example/", "https://told.example\\\\@bad.example/"],
)  # fmt: skip
def test_what_is_no_address_of_a_site_is_named(url: str) -> None:
    shown = url.replace("\\\\", "\\")
    assert problems_of(with_url(url)) == [f"site.toml:3:7: site.url: '{shown}' is not the address of a site. {FULL}"]


@pytest.mark.parametrize(
    "url",
    ["told.example", "//told.example/", "https:/told.example", "htps://told.example", "https://told.example/?page=1",
     "https://told.example/?", "https://told.example/#top", "https://told.example/#"],
)  # fmt: skip
def test_an_address_with_a_slip_is_named_with_the_one_that_is_meant(url: str) -> None:
    assert problems_of(with_url(url)) == [f"site.toml:3:7: site.url: '{url}' is not the address of a site. {TOLD}"]


@pytest.mark.parametrize("url", ["https://told.example/../x/", "https://told.example/a/../", "https://told.example//a/", "https://told.example/./", "https://told.example/%2e%2e/", "https://told.example/a%5Cb/", "https://told.example/%00/", "https://told.example//"])  # fmt: skip
def test_a_base_path_that_climbs_or_hides_something_is_named(url: str) -> None:
    assert problems_of(with_url(url)) == [
        f"site.toml:3:7: site.url: '{url}' has //, /./ or /../ in its path. Write it like https://name.github.io/repo/."
    ]


def test_an_address_given_by_the_command_counts_more_than_any_other() -> None:
    assert config_of(LEAST, url="http://localhost:8000/x").url.text == "http://localhost:8000/x/"
    assert config_of(LEAST, url="http://localhost:8000/", pages_url=PAGES).url.text == "http://localhost:8000/"
    assert (
        config_of(with_url("https://name.github.io/"), url="http://localhost:8000/", pages_url=PAGES).url.text
        == "http://localhost:8000/"
    )
    assert config_of('[site]\ntitle = "Told"\n', url="http://localhost:8000/").url.text == "http://localhost:8000/"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "localhost:8000", "https://[", "https://user@told.example/"])
def test_an_address_given_by_the_command_is_looked_at_as_closely(url: str) -> None:
    assert problems_of(LEAST, url=url) == [f"--url / FIRSTHAND_URL: {url!r} is not the address of a site. {FULL}"]
    assert problems_of(with_url("https://name.github.io/"), pages_url=url) == [
        f"--pages-url / FIRSTHAND_PAGES_URL: {url!r} is not the address of a site. {FULL}"
    ]


def test_a_slip_in_site_toml_is_not_told_where_another_address_counts() -> None:
    assert problems_of(with_url("told.example"), url="https://told.example/") == []
    assert problems_of(LEAST, pages_url="told.example") == []


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_empty_address_overrides_nothing(nothing: str | None) -> None:
    assert config_of(LEAST, url=nothing, pages_url=nothing).url.text == "https://told.example/"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://other.github.io/", "https://name.github.io/repo/"),
        ("https://name.github.io/old/", "https://name.github.io/repo/"),
        ("", "https://name.github.io/repo/"),
        ("https://told.example/", "https://told.example/"),
        ("https://github.io.told.example/", "https://github.io.told.example/"),
        ("https://notgithub.io/", "https://notgithub.io/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
    ],
)
def test_the_address_of_github_pages_stands_in_unless_a_domain_of_its_own_is_written(written: str, url: str) -> None:
    assert config_of(with_url(written), pages_url=PAGES).url.text == url


def test_a_site_without_any_address_takes_that_of_github_pages() -> None:
    assert config_of('[site]\ntitle = "Told"\n', pages_url=PAGES).url.text == "https://name.github.io/repo/"


def test_a_written_domain_with_a_slip_is_named_and_not_replaced_without_a_word() -> None:
    assert problems_of(with_url("told.example"), pages_url=PAGES) == [
        f"site.toml:3:7: site.url: 'told.example' is not the address of a site. {TOLD}"
    ]


@pytest.mark.parametrize("folder", ["public", "_site/", "build/site", "docs", "Ausgabe ü", "contents", ".site"])
def test_the_output_may_be_any_folder_inside_the_site_s(folder: str) -> None:
    assert config_of(f'{LEAST}[build]\noutput = "{folder}"\n').output == folder


@pytest.mark.parametrize(
    "folder",
    [".", "..", "../out", "/", "/tmp/out", "a/../../b", "a//b", "./x", "C:\\\\out", "a\\u0000b", "\\u202eb",
     "content", "content/", "Content", "content/static", "themes", "themes/x", "generator", ".git", ".git/x", ".firsthand"],
)  # fmt: skip
def test_the_output_is_never_outside_nor_where_something_else_lives(folder: str) -> None:
    [problem] = problems_of(f'{LEAST}[build]\noutput = "{folder}"\n')
    assert problem.startswith("site.toml:5:10: build.output: ")
    expected = "has a character that no page can show." if "0000" in folder else " cannot be the output folder."
    assert expected in problem


@pytest.mark.parametrize(
    "pattern",
    ["/{slug}/", "/stories/{slug}/", "/{year}/{month}/{day}/{slug}/", "/{year}-{slug}/", "/geschichten/ü {slug}/"],
)
def test_a_permalink_is_a_path_with_a_slug(pattern: str) -> None:
    assert config_of(f'{LEAST}[build]\npermalink = "{pattern}"\n').permalink == pattern


PERMALINK = "Write it like /stories/{slug}/ or /{year}/{month}/{day}/{slug}/."


@pytest.mark.parametrize("pattern", ["/stories/", "/{year}/{month}/", "slug"])
def test_a_permalink_without_a_slug_is_named(pattern: str) -> None:
    assert problems_of(f'{LEAST}[build]\npermalink = "{pattern}"\n') == [
        f"site.toml:5:13: build.permalink: '{pattern}' has no {{slug}}, so all stories would have one address. {PERMALINK}"
    ]


@pytest.mark.parametrize(
    ("pattern", "unknown"),
    [("/{Slug}/", "'{Slug}'"), ("/{slug:>99}/", "'{slug:>99}'"), ("/{slug.__class__}/", "'{slug.__class__}'"), ("/{slug!r}/", "'{slug!r}'"),
     ("{", "'{'"), ("/{slug}/{}/", "'{}'"), ("/{slug}/{title}/", "'{title}'"), ("/{slug}/{year:d}/", "'{year:d}'"), ("/{{slug}}/", "'{x}'")],
)  # fmt: skip
def test_a_permalink_with_something_else_in_braces_is_named(pattern: str, unknown: str) -> None:
    assert problems_of(f'{LEAST}[build]\npermalink = "{pattern}"\n') == [
        f"site.toml:5:13: build.permalink: {unknown} is an unknown placeholder. Use {{year}}, {{month}}, {{day}} or {{slug}}."
    ]


@pytest.mark.parametrize(
    "pattern",
    ["{slug}", "/{slug}", "{slug}/", "//{slug}/", "/a//{slug}/", "/../{slug}/", "/a/../{slug}/", "/./{slug}/",
     "/{slug}/?a/", "/{slug}/#a/", "/%2e%2e/{slug}/", "/a\\\\{slug}/", "https://x.example/{slug}/", "/\\u202e{slug}/"],
)  # fmt: skip
def test_a_permalink_that_is_no_plain_path_is_named(pattern: str) -> None:
    [problem] = problems_of(f'{LEAST}[build]\npermalink = "{pattern}"\n')
    assert problem.startswith("site.toml:5:13: build.permalink: ")
    assert problem.endswith(f" cannot be the path of a page. {PERMALINK}")


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
def test_a_time_zone_is_an_iana_name(zone: str) -> None:
    assert config_of(with_line(f'timezone = "{zone}"')).zone.key == zone


@pytest.mark.parametrize(
    "zone",
    ["CET+1", "+02:00", "Berlin", "Europe", "Europe/", "/Europe/Berlin", "Mars/Phobos", "../../etc/passwd", "/etc/passwd", "a/../b", "a..b", ".", "//",
     "__init__.py", "zone.tab", "tzdata.zi", "localtime", "posix/UTC", "right/UTC", "posixrules", "Factory", "x" * 5_000, "é", "\\u202e"],
)  # fmt: skip
def test_what_is_no_time_zone_everywhere_is_named_and_no_file_is_read_for_it(zone: str) -> None:
    [problem] = problems_of(with_line(f'timezone = "{zone}"'))
    assert problem.startswith("site.toml:4:12: site.timezone: ")
    assert " is not a time zone. " in problem


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Berlin", "Write Europe/Berlin."),
        ("new york", "Write America/New_York."),
        ("Europe/Berln", "Did you mean 'Europe/Berlin'?"),
        ("CET+1", "Write a continent and a city, such as Europe/Berlin."),
        ("x" * 5_000, "Write a continent and a city, such as Europe/Berlin."),
    ],
)
def test_a_time_zone_that_was_meant_is_named(zone: str, hint: str) -> None:
    assert problems_of(with_line(f'timezone = "{zone}"'))[0].endswith(f" is not a time zone. {hint}")


@pytest.mark.parametrize("language", ["en", "de", "pt-BR", "zh-Hant-TW", "gsw", "es-419"])
def test_a_language_is_a_language_tag(language: str) -> None:
    assert config_of(with_line(f'language = "{language}"')).language == language


@pytest.mark.parametrize(
    "language", ["english", "e", "en_US", "en-", "-en", "de DE", '\\"><script>', "../../x", "日本語", "en-\\u202e"]
)
def test_what_is_no_language_tag_is_named(language: str) -> None:
    [problem] = problems_of(with_line(f'language = "{language}"'))
    assert problem.startswith("site.toml:4:12: site.language: ")
    assert " is not the code of a language. Write " in problem


@pytest.mark.parametrize("name", ["../x", "/x", "a/b", "Counter", "", "a b", ".hidden", "-x", "a.b", "ü", "x\\\\y"])
def test_a_theme_is_a_plain_folder_name_and_never_a_path(name: str) -> None:
    text = f'{LEAST}[theme]\nname = "{name}"\n'
    if name:
        [problem] = problems_of(text)
        assert problem.startswith("site.toml:5:8: theme.name: ")
        assert problem.endswith(" cannot be the name of a theme. Use small letters, digits and hyphens.")
    else:
        assert config_of(text).theme == "counter"


@pytest.mark.parametrize(
    "url",
    [
        "pages/about.md",
        "content/pages/about.md",
        "/",
        "/tags/",
        "/feed.xml",
        "https://told.example/x.md",
        "mailto:desk@told.example",
    ],
)
def test_the_navigation_leads_to_a_content_file_a_path_or_an_address(url: str) -> None:
    assert config_of(f'{LEAST}[[nav]]\ntitle = "A"\nurl = "{url}"\n').nav[0].url == url


PATH = "Write a path such as /tags/, or a whole address such as https://example.org/."


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("about", "Write /about/ for a page of this site."),
        ("about/team/", "Write /about/team/ for a page of this site."),
        ("www.told.example", "Write https://www.told.example for another site."),
        ("https:/told.example", "Write https://told.example for another site."),
        ("//bad.example/", "Write https://bad.example/ for another site."),
        *((url, PATH) for url in ("javascript:alert(1)", "javascript:alert(1)//.md", "JAVASCRIPT:x.md", "data:text/html,x", "ftp://x.example/", "https://", "tel:1")),
    ],
)  # fmt: skip
def test_the_navigation_leads_nowhere_else(url: str, hint: str) -> None:
    assert problems_of(f'{LEAST}[[nav]]\ntitle = "A"\nurl = "{url}"\n') == [
        f"site.toml:6:7: nav.url: '{url}' is neither a file, a path nor an address. {hint} A file of content/ ends with .md, such as pages/about.md."
    ]


def test_the_navigation_leads_to_no_other_host_that_a_browser_sees_in_a_backslash() -> None:
    [problem] = problems_of(f'{LEAST}[[nav]]\ntitle = "A"\nurl = "/\\\\bad.example/"\n')
    assert problem.startswith("site.toml:6:7: nav.url: '/\\bad.example/' is neither a file, a path nor an address.")


@pytest.mark.parametrize(
    ("logo", "problem"),
    [
        ("images/logo.png", "'images/logo.png' does not start with a slash. Write logo = \"/images/logo.png\"."),
        ("./images/logo.png", "'./images/logo.png' does not start with a slash. Write logo = \"/images/logo.png\"."),
        ("static/images/logo.png", "'static/images/logo.png' does not start with a slash. Write logo = \"/images/logo.png\"."),
        ("content/static/logo.png", "'content/static/logo.png' does not start with a slash. Write logo = \"/logo.png\"."),
        ("images\\\\logo.png", "'images\\logo.png' does not start with a slash. Write logo = \"/images/logo.png\"."),
        *((logo, f"'{logo}' is not a file of this site. Put the file under content/static/ and write its path from there, such as logo = \"/images/logo.png\".") for logo in ("https://x.example/logo.png", "../logo.png")),
    ],
)  # fmt: skip
def test_a_logo_that_is_no_path_from_the_first_slash_is_named_with_the_right_one(logo: str, problem: str) -> None:
    assert problems_of(with_line(f'logo = "{logo}"')) == [f"site.toml:4:8: site.logo: {problem}"]

"""Paths of the site as browsers, feeds and folders need them, and which texts are web addresses."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.urls import SiteUrl, output_path, quote_path, stays_inside, web_address

ROOT = SiteUrl("https://told.example/")
PROJECT = SiteUrl("https://name.github.io/repo/")


@pytest.mark.parametrize(
    ("path", "at_the_root", "in_a_project"),
    [
        ("/", "/", "/repo/"),
        ("/stories/shoes/", "/stories/shoes/", "/repo/stories/shoes/"),
        ("/feed.xml", "/feed.xml", "/repo/feed.xml"),
        ("/tags/grüße/", "/tags/gr%C3%BC%C3%9Fe/", "/repo/tags/gr%C3%BC%C3%9Fe/"),
        ("/a b%c?d#e/", "/a%20b%25c%3Fd%23e/", "/repo/a%20b%25c%3Fd%23e/"),
    ],
)
def test_a_path_of_the_site_carries_the_base_path_and_is_percent_encoded(
    path: str, at_the_root: str, in_a_project: str
) -> None:
    assert ROOT.path(path) == at_the_root
    assert PROJECT.path(path) == in_a_project
    assert ROOT.absolute(path) == "https://told.example" + at_the_root
    assert PROJECT.absolute(path) == "https://name.github.io" + in_a_project


@pytest.mark.parametrize(
    ("url", "base_path", "host"),
    [
        ("https://told.example/", "/", "told.example"),
        ("https://told.example", "/", "told.example"),
        ("https://name.github.io/repo/", "/repo/", "name.github.io"),
        ("https://name.github.io/a/b/", "/a/b/", "name.github.io"),
        ("http://LOCALHOST:8000/x/", "/x/", "localhost"),
    ],
)
def test_a_site_knows_its_host_and_base_path(url: str, base_path: str, host: str) -> None:
    assert (SiteUrl(url).base_path, SiteUrl(url).host) == (base_path, host)


def test_what_a_path_may_hold_by_rfc_3986_is_not_encoded() -> None:
    assert quote_path("/:@!$&'()*+,;=~-._azAZ09") == "/:@!$&'()*+,;=~-._azAZ09"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(lambda text: f"/{text.lstrip('/')}/"))
def test_any_path_is_an_address_of_plain_ascii_that_leads_to_the_same_host(path: str) -> None:
    address = PROJECT.absolute(path)
    parts = urlsplit(address)
    assert address.isascii()
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("https", "name.github.io", "", "")
    assert parts.path == PROJECT.path(path)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("", "index.html"),
        ("/tags/", "tags/index.html"),
        ("/stories/grüße/", "stories/grüße/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/old.html", "old.html"),
        ("/404.html", "404.html"),
        ("/.nojekyll", ".nojekyll"),
    ],
)
def test_a_path_has_one_file_that_answers_for_it(path: str, file: str) -> None:
    assert output_path(path) == file


@pytest.mark.parametrize(
    "path", ["/a/", "/a", "a", "a/b.png", "/grüße/", "/a b/", "/...a/", "/.well-known/", "/a%2e/", "/-/"]
)
def test_a_plain_path_stays_inside(path: str) -> None:
    assert stays_inside(path)


@pytest.mark.parametrize(
    "path",
    ["", "/", "//", "..", "/..", "/../", "a/../b", "/a/..", "/./a", ".", "//a/", "/a//b/", "a//", "a\\b", "/a\\..\\b/", "/a\x00/", "/a\nb/", "/a\x7f/", "/\u202ea/", "/\u2028/", "/\ud800/"],
)  # fmt: skip
def test_a_path_with_empty_or_dotted_parts_backslashes_or_what_cannot_be_seen_does_not(path: str) -> None:
    assert not stays_inside(path)


@settings(deadline=None)
@given(st.text(st.sampled_from("./\\a \n"), max_size=8))
def test_what_stays_inside_never_climbs_however_it_is_joined(path: str) -> None:
    if stays_inside(path):
        parts = path.strip("/").split("/")
        assert ".." not in parts
        assert "." not in parts
        assert all(parts)
        assert "\\" not in path


@pytest.mark.parametrize(
    "address",
    [
        "https://told.example/",
        "https://told.example",
        "http://told.example/a?b=c&d=%20#e",
        "HTTPS://Told.Example/",
        "https://bücher.example/straße",
        "https://हिन्दी.भारत/",
        "https://127.0.0.1:8000/",
        "http://localhost:8000/",
        "https://[2001:db8::1]/",
        "https://a_b.example/",
        "https://told.example:/",
        "https://told.example:65535/",
    ],
)
def test_an_http_or_https_address_with_a_host_is_a_web_address(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "told.example",
        "/path/",
        "//told.example/",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript://told.example/%0aalert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://told.example/",
        "mailto:a@told.example",
        "https://user@told.example/",
        "https://told.example@evil.example/",
        "https:",
        "https:told.example",
        "https:/told.example",
        "https://",
        "https:///path",
        "https://?q",
        "https://.",
        "https://-",
        "https://:8000/",
        "https://user@/",
        "https://told.example:65536/",
        "https://told.example:-1/",
        "https://told.example:80x/",
        "https://[::1/",
        "https://[x]/",
        "https://told example/",
        "https://told.example/a b",
        " https://told.example/",
        "https://told.example/\n",
        "https://told.example/\t",
        "https://told\u2028.example/",
        "https://told.example/\u202e",
        "https://told.example/\x00",
        "https://told.example/\ud800",
        "https://good.example\\@bad.example/",
        "https://good.example\\.bad.example/",
        "https://<b>.example/",
        "https://told%2eexample/",
        "https://a|b.example/",
    ],
)
def test_anything_else_is_not_and_no_error_is_raised(text: str) -> None:
    assert web_address(text) == ""


@settings(deadline=None)
@given(
    st.text(st.characters(), max_size=20)
    | st.text(st.sampled_from("htps:/[]@.\\?#%x1"), max_size=20).map("http://{}".format)
)
def test_a_web_address_is_the_text_itself_or_nothing(text: str) -> None:
    found = web_address(text)
    assert found in ("", text)
    if found:
        parts = urlsplit(found)
        assert parts.scheme in ("http", "https")
        assert parts.hostname

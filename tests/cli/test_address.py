"""The site's address as people type it: what is meant is taken, and what cannot be it is named."""

import pytest

from generator.cli.address import site_address

TAKEN = {
    "https://dana.github.io/stories/": "https://dana.github.io/stories/",
    "https://dana.github.io/stories": "https://dana.github.io/stories/",
    "dana.github.io": "https://dana.github.io/",
    "  stories.example.org/a  ": "https://stories.example.org/a/",
    "http://stories.example.org/": "http://stories.example.org/",
    "HTTPS://Stories.Example.ORG/Kettle": "https://stories.example.org/Kettle/",
    "bücher.example/ä": "https://bücher.example/ä/",
    "localhost:8000": "https://localhost:8000/",
}

REPOSITORIES = {
    "github.com/dana/stories": "https://dana.github.io/stories/",
    "https://github.com/Dana/Stories": "https://dana.github.io/Stories/",
    "https://www.github.com/dana/stories.git": "https://dana.github.io/stories/",
    "git@github.com:dana/stories.git": "https://dana.github.io/stories/",
    "ssh://git@github.com/dana/stories.git": "https://dana.github.io/stories/",
    "https://github.com/dana/stories/tree/main/content": "https://dana.github.io/stories/",
    "https://github.com/dana/dana.github.io": "https://dana.github.io/",
    "https://github.com/dana": "https://dana.github.io/",
}

PAGES = {
    "https://dana.github.io/stories/index.html": "https://dana.github.io/stories/",
    "stories.example.org/?preview=1": "https://stories.example.org/",
    "https://stories.example.org/#top": "https://stories.example.org/",
}

REFUSED = (
    "",
    "my-stories",
    "my stories",
    "https://",
    "/stories/",
    "//stories.example.org",
    "ftp://stories.example.org/",
    "javascript:alert(1)",
    "mailto:dana@example.org",
    "dana@example.org",
    "https://dana:secret@example.org/",
    "https://example.org:port/",
    "https://example.org/../x/",
    "https://example.org/a//b/",
    "https://[::1",
    "...",
    "\x1b[31m.example.org",
    f"{'x' * 70}.example.org",
)


@pytest.mark.parametrize("typed", TAKEN)
def test_an_address_is_taken_with_what_it_lacks(typed: str) -> None:
    assert site_address(typed) == (TAKEN[typed], "", "")


@pytest.mark.parametrize("typed", REPOSITORIES)
def test_a_repository_s_address_leads_to_the_site_s(typed: str) -> None:
    answer = site_address(typed)
    assert (answer.url, answer.instead) == ("", REPOSITORIES[typed])
    assert f"GitHub Pages publishes the site at {REPOSITORIES[typed]}." in answer.fault


@pytest.mark.parametrize("typed", PAGES)
def test_the_address_of_a_page_leads_to_the_front_page_s(typed: str) -> None:
    answer = site_address(typed)
    assert (answer.url, answer.instead) == ("", PAGES[typed])
    assert answer.fault == f"{typed!r} is the address of a page. The site's front page is probably at {PAGES[typed]}"


@pytest.mark.parametrize("typed", REFUSED, ids=lambda typed: ascii(typed)[:30])
def test_what_is_no_address_is_refused_with_what_one_looks_like(typed: str) -> None:
    answer = site_address(typed)
    assert (answer.url, answer.instead) == ("", "")
    assert "is not the address of a website. Write it like https://name.github.io/repo/ or https://" in answer.fault


def test_github_itself_is_no_site_s_address() -> None:
    assert site_address("https://github.com/").fault.startswith("'https://github.com/' is the address of GitHub.")


@pytest.mark.parametrize("typed", [*REPOSITORIES.values(), *PAGES.values()])
def test_the_address_that_is_offered_instead_is_taken(typed: str) -> None:
    assert site_address(typed).url == typed

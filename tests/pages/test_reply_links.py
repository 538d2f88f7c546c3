"""How a company that a story is about can send its reply: an address that names the story and asks what one needs."""

import json
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.pages.reply_links import ReplyLinksView
from generator.pages.story import StoryView
from tests.conftest import MakeSite
from tests.hostile.test_titles import TITLES
from tests.pages.planning import at, plan
from tests.reading import PageRead, read_page
from tests.sites import story

REPOSITORY, EMAIL = 'repository = "https://github.com/name/repo"', 'email = "desk@told.example"'
BASE = "https://name.github.io/repo/"
LONGEST_ADDRESS = 8_000
"""What GitHub takes, about; browsers take more."""
OTHER_WORDS = 2_000
"""How much longer the theme's words may be in another script, where a letter is nine characters of an address."""

PUBLIC = "Is this story about your company? Reply publicly (needs an account on GitHub)"
ASKED = "\n\n\nWho is replying? (A first name and job title are enough.)"
WHICH = "\n\n\nWhich company do you speak for?"
TEXT = "\n\n\nYour reply, in your own words (we will publish it with the story):\n"


def reply_links(
    make_site: MakeSite, *site: str, title: str = "A", folder: str = "site", **keys: str
) -> ReplyLinksView | None:
    told = story(json.dumps(title, ensure_ascii=False), slug="a", **keys)
    files = {**at(BASE, *site), "content/stories/2024-01-01-a.md": told}
    return plan(make_site(files, folder=folder)).view("/stories/a/", StoryView).reply_links


def page(make_site: MakeSite, *site: str, **keys: str) -> PageRead:
    folder = make_site({**at(BASE, *site), "content/stories/2024-01-01-a.md": story("A", **keys)})
    folder.build()
    return read_page(folder, "stories/a/index.html")


def query(address: str) -> dict[str, str]:
    """The fields of an address as its receiver reads them; none may be there twice."""
    fields = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert all(len(values) == 1 for values in fields.values())
    return {name: values[0] for name, values in fields.items()}


def test_an_issue_names_the_story_with_its_address_and_asks_for_all_that_a_reply_needs(make_site: MakeSite) -> None:
    found = reply_links(make_site, REPOSITORY, title="The kettle", company="Acme")
    assert found
    assert found.mail == ""
    assert found.issue.startswith("https://github.com/name/repo/issues/new?title=")
    assert query(found.issue) == {
        "title": "Reply: The kettle",
        "body": f"This is a reply to “The kettle”:\n{BASE}stories/a/{ASKED}{TEXT}",
    }


def test_gitlab_has_a_form_of_its_own(make_site: MakeSite) -> None:
    """Its documentation: Issues, "Prefill values when creating an issue from a URL"."""
    found = reply_links(
        make_site, 'repository = "https://gitlab.com/group/name.git"', title="The kettle", company="Acme"
    )
    assert found
    assert found.issue.startswith("https://gitlab.com/group/name/-/issues/new?")
    assert query(found.issue) == {
        "issue[title]": "Reply: The kettle",
        "issue[description]": f"This is a reply to “The kettle”:\n{BASE}stories/a/{ASKED}{TEXT}",
    }


def test_an_e_mail_says_the_same_in_lines_that_end_as_those_of_mail_do(make_site: MakeSite) -> None:
    found = reply_links(make_site, EMAIL, title="The kettle", company="Acme")
    assert found
    assert found.issue == ""
    assert found.mail.startswith("mailto:desk@told.example?subject=Reply%3A%20The%20kettle&body=")
    assert "%0D%0A" in found.mail
    assert "+" not in found.mail, "a space is %20: RFC 6068 knows no other"
    body = f"This is a reply to “The kettle”:\n{BASE}stories/a/{ASKED}{TEXT}".replace("\n", "\r\n")
    assert query(found.mail) == {"subject": "Reply: The kettle", "body": body}


def test_in_a_round_up_it_is_asked_which_company_replies(make_site: MakeSite) -> None:
    found = reply_links(make_site, REPOSITORY, company="[Acme, Zeta]")
    assert found
    assert query(found.issue)["body"].endswith(f"/stories/a/{ASKED}{WHICH}{TEXT}")


@pytest.mark.parametrize(
    ("site", "keys"),
    [
        ((), {"company": "Acme"}),
        ((REPOSITORY, EMAIL), {}),
        ((REPOSITORY, EMAIL), {"mentions": "[Acme]"}),
    ],
)
def test_without_an_address_or_a_company_there_are_no_links(
    site: tuple[str, ...], keys: dict[str, str], make_site: MakeSite
) -> None:
    assert reply_links(make_site, *site, **keys) is None
    assert "about your company" not in page(make_site, *site, **keys).text


@pytest.mark.parametrize(
    "written",
    [
        "https://git.example/name/repo/",
        "https://git.example/name/repo.git",
        "https://git.example/name/repo/?tab=x#readme",
    ],
)
def test_however_a_repository_is_written_its_issues_are_found(written: str, make_site: MakeSite) -> None:
    found = reply_links(make_site, f'repository = "{written}"', company="Acme")
    assert found
    assert found.issue.partition("?")[0] == "https://git.example/name/repo/issues/new"


TITLES_THAT_BREAK_OUT = {
    **{named: title for named, title in TITLES.items() if len(title) < 200},
    "another field": "a&body=b&title=c",
    "a fragment": "a#b?c=d;e",
    "plus and percent": "1 + 1 = 100%41",
    "a place of our own": "{title} {url}",
    "line breaks": "one\r\nBcc: all@told.example\n\ntwo",
    "two hundred letters of three bytes": "文" * 200,
}


@pytest.mark.parametrize("named", TITLES_THAT_BREAK_OUT)
def test_a_title_arrives_whole_whatever_is_in_it(named: str, make_site: MakeSite) -> None:
    title = TITLES_THAT_BREAK_OUT[named]
    shown = " ".join(title.split())
    found = reply_links(make_site, REPOSITORY, EMAIL, title=title, company="Acme")
    assert found
    issue, mail = query(found.issue), query(found.mail)
    assert issue["title"] == mail["subject"] == f"Reply: {shown}"
    assert issue["body"] == f"This is a reply to “{shown}”:\n{BASE}stories/a/{ASKED}{TEXT}"
    assert mail["body"] == issue["body"].replace("\n", "\r\n")
    assert (set(issue), set(mail)) == ({"title", "body"}, {"subject", "body"})
    for address in (found.issue, found.mail):
        assert (address.isascii(), urlsplit(address).fragment) == (True, "")


@pytest.mark.parametrize("title", ["long " * 2_000, "x" * 10_000, "😀" * 3_000, "𓀀" * 3_000, "é" * 201])
def test_a_title_without_end_is_cut_and_the_address_stays_one_that_is_taken(title: str, make_site: MakeSite) -> None:
    slug = "文" * 80
    files = at(BASE, REPOSITORY, EMAIL) | {
        "content/stories/2024-01-01-a.md": story(json.dumps(title, ensure_ascii=False), slug=slug, company="[A, B]")
    }
    found = plan(make_site(files)).view(f"/stories/{slug}/", StoryView).reply_links
    assert found
    assert max(len(found.issue), len(found.mail)) < LONGEST_ADDRESS - OTHER_WORDS
    beginning = query(found.issue)["title"].removeprefix("Reply: ")
    assert beginning.endswith("…")
    assert title.startswith(beginning[:-1])
    assert 100 < len(beginning) <= 201
    assert f"“{beginning}”" in query(found.mail)["body"]


def test_a_long_title_is_cut_between_words(make_site: MakeSite) -> None:
    found = reply_links(make_site, REPOSITORY, title="word " * 50, company="Acme")
    assert found
    assert query(found.issue)["title"].endswith("word word…")


@pytest.mark.parametrize(
    "address", ["o&o?x#y@told.example", "100%25@told.example", "desk+reply@told.example", "a,b@told.example"]
)
def test_an_odd_e_mail_address_is_that_address_and_no_field(address: str, make_site: MakeSite) -> None:
    found = reply_links(make_site, f'email = "{address}"', company="Acme")
    assert found
    assert unquote(urlsplit(found.mail).path) == address
    assert "," not in urlsplit(found.mail).path, "it would be two addresses"
    assert set(query(found.mail)) == {"subject", "body"}


def test_the_issue_comes_first_and_e_mail_beside_it_for_those_without_an_account(make_site: MakeSite) -> None:
    shown = page(make_site, REPOSITORY, EMAIL, company="Acme")
    assert shown.said("reply-links") == [f"{PUBLIC}, or reply by email"]
    assert links(shown) == [("Reply publicly", "https", "nofollow"), ("or reply by email", "mailto", "nofollow")]


@pytest.mark.parametrize(
    ("line", "scheme", "link", "said"),
    [
        (REPOSITORY, "https", "Reply publicly", PUBLIC),
        (EMAIL, "mailto", "Reply by email", "Is this story about your company? Reply by email"),
    ],
)
def test_one_address_alone_is_the_link(line: str, scheme: str, link: str, said: str, make_site: MakeSite) -> None:
    shown = page(make_site, line, company="Acme")
    assert shown.said("reply-links") == [said]
    assert links(shown) == [(link, scheme, "nofollow")]


def links(shown: PageRead) -> list[tuple[str | None, str, str | None]]:
    """The links for a reply: what each says, its scheme and its `rel`."""
    found = [e for e in shown.elements if "Reply%3A" in e.get("href", "")]
    return [(e.text, urlsplit(e.get("href", "")).scheme, e.get("rel")) for e in found]


@pytest.mark.parametrize("companies", ["[Acme, Zeta]", "[Acme, ACME]"])
def test_a_round_up_asks_the_same(companies: str, make_site: MakeSite) -> None:
    assert page(make_site, REPOSITORY, company=companies).said("reply-links") == [PUBLIC]


@pytest.mark.parametrize(
    ("repository", "host"),
    [
        ("https://github.com/name/repo", "GitHub"),
        ("https://gitlab.com/group/name", "GitLab"),
        ("https://codeberg.org/name/repo", "Codeberg"),
        ("https://git.example/name/repo", "git.example"),
        ("https://git.example:3000/name/repo", "git.example"),
    ],
)
def test_it_says_where_an_account_is_needed(repository: str, host: str, make_site: MakeSite) -> None:
    (said,) = page(make_site, f'repository = "{repository}"', company="Acme").said("reply-links")
    assert said.endswith(f"Reply publicly (needs an account on {host})")


def test_it_stands_below_the_replies_that_have_come_already(make_site: MakeSite) -> None:
    shown = page(make_site, EMAIL, company="Acme", reply="{from: Ivo, text: Sorry.}")
    (answer,), (here,) = shown.marked("answer"), shown.marked("reply-links")
    assert shown.elements.index(answer) < shown.elements.index(here)


def test_the_draft_is_in_the_themes_words(make_site: MakeSite) -> None:
    words = '[reply_links]\nsubject = "Antwort: {title}"\nstory = "Antwort auf „{title}“:"\nissue = "Antworten"\n'
    toml = at(BASE, REPOSITORY, 'language = "de"', "[theme]", 'name = "mine"')
    site = make_site({**toml, "content/stories/2024-01-01-a.md": story("A", company="Acme")})
    site.write("themes/mine/theme.toml", 'api = 1\nextends = "counter"\n')
    site.write("themes/mine/strings/de.toml", words)
    site.build()
    (link,) = (e for e in read_page(site, "stories/a/index.html").elements if e.text == "Antworten")
    fields = query(link.get("href", ""))
    assert fields["title"] == "Antwort: A"
    assert fields["body"].startswith(f"Antwort auf „A“:\n{BASE}stories/a/\n")


def test_a_withdrawn_story_asks_nobody(make_site: MakeSite) -> None:
    assert "about your company" not in page(make_site, REPOSITORY, EMAIL, company="Acme", withdrawn="2024-05-05").text

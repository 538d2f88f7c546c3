"""How a company that a story is about can send its reply: links to a draft that names the story and asks for what a
reply needs."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import msgspec

from generator.site import LinkedStory, Site
from generator.theme.strings import Strings

_LONGEST_TITLE = 200
"""Characters, of which no more are kept than 600 bytes hold: percent-encoded a byte is three characters, the title
stands in an address twice, and GitHub refuses addresses of more than about 8,000."""

_OTHERS = ("/issues/new?", "title", "body")
_GITLAB = ("/-/issues/new?", "issue%5Btitle%5D", "issue%5Bdescription%5D")
"""Where the form for a new issue is, and what it calls its two fields."""

_HOSTS = {"github.com": "GitHub", "gitlab.com": "GitLab", "codeberg.org": "Codeberg"}


class ReplyLinksView(msgspec.Struct, frozen=True):
    """Two addresses for a company's reply; one of them may be empty.

    `issue` opens a new issue at the site's repository. It is public and needs an account on `host`, which is the name
    of the service as people know it. `mail` opens a new email.
    """

    issue: str
    host: str
    mail: str


def reply_links(site: Site, story: LinkedStory) -> ReplyLinksView | None:
    """The links on a story's page. None for a story that is about no company, and where the site names neither
    repository nor email address."""
    config = site.config
    if not story.companies or not (config.repository or config.email):
        return None
    title = _shortened(story.story.title)
    subject = " ".join(site.words("reply_links.subject", title=title).split())
    body = _draft(site.words, title, config.url.absolute(story.path), round_up=len(story.companies) > 1)
    return ReplyLinksView(
        issue=_issue(config.repository, subject, body) if config.repository else "",
        host=_host(config.repository) if config.repository else "",
        mail=_mail(config.email, subject, body) if config.email else "",
    )


def _draft(words: Strings, title: str, url: str, *, round_up: bool) -> str:
    """Plain text: what the reply is to, then each thing that front matter's `reply` needs, with room below it."""
    asked = [
        words("reply_links.signed"),
        *([words("reply_links.company")] if round_up else ()),
        words("reply_links.text"),
    ]
    return "\n\n\n".join([f"{words('reply_links.story', title=title)}\n{url}", *asked]) + "\n"


def _host(repository: str) -> str:
    """The name of the service where a repository is; the host's own name for one that we do not know."""
    host = urlsplit(repository).hostname or ""
    return _HOSTS.get(host, host)


def _issue(repository: str, title: str, body: str) -> str:
    """The form for a new issue, filled in: the query that GitHub, Forgejo and Gitea have in common; GitLab's own."""
    page = repository.split("#")[0].split("?")[0].rstrip("/").removesuffix(".git")
    form, *fields = _GITLAB if "gitlab" in page.split("/")[2] else _OTHERS
    return (
        page
        + form
        + "&".join(f"{name}={quote(text, safe='')}" for name, text in zip(fields, (title, body), strict=True))
    )


def _mail(address: str, subject: str, body: str) -> str:
    """A `mailto:` address, in which a line ends with CR and LF (RFC 6068, section 5)."""
    lines = body.replace("\n", "\r\n")
    return f"mailto:{quote(address, safe='@+')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def _shortened(title: str) -> str:
    """The title whole, or its beginning where it is so long that the address would be refused; cut between words,
    unless the last word alone is most of it."""
    kept = title[:_LONGEST_TITLE].encode()[: 3 * _LONGEST_TITLE].decode(errors="ignore")
    if kept == title:
        return title
    words = kept.rpartition(" ")[0]
    return f"{words if len(words) > len(kept) // 2 else kept}…"

"""Why a comment is not published, in words that also read well of a single one."""

import pytest

from tests.conftest import MakeSite
from tests.site.linking import link
from tests.sites import SITE_TOML, story

COMMENT = "---\nauthor: Bram\n---\n\n{text}\n"


@pytest.mark.parametrize(
    ("rule", "text", "reason"),
    [
        ("max_links = 0", "See [this](https://x.example) before you buy.", "its 1 link is more than max_links = 0"),
        (
            "max_links = 0",
            "Or [a](https://x.example), [b](https://y.example).",
            "its 2 links are more than max_links = 0",
        ),
        ("min_words = 2", "Quite.", "its 1 word is fewer than min_words = 2"),
        ("min_words = 3", "Quite so.", "its 2 words are fewer than min_words = 3"),
    ],
)
def test_the_reason_names_what_was_counted_and_the_rule(make_site: MakeSite, rule: str, text: str, reason: str) -> None:
    files = {
        "site.toml": f"{SITE_TOML}\n[comments]\n{rule}\n",
        "content/stories/2024-01-01-shoes.md": story("Shoes"),
        "content/comments/2024-01-01-shoes/2024-01-02-bram.md": COMMENT.format(text=text),
    }
    assert [held.reason for held in link(make_site(files)).site.held_comments] == [reason]

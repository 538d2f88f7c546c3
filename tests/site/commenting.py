"""Comments under a story on disk, and how they stand when all is linked."""

from typing import TypeAlias

from generator.site import Discussion, LinkedComment
from tests.site.linking import Linked
from tests.sites import SITE_TOML, comment, story

SHOES = "content/stories/2024-01-01-shoes.md"
FOLDER = "content/comments/2024-01-01-shoes"
PATH = "/stories/shoes/"

Thread: TypeAlias = "tuple[str, list[Thread]]"


def rules(*lines: str) -> dict[str, str]:
    """A site.toml with these lines under [comments]."""
    return {"site.toml": f"{SITE_TOML}\n[comments]\n" + "\n".join(lines) + "\n"}


def site_with(*comments: str, **replies: str) -> dict[str, str]:
    """A story with comments a day apart in this order; `b="a"` makes b reply to a."""
    files = {SHOES: story("Shoes")}
    for day, name in enumerate(comments, 2):
        keys = {"date": f"2024-01-{day:02}", **({"reply_to": replies[name]} if name in replies else {})}
        files[f"{FOLDER}/{name}.md"] = comment(**keys)
    return files


def discussion(linked: Linked, path: str = PATH) -> Discussion:
    return linked.site.discussions[path]


def threads(found: Discussion) -> list[Thread]:
    """Stems within stems, as they stand on the page."""

    def thread(one: LinkedComment) -> Thread:
        return one.comment.stem, [thread(reply) for reply in one.replies]

    return [thread(one) for one in found.threads]

"""Companies that a record has to bear: one story, hundreds, names of every sort; the same for fast and slow tests."""

import datetime as dt
from collections.abc import Iterator

from tests.sites import story

NAMES = {
    "a path": "../../etc",
    "a path of Windows": "C:\\x",
    "two names in one": "a/b",
    "a dot": ".",
    "Arabic": "شركة النور",
    "emoji alone": "🛒📦",
}
"""Names that no address can take as they are."""

ENDINGS = ("resolved", "unresolved", "pending", "")
CHANNELS = ("phone", "chat", "email", "store", "social", "letter", "web", "visit")


def stories_of(company: str, count: int, *, verdicts: str = "gbmb-", slug: str) -> Iterator[tuple[str, str]]:
    """So many stories of a company, each by its path, over as many years as a site may have; verdicts in turn by their
    first letters, "-" for none. Every third one gives a channel, a tag and the day on which it happened."""
    words = {"g": "good", "m": "mixed", "b": "bad", "-": '""'}
    first = dt.date(2014, 1, 7)
    for number in range(count):
        day = first + dt.timedelta(days=number * 9)
        keys = {
            "company": quoted(company),
            "verdict": words[verdicts[number % len(verdicts)]],
            "slug": f"{slug}-{number}",
        }
        if number % 3 == 0:
            keys |= {"channel": CHANNELS[number % 8], "tags": f"[tag-{number % 10}]", "happened": str(day)}
        if ending := ENDINGS[number // 5 % 4]:
            resolved = day + dt.timedelta(days=number % 40)
            keys["outcome"] = f"{{status: {ending}, date: {resolved}}}"
        if number % 20 == 1:
            keys["reply"] = (
                f"{{from: Ivo, date: {day + dt.timedelta(days=3)}, text: We are sorry for number {number}.}}"
            )
        body = f"They called me back after {number} days, and I had not moved from the chair by the telephone."
        yield f"content/stories/{day}-{slug}-{number}.md", story(f"Story {number} of {slug}", body, **keys)


def quoted(name: str) -> str:
    """A name in YAML, whatever is in it."""
    return "'" + name.replace("'", "''") + "'"


def hundred_companies() -> Iterator[tuple[str, str]]:
    """A full screen of the table: a hundred companies with a few stories each."""
    for number in range(100):
        yield from stories_of(f"Company of long standing {number:03}", 1 + number % 4, slug=f"c{number}")

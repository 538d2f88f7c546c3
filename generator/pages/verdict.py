"""/good/, /mixed/ and /bad/: the stories of one verdict, and what they have in common."""

from collections.abc import Iterator

import msgspec

from generator.pages.lists import screens
from generator.pages.output import Kind, Page
from generator.pages.parts import Card, Head, Pager, cards, feed_link, head
from generator.pages.record import RecordView, record_view
from generator.site import Site
from generator.story import Verdict


class VerdictView(msgspec.Struct, frozen=True):
    """`count` is the number of all stories with the verdict, on whatever screen. `record` is what the cases with
    this verdict tell together, on the first screen alone; none without any, or where no story is listed."""

    head: Head
    verdict: Verdict
    first: bool
    count: int
    record: RecordView | None
    stories: tuple[Card, ...]
    pager: Pager


def plan(site: Site) -> Iterator[Page]:
    for group in site.verdicts:
        for screen in screens(site, group.path, group.stories):
            view = VerdictView(
                head=head(site, screen.path, feeds=feed_link(site, group.verdict, group.path), indexed=screen.first),
                verdict=group.verdict,
                first=screen.first,
                count=len(group.stories),
                record=record_view(site, group.cases) if screen.first and group.stories and group.cases else None,
                stories=cards(site, screen.items),
                pager=screen.pager,
            )
            yield Page("verdict", screen.path, view, f"the page of {group.verdict} stories")


KIND = Kind(name="verdict", plan=plan, template="verdict.html", view=VerdictView)

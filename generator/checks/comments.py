"""Comments that are not published because they break a rule of the site."""

from collections.abc import Iterator

from generator.checks.check import Check, Rendered
from generator.errors import Location, Problem


def run(rendered: Rendered) -> Iterator[Problem]:
    for held in rendered.site.held_comments:
        message = f"this comment is not published: {held.reason}."
        yield Problem(
            Location(held.source), message, "Edit the comment, change the rule in site.toml, or delete the file."
        )


CHECK = Check(id="held-comments", severity="warning", run=run)

"""A site with stories about companies says how it works."""

from collections.abc import Iterator

from generator.checks.check import Check, Rendered
from generator.errors import Location, Problem
from generator.page import POLICY


def missing_policy(rendered: Rendered) -> Iterator[Problem]:
    """One problem, at the file to write. A company's own file or a mention alone needs no policy."""
    site = rendered.site
    if any(company.stories for company in site.companies) and all(page.path != POLICY for page in site.pages):
        message = f"this site has stories about companies, but no page at {POLICY} that says how it works."
        hint = (
            "Write this file: what you publish, how records count, how companies reply, and who you are."
            " 'firsthand init' in a new folder writes one that you can copy."
        )
        yield Problem(Location("content/pages/policy.md"), message, hint)


CHECK = Check(id="missing-policy", severity="warning", run=missing_policy)

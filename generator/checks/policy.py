"""A site that tells of companies says how it works."""

from collections.abc import Iterator

from generator.checks.check import Check, Rendered
from generator.errors import Location, Problem
from generator.page import POLICY


def missing_policy(rendered: Rendered) -> Iterator[Problem]:
    """One problem, at the file that is to be written. A company's own file or a mention alone asks for no policy."""
    site = rendered.site
    if any(company.stories for company in site.companies) and all(page.path != POLICY for page in site.pages):
        message = f"this site tells of companies, and no page at {POLICY} says how it works."
        hint = "Write this file. Firsthand's docs/explanation/fairness.md#the-policy-page says what it needs."
        yield Problem(Location("content/pages/policy.md"), message, hint)


CHECK = Check(id="missing-policy", severity="warning", run=missing_policy)
